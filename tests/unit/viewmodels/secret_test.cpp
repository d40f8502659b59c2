// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/onboarding/passphrasestrength.h"
#include "viewmodels/onboarding/phrasewordsmodel.h"
#include "viewmodels/secret/secretbuffer.h"
#include "viewmodels/secret/secretwords.h"

#include <QAbstractItemModelTester>
#include <QMetaProperty>
#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace majlis;
using namespace majlis::viewmodels;
using namespace Qt::StringLiterals;

namespace
{

double bits(const char *text)
{
    return passphraseBits(wallet::SecretBytes::fromText(text).view());
}

} // namespace

TEST_CASE("a secret takes letters of every kind, up to its capacity, and no control characters", "[secret]")
{
    SecretBuffer buffer(6);
    QSignalSpy changes(&buffer, &SecretBuffer::changed);
    buffer.append(u"a\u00e9\t\u20ac\U0001F511");
    CHECK(buffer.length() == 4);
    CHECK(buffer.bytes().text() == "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x94\x91");
    buffer.append(u"xyz");
    CHECK(buffer.length() == 6);
    buffer.backspace();
    buffer.backspace();
    buffer.backspace();
    CHECK(buffer.bytes().text() == "a\xc3\xa9\xe2\x82\xac");
    buffer.clear();
    CHECK(buffer.isEmpty());
    CHECK(changes.size() == 6);
    buffer.clear();
    buffer.backspace();
    CHECK(changes.size() == 6);
}

TEST_CASE("half a surrogate pair is left out", "[secret]")
{
    SecretBuffer buffer(10);
    const char16_t broken[]{u'a', 0xD83D, u'b', 0};
    buffer.append(QStringView(broken, 3));
    CHECK(buffer.bytes().text() == "ab");
}

TEST_CASE("no property of a secret is a text", "[secret]")
{
    for (const QMetaObject *type : {&SecretBuffer::staticMetaObject, &SecretWords::staticMetaObject}) {
        for (int i = QObject::staticMetaObject.propertyCount(); i < type->propertyCount(); ++i) {
            INFO(type->property(i).name());
            CHECK(type->property(i).metaType() != QMetaType::fromType<QString>());
            CHECK(type->property(i).metaType() != QMetaType::fromType<QByteArray>());
        }
    }
}

TEST_CASE("a phrase is given out word by word and covered again", "[secret]")
{
    SecretWords words;
    words.reveal();
    CHECK_FALSE(words.isRevealed());
    words.setPhrase(wallet::SecretBytes::fromText("legal winner thank"));
    CHECK(words.count() == 3);
    const auto second = words.word(1);
    CHECK(std::string_view(reinterpret_cast<const char *>(second.data()), second.size()) == "winner");
    CHECK(words.word(3).empty());
    CHECK(words.word(-1).empty());
    words.reveal();
    CHECK(words.isRevealed());
    words.wipe();
    CHECK(words.count() == 0);
    CHECK_FALSE(words.isRevealed());
}

TEST_CASE("guessing patterns is cheap, length and variety are not", "[secret]")
{
    CHECK(bits("") == 0);
    CHECK(bits("aaaaaaaaaaaa") < 20);
    CHECK(bits("12345678") < 20);
    CHECK(bits("correct horse battery staple") > bits("Tr0ub4dor&3"));
}

TEST_CASE("typed words are judged one by one, and a pasted phrase fills the rows", "[secret]")
{
    PhraseWordsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.completeWith([](const SecretBuffer &typed) {
        return typed.length() >= 2 ? wallet::SecretBytes::fromText("abandon") : wallet::SecretBytes();
    });
    model.reset({1, 2, 3}, [](int, const SecretBuffer &typed) {
        if (typed.bytes().text() == "abandon") {
            return PhraseWordsModel::WordState::Valid;
        }
        return std::string_view("abandon").starts_with(typed.bytes().text()) ? PhraseWordsModel::WordState::Partial
                                                                             : PhraseWordsModel::WordState::Wrong;
    });
    REQUIRE(model.count() == 3);
    CHECK(model.firstOpenRow() == 0);
    model.bufferAt(0)->append(u"aba");
    CHECK(model.index(0).data(PhraseWordsModel::StateRole).value<PhraseWordsModel::WordState>()
        == PhraseWordsModel::WordState::Partial);
    model.complete(0);
    CHECK(model.firstOpenRow() == 1);
    model.bufferAt(1)->append(u"zzz");
    CHECK_FALSE(model.index(1).data(PhraseWordsModel::HelpRole).toString().isEmpty());
    model.bufferAt(0)->paste(u" abandon  abandon abandon abandon ");
    CHECK(model.isComplete());
    model.reset({}, {});
    CHECK(model.count() == 0);
    CHECK_FALSE(model.isComplete());
}

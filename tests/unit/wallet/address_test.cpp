// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/address.h"
#include "wallet/encoding/base58.h"
#include "wallet/encoding/hex.h"

#include <catch2/catch.hpp>

#include <QStringList>

#include <unordered_set>

using namespace majlis::wallet;
using namespace Qt::StringLiterals;

TEST_CASE("an EVM address is read strictly and written with its checksum", "[address]")
{
    const QString canonical = u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"_s;
    const QStringList forms = {canonical, canonical.toLower(), u"0x"_s + canonical.mid(2).toUpper()};
    for (const QString &written : forms) {
        const auto address = Address::parse(written);
        REQUIRE(address);
        CHECK(address->isEvm());
        CHECK(address->text() == canonical);
        CHECK(address->bytes().size() == 20);
    }
    const QStringList refused = {u"0xF39fd6e51aad88f6f4ce6ab8827279cfffb92266"_s, canonical + u"0"_s,
        canonical.chopped(1), canonical.mid(2), u"0X"_s + canonical.mid(2), u" "_s + canonical, canonical + u"\n"_s,
        u"0x"_s, QString(), u"0xg39fd6e51aad88f6f4ce6ab8827279cfffb92266"_s,
        u"0x\u0660\u0661aad88f6f4ce6ab8827279cfffb92266f39fd6e5"_s};
    for (const QString &text : refused) {
        INFO(text.toStdString());
        CHECK_FALSE(Address::parse(text));
    }
}

TEST_CASE("a Solana address is 32 bytes of base58", "[address]")
{
    const QString text = u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF"_s;
    const auto address = Address::parse(text);
    REQUIRE(address);
    CHECK(address->isSolana());
    CHECK(address->text() == text);
    CHECK(address->bytes().size() == 32);
    CHECK(Address::parse(u"11111111111111111111111111111111"_s)->text() == u"11111111111111111111111111111111"_s);
    const QStringList refusals = {u"4AA1jTCTvvz995EVFMLtWnf6fWrYrWEjuupX7HApdNF"_s, text + u"zz"_s, text + u" "_s,
        u"0Ae4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF"_s, u"1111111111111111111111111111111"_s};
    for (const QString &refused : refusals)
        CHECK_FALSE(Address::parse(refused));
}

TEST_CASE("equal addresses are equal however they were written", "[address]")
{
    const auto one = *Address::parse(u"0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266"_s);
    const auto same = *Address::parse(u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"_s);
    const auto other = *Address::parse(u"11111111111111111111111111111111"_s);
    CHECK(one == same);
    CHECK(one != other);
    CHECK(one < other);
    CHECK(std::unordered_set<Address>{one, same, other}.size() == 2);
    CHECK(qHash(one) == qHash(same));
}

TEST_CASE("hex and base58 refuse what is not theirs", "[encoding]")
{
    CHECK(toHex(*fromHex(u"0x00ffAb"_s)) == u"0x00ffab"_s);
    CHECK(fromHex(u"0x"_s)->empty());
    for (const QString &text : {u"00ff"_s, u"0x0"_s, u"0xzz"_s, u"0x00 "_s, QString()})
        CHECK_FALSE(fromHex(text));
    CHECK(fromBase58(QString())->empty());
    CHECK(toBase58({}).isEmpty());
    for (const QString &text : {u"0"_s, u"O"_s, u"I"_s, u"l"_s, u" 2"_s, u"2\n"_s, u"\u0662"_s})
        CHECK_FALSE(fromBase58(text));
    CHECK_FALSE(fromBase58(QString(maximumBase58Length + 1, u'2')));
}

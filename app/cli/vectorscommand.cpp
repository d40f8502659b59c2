// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/vectorscommand.h"

#include "app/cli/vectors/question.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <cstdio>
#include <map>
#include <string>

using namespace Qt::StringLiterals;

namespace majlis::cli
{

namespace
{

using vectors::Kind;
using wallet::Json;

constexpr auto usageLine = "vectors IN.json OUT.json";
constexpr wallet::JsonLimits fileLimits{.bytes = 256U << 20U, .depth = 1200};

using KindTable = std::map<std::string, Kind, std::less<>>;

KindTable allKinds()
{
    KindTable table;
    for (const vectors::Kinds &family : {vectors::keyKinds(), vectors::evmKinds(), vectors::evmTransactionKinds(),
             vectors::evmAbiKinds(), vectors::evmTypedDataKinds(), vectors::siweKinds(), vectors::keystoreKinds(),
             vectors::solanaKinds(), vectors::base58Kinds()}) {
        for (const Kind &kind : family)
            table.emplace(kind.name, kind);
    }
    return table;
}

int failure(const QString &why)
{
    std::fprintf(stderr, "majlis-cli vectors: %s\n", qUtf8Printable(why));
    return failed;
}

QJsonObject answerTo(const KindTable &kinds, const std::string &kind, const Json *in)
{
    const auto found = kinds.find(kind);
    if (found == kinds.end())
        return {{u"error"_s, u"unknown kind"_s}};
    if (in == nullptr)
        return {{u"error"_s, u"a case without in"_s}};
    const auto answer = found->second.answer(vectors::Question(*in));
    if (answer)
        return *answer;
    return {{u"valid"_s, false}, {u"error"_s, QString::fromStdString(answer.error().detail)}};
}

int run(const QStringList &arguments)
{
    if (arguments.size() != 2) {
        std::fprintf(stderr, "usage: majlis-cli %s\n", usageLine);
        return badUsage;
    }
    QFile input(arguments[0]);
    if (!input.open(QIODevice::ReadOnly))
        return failure(arguments[0] + u": "_s + input.errorString());
    const QByteArray text = input.readAll();
    const auto file = Json::parse({text.constData(), static_cast<std::size_t>(text.size())}, fileLimits);
    if (!file)
        return failure(QString::fromStdString(file.error().detail));
    const Json *const cases = file->array() != nullptr ? &*file : file->find("cases");
    if (cases == nullptr || cases->array() == nullptr)
        return failure(u"no list of cases in it"_s);
    const KindTable kinds = allKinds();
    QJsonArray answers;
    for (const Json &question : *cases->array()) {
        const std::string *const id = question.findString("id");
        const std::string *const kind = question.findString("kind");
        if (id == nullptr || kind == nullptr)
            return failure(u"a case without id or kind"_s);
        answers.append(QJsonObject{{u"id"_s, wallet::fromUtf8(*id)}, {u"kind"_s, wallet::fromUtf8(*kind)},
            {u"out"_s, answerTo(kinds, *kind, question.find("in"))}});
    }
    const QJsonObject result{{u"client"_s, QStringLiteral("majlis-cli " MAJLIS_VERSION)}, {u"cases"_s, answers}};
    QSaveFile output(arguments[1]);
    const QByteArray written = QJsonDocument(result).toJson(QJsonDocument::Compact);
    if (!output.open(QIODevice::WriteOnly) || output.write(written) != written.size() || !output.commit())
        return failure(arguments[1] + u": "_s + output.errorString());
    return ok;
}

} // namespace

Command vectorsCommand()
{
    return {"vectors", usageLine, run};
}

} // namespace majlis::cli

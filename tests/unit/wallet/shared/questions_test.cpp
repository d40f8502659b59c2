// SPDX-License-Identifier: GPL-3.0-or-later
// The judges' public questions about Solana, base58, phrases and key trees, through `majlis-cli vectors`. All of them
// have one right answer, so that ours must be the same to the letter.
#include "tests/unit/wallet/vectorfile.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

bool isOurs(const QString &kind)
{
    return kind.startsWith(u"sol."_s) || kind.startsWith(u"base58."_s) || kind == u"bip39.seed" || kind == u"bip32.evm";
}

QHash<QString, QJsonObject> answersTo(const QString &questions)
{
    const QTemporaryDir folder;
    const QString results = folder.filePath(u"results.json"_s);
    QProcess program;
    program.start(QStringLiteral(MAJLIS_BIN_DIR "/majlis-cli"), {u"vectors"_s, questions, results});
    REQUIRE(program.waitForFinished(60'000));
    REQUIRE(program.exitCode() == 0);
    QHash<QString, QJsonObject> answers;
    for (const QJsonValue &answer : QJsonDocument::fromJson(readFile(results))[u"cases"_s].toArray())
        answers.insert(answer[u"id"_s].toString(), answer[u"out"_s].toObject());
    return answers;
}

} // namespace

TEST_CASE("the public questions through majlis-cli, to the letter", "[vectors]")
{
    const QString path = QStringLiteral(MAJLIS_SHARED_DIR "/tools/interop/vectors/public.json");
    if (!QFile::exists(path) || !QFile::exists(QStringLiteral(MAJLIS_BIN_DIR "/majlis-cli"))) {
        WARN("SKIPPED: " << path.toStdString() << " or majlis-cli is not here; set MAJLIS_SHARED_DIR to judge by it");
        return;
    }
    const auto answers = answersTo(path);
    int judged = 0;
    for (const QJsonValue &question : QJsonDocument::fromJson(readFile(path))[u"cases"_s].toArray()) {
        if (!isOurs(question[u"kind"_s].toString()))
            continue;
        const QString id = question[u"id"_s].toString();
        INFO(id.toStdString() << ' ' << question[u"kind"_s].toString().toStdString());
        const QJsonObject expected = question[u"expect"_s].toObject();
        for (auto field = expected.begin(); field != expected.end(); ++field) {
            if (field.key() != u"size")
                CHECK(answers[id][field.key()] == field.value());
        }
        ++judged;
    }
    CHECK(judged == 73);
}

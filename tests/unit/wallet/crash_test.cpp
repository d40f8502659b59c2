// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/wallet/walletfixture.h"

#include <catch2/catch.hpp>

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <random>
#include <sys/types.h>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int killsOfProgram = 40;
constexpr int killsWithSigner = 200;

enum class Victim { Program, Client, Signer };

// Reads numbers until `span` has passed since the first, then kills. The last number that was promised to be safe.
int runAndKill(const QString &folder, int from, std::chrono::microseconds span, Victim victim)
{
    QProcess process;
    QStringList arguments{folder, QString::number(from)};
    if (victim != Victim::Program)
        arguments += u"signer"_s;
    process.start(QStringLiteral(MAJLIS_BIN_DIR "/save_loop"), arguments);
    process.write("p\n");
    QByteArray output;
    const auto lineCount = [&output] { return output.count('\n'); };
    const int wanted = victim == Victim::Program ? 1 : 2; // a number, behind the signer's
    while (lineCount() < wanted) {
        REQUIRE(process.waitForReadyRead(30'000));
        output += process.readAllStandardOutput();
    }
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() < std::chrono::nanoseconds(span).count())
        process.waitForReadyRead(0);
    if (victim == Victim::Signer)
        REQUIRE(::kill(static_cast<pid_t>(output.left(output.indexOf('\n')).toInt()), SIGKILL) == 0);
    else
        process.kill();
    REQUIRE(process.waitForFinished(30'000));
    CHECK((process.exitStatus() == QProcess::CrashExit) == (victim != Victim::Signer)); // killed, not failed
    output += process.readAllStandardOutput();
    if (victim == Victim::Client) { // which takes its signer with it
        const auto signer = static_cast<pid_t>(output.left(output.indexOf('\n')).toInt());
        CHECK(QTest::qWaitFor([signer] { return ::kill(signer, 0) != 0; }, 30'000));
    }
    const QByteArrayList lines = output.split('\n');
    return lines[lines.size() - 2].toInt();
}

} // namespace

TEST_CASE("kill -9 in the middle of saving loses nothing that was promised", "[crash]")
{
    const bool withSigner = GENERATE(false, true);
    const int kills = withSigner ? killsWithSigner : killsOfProgram;
    VaultFolder folder;
    Vault created = folder.vault();
    REQUIRE(created.create(knownMnemonic(), {}, secret("p")));
    const auto accounts = *created.accounts();
    std::mt19937 random(20261120);
    std::uniform_int_distribution<int> span(0, 60'000);
    int from = 1;
    int moved = 0;
    for (int i = 0; i < kills; ++i) {
        const Victim victim = !withSigner ? Victim::Program : i % 2 == 0 ? Victim::Client : Victim::Signer;
        const int promised = runAndKill(folder.folder.path(), from, std::chrono::microseconds(span(random)), victim);
        Vault vault = folder.vault();
        REQUIRE(vault.unlock(secret("p")));
        CHECK_FALSE(vault.wasRecovered()); // a rename is all or nothing
        CHECK(*vault.accounts() == accounts);
        const int found = std::stoi(std::string(vault.secret(u"n"_s)->text()));
        CHECK(found >= promised); // the last save may have ended without its answer
        CHECK(found <= promised + 1);
        moved += found - from;
        from = found + 1;
    }
    CHECK(moved > kills / 4); // the kills did come between saves, not before the first
}

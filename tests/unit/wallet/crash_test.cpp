// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/wallet/walletfixture.h"

#include <catch2/catch.hpp>

#include <QElapsedTimer>
#include <QProcess>

#include <random>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kills = 40;

// Reads numbers until `span` has passed since the first, then kills. The last number that was promised to be safe.
int runAndKill(const QString &vault, int from, std::chrono::microseconds span)
{
    QProcess process;
    process.start(QStringLiteral(MAJLIS_BIN_DIR "/save_loop"), {vault, QString::number(from)});
    REQUIRE(process.waitForReadyRead(30'000));
    QElapsedTimer timer;
    timer.start();
    while (timer.nsecsElapsed() < std::chrono::nanoseconds(span).count())
        process.waitForReadyRead(0);
    process.kill();
    REQUIRE(process.waitForFinished(30'000));
    CHECK(process.exitStatus() == QProcess::CrashExit); // killed, not failed
    const QByteArrayList lines = process.readAllStandardOutput().split('\n');
    return lines.size() < 2 ? from : lines[lines.size() - 2].toInt();
}

} // namespace

TEST_CASE("kill -9 in the middle of saving loses nothing that was promised", "[crash]")
{
    VaultFolder folder;
    Vault created = folder.vault();
    REQUIRE(created.create(knownMnemonic(), {}, secret("p")));
    const auto accounts = *created.accounts();
    std::mt19937 random(20261120);
    std::uniform_int_distribution<int> span(0, 150'000);
    int from = 1;
    int moved = 0;
    for (int i = 0; i < kills; ++i) {
        const int promised = runAndKill(folder.path, from, std::chrono::microseconds(span(random)));
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
    CHECK(moved > kills); // the kills did come between saves, not before the first
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/wallet/walletfixture.h"
#include "wallet/attemptthrottle.h"
#include "wallet/autolock.h"

#include <catch2/catch.hpp>

#include <QSignalSpy>
#include <QTest>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

void failOnce(AttemptThrottle &throttle)
{
    REQUIRE(throttle.begin());
    REQUIRE(throttle.failed());
}

} // namespace

TEST_CASE("five wrong passphrases are free, then the wait doubles up to thirty seconds", "[throttle]")
{
    QTemporaryDir folder;
    FakeTime time;
    AttemptThrottle throttle(folder.filePath(u"attempts"_s), time);
    for (int i = 0; i < 5; ++i)
        failOnce(throttle);
    for (const auto delay : {1s, 2s, 4s, 8s, 16s, 30s, 30s}) {
        CHECK(throttle.waiting() == delay);
        const auto refused = throttle.begin();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Throttled);
        CHECK(refused.error().retryAfterMs == std::chrono::milliseconds(delay).count());
        time.pass(delay - 1ms);
        CHECK_FALSE(throttle.begin());
        time.pass(1ms);
        failOnce(throttle);
    }
    time.pass(30s);
    REQUIRE(throttle.begin());
    REQUIRE(throttle.succeeded());
    CHECK(throttle.failures() == 0);
    failOnce(throttle);
    CHECK(throttle.waiting() == 0ms);
}

TEST_CASE("a restart gives no tries back, nor does dying in the middle of one", "[throttle]")
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"deep/attempts"_s);
    FakeTime time;
    for (int i = 0; i < 6; ++i) {
        AttemptThrottle killed(file, time);
        time.pass(killed.waiting());
        REQUIRE(killed.begin()); // and no end to it
    }
    AttemptThrottle next(file, time);
    CHECK(next.failures() == 6);
    CHECK(next.waiting() == 2s);
    time.pass(500ms);
    CHECK(AttemptThrottle(file, time).waiting() == 1500ms);
    time.pass(1h);
    CHECK(AttemptThrottle(file, time).waiting() == 0ms);
    CHECK(AttemptThrottle(file, time).failures() == 6);
}

TEST_CASE("turning the clock back makes nobody wait less", "[throttle]")
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"attempts"_s);
    FakeTime time;
    AttemptThrottle throttle(file, time);
    for (int i = 0; i < 8; ++i) {
        time.pass(throttle.waiting());
        failOnce(throttle);
    }
    REQUIRE(throttle.waiting() == 8s);
    time.wallTime -= 24h;
    CHECK(throttle.waiting() == 8s);
    CHECK(AttemptThrottle(file, time).waiting() == 8s); // begins anew
    time.wallTime += 48h; // forward: within one run only the monotonic clock counts
    CHECK(throttle.waiting() == 8s);
}

TEST_CASE("two tries do not run side by side", "[throttle]")
{
    QTemporaryDir folder;
    FakeTime time;
    AttemptThrottle throttle(folder.filePath(u"attempts"_s), time);
    REQUIRE(throttle.begin());
    CHECK(throttle.begin().error().code == ErrorCode::Throttled);
    REQUIRE(throttle.withdrawn());
    CHECK(throttle.failures() == 0);
    CHECK(throttle.begin());
}

TEST_CASE("a count that cannot be read is many, one that cannot be written allows nothing", "[throttle]")
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"attempts"_s);
    FakeTime time;
    for (const char *content : {"", "nonsense", "majlis-attempts 1 x 0", "majlis-attempts 1 -1 0",
             "majlis-attempts 2 0 0", "majlis-attempts 1 99999999999 0", "majlis-attempts 1 0 0 0"}) {
        QFile damaged(file);
        REQUIRE(damaged.open(QIODevice::WriteOnly));
        damaged.write(content);
        damaged.close();
        CHECK(AttemptThrottle(file, time).waiting() == 30s);
    }
    QDir(folder.path()).mkdir(u"folder"_s);
    AttemptThrottle nowhere(folder.filePath(u"folder"_s), time);
    time.pass(30s);
    CHECK(nowhere.begin().error().code == ErrorCode::Io);
}

TEST_CASE("the wallet asks to be locked after its time without input", "[autolock]")
{
    FakeTime time;
    AutoLock lock(time);
    QSignalSpy asked(&lock, &AutoLock::lockRequested);
    lock.setTimeout(10min);
    time.pass(1h);
    lock.check();
    CHECK(asked.isEmpty()); // not started
    lock.start();
    time.pass(10min - 1ms);
    lock.check();
    CHECK(asked.isEmpty());
    CHECK(lock.remaining() == 1ms);
    lock.noteActivity();
    time.pass(9min);
    lock.check();
    CHECK(asked.isEmpty());
    time.pass(1min);
    lock.check();
    REQUIRE(asked.count() == 1);
    CHECK(asked.at(0).at(0).value<AutoLock::Reason>() == AutoLock::Reason::Idle);
    CHECK_FALSE(lock.isRunning());
    time.pass(1h);
    lock.check();
    CHECK(asked.count() == 1); // once for each start
}

TEST_CASE("sleep counts as time without input, and a clock set back gives none", "[autolock]")
{
    FakeTime time;
    AutoLock lock(time);
    QSignalSpy asked(&lock, &AutoLock::lockRequested);
    lock.start();
    time.wallTime += 8h; // asleep: the monotonic clock stood still
    lock.check();
    CHECK(asked.count() == 1);
    lock.start();
    time.wallTime -= 8h;
    time.monotonicTime += AutoLock::defaultTimeout;
    lock.check();
    CHECK(asked.count() == 2);
}

TEST_CASE("locking at once, and never by idleness when told so", "[autolock]")
{
    FakeTime time;
    AutoLock lock(time);
    QSignalSpy asked(&lock, &AutoLock::lockRequested);
    lock.lockNow(AutoLock::Reason::Suspend);
    CHECK(asked.isEmpty());
    lock.setTimeout(0ms);
    lock.start();
    time.pass(1000h);
    lock.check();
    CHECK(asked.isEmpty());
    lock.lockNow(AutoLock::Reason::SessionLocked);
    CHECK(asked.count() == 1);
    lock.start();
    lock.setTimeout(1h); // counts from the last input, which start() was
    CHECK(lock.remaining() == 1h);
    lock.stop();
    time.pass(2h);
    lock.check();
    CHECK(asked.count() == 1);
}

TEST_CASE("the timer looks by itself", "[autolock]")
{
    FakeTime time;
    AutoLock lock(time);
    QSignalSpy asked(&lock, &AutoLock::lockRequested);
    lock.setTimeout(20ms);
    lock.start();
    time.pass(20ms);
    CHECK(QTest::qWaitFor([&asked] { return asked.count() == 1; }, 5000));
}

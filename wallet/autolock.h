// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/timesource.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace majlis::wallet
{

/// Says when the wallet should lock: after a time without input, or at once when told (suspend, session lock, the
/// user). Both clocks are looked at and the one that says more wins: the monotonic one may not count sleep, and the
/// wall clock set back gives no extra time. Lives on the GUI thread; does not lock by itself.
class AutoLock : public QObject
{
    Q_OBJECT

public:
    enum class Reason { Idle, Suspend, SessionLocked, User };
    Q_ENUM(Reason)

    static constexpr std::chrono::milliseconds defaultTimeout = std::chrono::minutes(10);

    /// `time` outlives this object. Starts stopped.
    explicit AutoLock(const TimeSource &time, QObject *parent = nullptr);

    /// Time without input after which to lock; zero or less: never because of idleness. Counts from the last input.
    void setTimeout(std::chrono::milliseconds timeout);
    [[nodiscard]] std::chrono::milliseconds timeout() const { return m_timeout; }
    /// Begins to watch: the wallet has been unlocked.
    void start();
    /// Stops watching: the wallet is locked.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// The user did something. Cheap enough for every key and mouse event.
    void noteActivity();
    /// Locks now; for the hooks of suspend and session lock, and the user's command. Nothing when not running.
    void lockNow(Reason reason);
    /// Compares the clocks now. The timer does it; call it after resume, and in tests.
    void check();
    /// Until the idle lock, never negative; the timeout when nothing runs.
    [[nodiscard]] std::chrono::milliseconds remaining() const;

Q_SIGNALS:
    /// Once for each start(); this object has stopped before it is sent.
    void lockRequested(majlis::wallet::AutoLock::Reason reason);

private:
    [[nodiscard]] std::chrono::milliseconds idle() const;
    void arm();

    const TimeSource &m_time;
    QTimer m_timer;
    std::chrono::milliseconds m_timeout = defaultTimeout;
    std::chrono::milliseconds m_lastWall{};
    std::chrono::milliseconds m_lastMonotonic{};
    bool m_running = false;
};

} // namespace majlis::wallet

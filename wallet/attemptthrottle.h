// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"
#include "wallet/timesource.h"

#include <QString>

#include <chrono>

namespace majlis::wallet
{

/// Slows down guessing of the passphrase in the running program: five tries are free, then one has to wait 1, 2, 4, 8,
/// 16, and at most 30 seconds after each wrong one. The count is on disk before a try begins, so neither a restart nor
/// `kill -9` gives tries back. Setting the clock back makes nobody wait less (it begins the wait anew); within one run
/// only the monotonic clock counts. A file that cannot be read counts as many tries: it costs 30 seconds at most.
/// Who can delete the file can also copy the vault; against that stands Argon2id, not this class.
/// One thread at a time.
class AttemptThrottle
{
public:
    static constexpr int freeAttempts = 5;
    static constexpr std::chrono::milliseconds longestDelay = std::chrono::seconds(30);

    /// `file` is created when first needed. `time` outlives this object.
    AttemptThrottle(QString file, const TimeSource &time);

    /// Asks to make one try; writes it down as failed until succeeded(). Throttled (with `retryAfterMs`) while one has
    /// to wait or another try has not ended; Io when the count cannot be kept (then no try is allowed).
    [[nodiscard]] Result<void> begin();
    /// The try was right: everything is forgotten.
    Result<void> succeeded();
    /// The try was wrong: the wait begins now.
    Result<void> failed();
    /// The try said nothing about the passphrase (damaged file, disk error): it is not counted.
    Result<void> withdrawn();

    [[nodiscard]] int failures() const { return m_failures; }
    /// How long until begin() succeeds; zero: now.
    [[nodiscard]] std::chrono::milliseconds waiting() const;
    /// The wait after that many wrong tries in a row.
    [[nodiscard]] static std::chrono::milliseconds delayAfter(int failures);

private:
    void load();
    [[nodiscard]] Result<void> store() const;
    void startWait(std::chrono::milliseconds length);

    QString m_file;
    const TimeSource &m_time;
    int m_failures = 0;
    bool m_running = false;
    std::chrono::milliseconds m_waitUntil{}; ///< monotonic
};

} // namespace majlis::wallet

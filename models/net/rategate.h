// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace majlis::net
{

/// Who has to wait for which host after a 429. Pure but for the injected clock; shared by all clients of a program.
class RateGate
{
public:
    explicit RateGate(const Clock &clock);

    /// Nobody asks `host` for `span` from now on; a longer pause that runs already stays.
    void pause(const QString &host, std::chrono::milliseconds span);
    /// Zero: go ahead.
    [[nodiscard]] std::chrono::milliseconds remaining(const QString &host) const;

private:
    const Clock &m_clock;
    QHash<QString, std::chrono::milliseconds> m_until; // on the monotonic clock
};

/// How long a limited answer asks to wait: `Retry-After` in seconds or as an HTTP date, else `bodyRetryAfter`, else
/// `X-RateLimit-Reset` (epoch seconds) less `now`, else one second. Never negative, never more than an hour.
[[nodiscard]] std::chrono::milliseconds retryDelay(QByteArrayView retryAfter,
    std::optional<std::chrono::milliseconds> bodyRetryAfter, QByteArrayView rateLimitReset, UnixMs now);

} // namespace majlis::net

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/rategate.h"

#include "models/net/httpdate.h"

#include <algorithm>

namespace majlis::net
{

using std::chrono::milliseconds;

namespace
{

constexpr milliseconds longest = std::chrono::hours(1);

milliseconds bounded(qint64 seconds)
{
    return std::clamp<milliseconds>(
        std::chrono::seconds(std::clamp<qint64>(seconds, 0, 3600)), milliseconds(0), longest);
}

} // namespace

RateGate::RateGate(const Clock &clock)
    : m_clock(clock)
{
}

void RateGate::pause(const QString &host, milliseconds span)
{
    auto &until = m_until[host];
    until = std::max(until, m_clock.monotonic() + span);
}

milliseconds RateGate::remaining(const QString &host) const
{
    const auto found = m_until.constFind(host);
    if (found == m_until.cend())
        return milliseconds(0);
    return std::max(milliseconds(0), *found - m_clock.monotonic());
}

milliseconds retryDelay(
    QByteArrayView retryAfter, std::optional<milliseconds> bodyRetryAfter, QByteArrayView rateLimitReset, UnixMs now)
{
    bool isNumber = false;
    const auto header = retryAfter.trimmed().toByteArray();
    if (const auto seconds = header.toLongLong(&isNumber); isNumber)
        return bounded(seconds);
    if (const auto date = parseHttpDate(header))
        return std::clamp(*date - now, milliseconds(0), longest);
    if (bodyRetryAfter)
        return std::clamp(*bodyRetryAfter, milliseconds(0), longest);
    if (const auto reset = rateLimitReset.trimmed().toByteArray().toLongLong(&isNumber); isNumber)
        return std::clamp(UnixMs{reset * 1000} - now, milliseconds(0), longest);
    return std::chrono::seconds(1);
}

} // namespace majlis::net

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/http/ratelimiter.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

int RateLimiter::baseLimit(RateClass rateClass)
{
    switch (rateClass) {
    case RateClass::Auth:
        return 10;
    case RateClass::Write:
        return 20;
    case RateClass::Default:
    case RateClass::Feed:
        break;
    }
    return 100;
}

RateLimiter::Verdict RateLimiter::count(RateClass rateClass, const QString &key, std::int64_t now)
{
    forgetOld(now);
    Verdict verdict;
    verdict.limit = isOff() ? 1'000'000 : std::max(1, static_cast<int>(std::lround(baseLimit(rateClass) * m_factor)));
    auto &window = m_windows[QString(QString::number(static_cast<int>(rateClass)) + u'|' + key)];
    while (!window.empty() && window.front() <= now - windowMs)
        window.pop_front();
    verdict.allowed = window.size() < static_cast<std::size_t>(verdict.limit);
    if (verdict.allowed)
        window.push_back(now);
    verdict.remaining = verdict.limit - static_cast<int>(window.size());
    const std::int64_t reset = window.front() + windowMs;
    verdict.resetSeconds = (reset + 999) / 1000;
    if (!verdict.allowed)
        verdict.retryAfter = std::max(1, static_cast<int>((reset - now + 999) / 1000));
    return verdict;
}

void RateLimiter::forgetOld(std::int64_t now)
{
    if (now < m_nextSweep)
        return;
    m_nextSweep = now + windowMs;
    m_windows.removeIf(
        [now](const auto &entry) { return entry.value().empty() || entry.value().back() <= now - windowMs; });
}

} // namespace majlis::sandbox

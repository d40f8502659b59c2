// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "viewmodels/common/values.h"

#include <QLocale>
#include <QString>

#include <chrono>
#include <optional>

/// Times as people read them: relative within a day, then by locale; the exact local time for the tool tip.
namespace majlis::viewmodels::format
{

/// "just now" (under a minute), "4 min ago", "5 h ago", then the date. A time in the future, which means that a clock
/// is wrong, is its date and time.
[[nodiscard]] QString age(UnixMs at, UnixMs now, const QLocale &locale = QLocale());
/// Local date and time with seconds.
[[nodiscard]] QString exactTime(UnixMs at, const QLocale &locale = QLocale());
[[nodiscard]] QString date(UnixMs at, const QLocale &locale = QLocale());
/// "in 2 days 4 h", "in 5 h 12 min", "in 7 min", "in 42 s" in the last minute, "now". Cut, so that it never promises
/// sooner than it is.
[[nodiscard]] QString until(std::chrono::milliseconds left);
/// "0:28".
[[nodiscard]] QString countdown(std::chrono::milliseconds left);

/// `limit`: the age from which it is stale. Unknown time: nothing is known.
[[nodiscard]] Freshness freshness(std::optional<UnixMs> asOf, UnixMs now, std::chrono::milliseconds limit, bool live,
    const QLocale &locale = QLocale());

} // namespace majlis::viewmodels::format

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/amount.h"

#include <QLocale>
#include <QString>

#include <cstdint>
#include <optional>

/// Figures as people read them. What is not known is "–", never zero; sums of money are cut, never rounded up, so that
/// nobody is shown more than there is; everything follows the locale's digits grouping and decimal point.
namespace majlis::viewmodels::format
{

[[nodiscard]] QString unknown(); ///< "–"

/// "12,345.67"; a sum that is smaller than one of the last place is "<0.01" (or ">-0.01").
[[nodiscard]] QString amount(const Amount &value, int places = 2, const QLocale &locale = QLocale());
[[nodiscard]] QString amount(const std::optional<Amount> &value, int places = 2, const QLocale &locale = QLocale());
/// Every digit: "12,345.670000000000000001".
[[nodiscard]] QString exactAmount(const Amount &value, const QLocale &locale = QLocale());
/// "▲ +25.01", "▼ -3.50", "0".
[[nodiscard]] QString change(const Amount &value, int places = 2, const QLocale &locale = QLocale());
/// "$3,086.42".
[[nodiscard]] QString dollars(const Amount &value, const QLocale &locale = QLocale());

[[nodiscard]] QString count(std::int64_t value, const QLocale &locale = QLocale());
/// A strength or one of its terms: 2 digits HALF_UP, grouped (domain.md 1.2).
[[nodiscard]] QString score(double value, const QLocale &locale = QLocale());
/// Of a share 0..1: "34.30 %"; with `sign` "+34.30 %".
[[nodiscard]] QString percent(double share, bool sign = false, const QLocale &locale = QLocale());
/// "12 ms", "1.4 s".
[[nodiscard]] QString milliseconds(double value, const QLocale &locale = QLocale());

} // namespace majlis::viewmodels::format

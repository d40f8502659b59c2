// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace majlis::wallet
{

/// Milliseconds since the epoch of an RFC 3339 date-time, rounded down; nullopt when `text` is not exactly one. `T` and
/// `Z` may be small letters, as the standard says; a leap second counts as the second after it.
[[nodiscard]] std::optional<long long> parseRfc3339(QStringView text);

} // namespace majlis::wallet

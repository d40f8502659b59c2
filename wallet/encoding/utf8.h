// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace majlis::wallet
{

// Text of formats, which is not secret.

/// Whether every sequence is well-formed (Unicode 3.9, table 3-7).
[[nodiscard]] bool isUtf8(std::string_view text);
/// As QString::fromUtf8(), but a byte order mark at the front stays.
[[nodiscard]] QString fromUtf8(std::string_view text);
[[nodiscard]] std::string toUtf8(QStringView text);

} // namespace majlis::wallet

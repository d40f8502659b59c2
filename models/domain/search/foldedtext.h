// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace majlis
{

/// Text as a search compares it: case folded, without accents and other marks, compatibility forms resolved (Unicode
/// NFKD), every run of white space one space, none at the ends. "José  ÑANDÚ" and "jose nandu" are one.
[[nodiscard]] QString foldedText(QStringView text);

} // namespace majlis

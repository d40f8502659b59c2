// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"

namespace majlis::viewmodels
{

/// An estimate of how many bits an attacker has to try: letters by the kinds that occur, less for repeated and
/// neighbouring ones ("aaaa", "1234"). Shown as a hint only; what protects the wallet is Argon2id and its floor.
[[nodiscard]] double passphraseBits(wallet::ByteView utf8);

inline constexpr int shortestPassphrase = 8; ///< characters
inline constexpr double goodBits = 60; ///< from here on the hint says "Good"

} // namespace majlis::viewmodels

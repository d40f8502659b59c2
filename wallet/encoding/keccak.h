// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"

#include <initializer_list>

namespace majlis::wallet
{

using Hash256 = ByteArray<32>;

/// Ethereum's Keccak-256: SHA-3's permutation with the padding from before FIPS 202. OpenSSL has it from 3.2 on only
/// and libsodium not at all, so it is here. Any thread.
[[nodiscard]] Hash256 keccak256(ByteView data);
/// Of the parts one after another.
[[nodiscard]] Hash256 keccak256(std::initializer_list<ByteView> parts);

} // namespace majlis::wallet

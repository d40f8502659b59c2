// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"

#include <cstdint>

namespace majlis::wallet::solana
{

/// Solana's "compact-u16": seven bits a byte, the low ones first, the top bit says that another follows; three bytes at
/// most.
void appendShortVec(Bytes &target, std::uint16_t value);
/// Takes a compact-u16 off the front of `input`. InvalidArgument when it is cut short, longer than its value needs, or
/// above 65535.
[[nodiscard]] Result<std::uint16_t> takeShortVec(ByteView &input);

} // namespace majlis::wallet::solana

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"

#include <secp256k1.h>

namespace majlis::wallet
{

/// The program's one libsecp256k1 context, blinded with fresh randomness at first use. Only read after that, so every
/// thread may use it.
[[nodiscard]] const secp256k1_context *curveContext();

/// The last 20 bytes of keccak256(x ‖ y).
[[nodiscard]] Address evmAddressOf(const secp256k1_pubkey &key);

} // namespace majlis::wallet

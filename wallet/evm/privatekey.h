// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"
#include "wallet/secretbytes.h"

namespace majlis::wallet
{

/// A secp256k1 private key as people paste it: 64 hex digits of either case, perhaps `0x` in front and white space
/// around. InvalidArgument for anything else, and for 0 and numbers not below the group order. Nothing is copied
/// outside guarded memory.
[[nodiscard]] Result<SecretBytes> parsePrivateKey(const SecretBytes &text);

/// 64 hex digits without `0x`.
[[nodiscard]] SecretBytes privateKeyText(const SecretBytes &privateKey);

} // namespace majlis::wallet

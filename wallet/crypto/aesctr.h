// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"

namespace majlis::wallet
{

/// AES-128 in counter mode (OpenSSL), which is its own inverse. Precondition: `key` has 16 bytes.
[[nodiscard]] Result<SecretBytes> aes128Ctr(ByteView key, const ByteArray<16> &iv, ByteView input);

} // namespace majlis::wallet

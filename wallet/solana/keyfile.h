// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"
#include "wallet/secretbytes.h"

namespace majlis::wallet::solana
{

/// Reads a key file of the Solana command line: a JSON array of 64 numbers from 0 to 255, the Ed25519 seed and then its
/// public key. Gives the 32-byte seed. Strict: nothing but white space around numbers, no leading zeros, no signs, no
/// fractions; InvalidArgument otherwise, and when the public half does not belong to the seed. Never leaves guarded
/// memory.
[[nodiscard]] Result<SecretBytes> parseKeyFile(const SecretBytes &json);
/// The same for export.
[[nodiscard]] Result<SecretBytes> writeKeyFile(const SecretBytes &seed);

} // namespace majlis::wallet::solana

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"
#include "wallet/signature.h"

namespace majlis::wallet
{

// The bare operations below Vault::sign(). Nothing here takes a hash. Programs other than the wallet itself, the tests
// and the sandbox's made-up users have no private key to call these with.

/// Of a 32-byte secp256k1 key. InvalidArgument when it is not a valid one.
[[nodiscard]] Result<Address> evmAddress(const SecretBytes &privateKey);
/// Of a 32-byte Ed25519 seed (RFC 8032).
[[nodiscard]] Result<Address> solanaAddress(const SecretBytes &seed);

/// EIP-191 personal_sign of the bytes of `message`: RFC 6979 nonce, low s, v 27 or 28.
[[nodiscard]] Result<EvmSignature> personalSign(const SecretBytes &privateKey, ByteView message);
/// Ed25519 of the bytes of `message` themselves.
[[nodiscard]] Result<SolanaSignature> signEd25519(const SecretBytes &seed, ByteView message);

} // namespace majlis::wallet

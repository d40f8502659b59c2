// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/encoding/keccak.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"
#include "wallet/signature.h"

namespace majlis::wallet
{

// Signing of hashes. For the formats of wallet/evm and for personal_sign only, which make the hash themselves: nothing
// outside the wallet may hand one in.

/// r ‖ s, both big-endian, and which of two points r stands for.
struct RecoverableSignature {
    ByteArray<64> bytes{};
    int parity = 0; ///< 0 or 1

    /// v of 27 or 28, or of 0 or 1, which some wallets write. InvalidArgument for others.
    [[nodiscard]] static Result<RecoverableSignature> fromEvm(const EvmSignature &signature);
    /// r ‖ s ‖ 27 + parity.
    [[nodiscard]] EvmSignature toEvm() const;
};

/// RFC 6979 nonce, low s. InvalidArgument when the key is not one of secp256k1.
[[nodiscard]] Result<RecoverableSignature> signDigest(const SecretBytes &privateKey, const Hash256 &digest);

/// The address whose key signed. InvalidArgument for r or s of 0 or not below the group order, s in the upper half
/// (EIP-2), a parity other than 0 and 1, and when no key fits.
[[nodiscard]] Result<Address> recoverSigner(const Hash256 &digest, const RecoverableSignature &signature);

} // namespace majlis::wallet

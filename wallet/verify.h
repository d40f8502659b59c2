// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/encoding/keccak.h"
#include "wallet/error.h"
#include "wallet/signature.h"

#include <QStringView>

namespace majlis::wallet
{

/// keccak256("\x19Ethereum Signed Message:\n" ‖ decimal byte length ‖ message): what personal_sign signs (EIP-191).
[[nodiscard]] Hash256 personalMessageHash(ByteView message);

/// The address that made a personal_sign signature of `message`. Refuses r or s of 0 or not below the group order, s in
/// the upper half, and v other than 27 and 28 (or 0 and 1, which some wallets write).
[[nodiscard]] Result<Address> recoverPersonalSign(ByteView message, const EvmSignature &signature);

/// Whether `signer` (a Solana address) signed the bytes of `message` themselves. Refuses non-canonical encodings and
/// keys of small order, as libsodium does. False for an EVM address.
[[nodiscard]] bool verifyEd25519(ByteView message, const SolanaSignature &signature, const Address &signer);

/// What a server does at sign-in: whether `signature` (hex or base58, by the family of `signer`) is the signer's, over
/// `message`. False too when the text is not a signature at all.
[[nodiscard]] bool verifyMessage(ByteView message, QStringView signature, const Address &signer);

} // namespace majlis::wallet

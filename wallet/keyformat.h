// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"

namespace majlis::wallet
{

/// How other wallets write down one key. The numbers are part of the signer's protocol.
enum class KeyFormat : std::uint8_t {
    EvmHex = 0, ///< 64 hex digits of either case, `0x` before them or not; written without
    EvmKeystore = 1, ///< Web3 Secret Storage version 3, a JSON file under a passphrase of its own
    SolanaKeyFile = 2, ///< of the Solana command line: a JSON array of 64 numbers
    SolanaBase58 = 3, ///< base58 of the 64 bytes seed and public key, as Phantom shows it
};
inline constexpr std::uint8_t keyFormatCount = 4;

[[nodiscard]] constexpr AddressFamily familyOf(KeyFormat format)
{
    return format == KeyFormat::EvmHex || format == KeyFormat::EvmKeystore ? AddressFamily::Evm : AddressFamily::Solana;
}

/// The 32 bytes of the key: a secp256k1 key, or an Ed25519 seed. White space around `text` is left out. InvalidArgument
/// when it is not of that format, WrongPassphrase when `filePassphrase` does not open it (EvmKeystore only; ignored
/// otherwise). Never leaves guarded memory. A keystore file takes as long and as much memory as it says, within limits.
[[nodiscard]] Result<SecretBytes> readKey(KeyFormat format, const SecretBytes &text, const SecretBytes &filePassphrase);
/// The same for export.
[[nodiscard]] Result<SecretBytes> writeKey(KeyFormat format, const SecretBytes &key, const SecretBytes &filePassphrase);

} // namespace majlis::wallet

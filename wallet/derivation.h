// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"
#include "wallet/secretbytes.h"

#include <QString>
#include <QStringView>

#include <cstdint>
#include <vector>

namespace majlis::wallet
{

/// Steps from the master key; the top bit of a step marks it as hardened.
struct DerivationPath {
    static constexpr std::uint32_t hardened = 0x80000000;

    std::vector<std::uint32_t> steps;

    /// m/44'/60'/0'/0/index. Precondition: index < 2^31.
    [[nodiscard]] static DerivationPath evmAccount(std::uint32_t index);
    /// m/44'/501'/index'/0'. Precondition: index < 2^31.
    [[nodiscard]] static DerivationPath solanaAccount(std::uint32_t index);
    /// Strict: `m`, then `/` number and perhaps `'`; numbers below 2^31 (leading zeros count for nothing); at most 255
    /// steps.
    [[nodiscard]] static Result<DerivationPath> parse(QStringView text);
    [[nodiscard]] QString text() const;
    friend bool operator==(const DerivationPath &, const DerivationPath &) = default;
};

/// A node of a key tree: 32 bytes of key and 32 of chain code.
struct ExtendedKey {
    SecretBytes key;
    SecretBytes chainCode;
};

/// BIP-32 over secp256k1. `seed` has 16 to 64 bytes. The chance of an invalid child is below 2^-127; it is Internal.
[[nodiscard]] Result<ExtendedKey> deriveBip32(const SecretBytes &seed, const DerivationPath &path);
/// SLIP-0010 over Ed25519: every step must be hardened, otherwise InvalidArgument. The key is the 32-byte seed of RFC
/// 8032.
[[nodiscard]] Result<ExtendedKey> deriveSlip10Ed25519(const SecretBytes &seed, const DerivationPath &path);

} // namespace majlis::wallet

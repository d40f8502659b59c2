// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/account.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"

#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace majlis::wallet
{

/// What a vault holds when it is open. Addresses are not stored where they follow from a key.
struct VaultContent {
    struct AccountRecord {
        AccountId id = 0;
        AddressFamily family = AddressFamily::Evm;
        std::uint32_t index = 0; ///< of a derived one
        QString name;
        AccountOrigin origin = AccountOrigin::Derived;
        bool hidden = false;
        SecretBytes key; ///< Imported: 32 bytes, a secp256k1 key or an Ed25519 seed
        std::optional<Address> watched; ///< WatchOnly

        [[nodiscard]] AccountRecord clone() const;
    };

    static constexpr std::size_t mostAccounts = 1000;
    static constexpr std::size_t mostSecrets = 256;
    static constexpr std::size_t largestSecret = std::size_t{64} * 1024;
    static constexpr qsizetype longestName = 128;

    SecretBytes entropy; ///< of the BIP-39 phrase
    SecretBytes mnemonicPassphrase; ///< BIP-39's own, mostly empty
    AccountId nextAccountId = 1;
    std::vector<AccountRecord> accounts; ///< in order of creation
    std::map<QString, SecretBytes> secrets;

    [[nodiscard]] SecretBytes serialise() const;
    /// Damaged unless it is exactly what serialise() writes and within the limits; UnsupportedVersion. Reads version 1
    /// too, which knew derived accounts only; the next save writes the version of today.
    [[nodiscard]] static Result<VaultContent> parse(const SecretBytes &bytes);
    [[nodiscard]] VaultContent clone() const;
};

} // namespace majlis::wallet

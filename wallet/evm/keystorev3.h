// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace majlis::wallet
{

/// Cost of scrypt (RFC 7914): 128 · n · r bytes of memory, p times the work.
struct ScryptCost {
    std::uint32_t n = 262144; ///< a power of two
    std::uint32_t r = 8;
    std::uint32_t p = 1;

    /// What geth writes for its standard accounts: 256 MiB, about a second.
    [[nodiscard]] static constexpr ScryptCost standard() { return {}; }
    /// InvalidArgument when RFC 7914 does not have it, ExcessiveParameters above 1 GiB or 2^25 units of n · r · p.
    [[nodiscard]] Result<void> check() const;
    friend bool operator==(const ScryptCost &, const ScryptCost &) = default;
};

/// What a file of the Web3 Secret Storage says without its password.
struct KeystoreV3Outline {
    std::optional<Address> address; ///< as written, not proven
    std::string kdf; ///< `scrypt` or `pbkdf2`
};

/// Whether `json` is version 3 of the Web3 Secret Storage with methods and costs that this wallet reads.
/// InvalidArgument names the field; UnsupportedVersion, ExcessiveParameters.
[[nodiscard]] Result<KeystoreV3Outline> readKeystoreV3(std::string_view json);

/// The 32-byte private key in it: AES-128-CTR under scrypt or PBKDF2-HMAC-SHA256, in `crypto` or `Crypto`. The password
/// is UTF-8 and tried as its NFKC form and, when that is another one, as it stands: other wallets do one or the other.
/// WrongPassphrase when neither fits; Damaged when the address in the file is another key's. Blocks for as long as the
/// file's parameters say: call it on a worker thread.
[[nodiscard]] Result<SecretBytes> importKeystoreV3(std::string_view json, const SecretBytes &password);

/// The same format with scrypt, the password in NFKC, a fresh salt, IV and id. Blocks likewise.
[[nodiscard]] Result<std::string> exportKeystoreV3(
    const SecretBytes &privateKey, const SecretBytes &password, const ScryptCost &cost = ScryptCost::standard());

} // namespace majlis::wallet

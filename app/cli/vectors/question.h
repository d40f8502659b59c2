// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/encoding/json.h"
#include "wallet/encoding/utf8.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"
#include "wallet/uint256.h"

#include <QJsonObject>
#include <QString>

#include <string_view>
#include <vector>

namespace majlis::cli::vectors
{

using wallet::Json;
template <class T>
using Result = wallet::Result<T>;

/// The `in` of one case. Every reader fails with InvalidArgument that names the field when it is missing or malformed.
class Question
{
public:
    explicit Question(const Json &in)
        : m_in(in)
    {
    }

    [[nodiscard]] bool has(std::string_view name) const { return m_in.find(name) != nullptr; }
    [[nodiscard]] const Json &json() const { return m_in; }
    [[nodiscard]] Result<const Json *> member(std::string_view name) const;
    [[nodiscard]] Result<std::string> utf8(std::string_view name) const;
    [[nodiscard]] Result<QString> text(std::string_view name) const;
    [[nodiscard]] Result<wallet::Bytes> hex(std::string_view name) const; ///< `0x` hex
    [[nodiscard]] Result<wallet::Uint256> number(std::string_view name) const; ///< decimal text or a JSON integer
    [[nodiscard]] Result<wallet::SecretBytes> secretText(std::string_view name) const;
    [[nodiscard]] Result<wallet::SecretBytes> secretHex(std::string_view name) const;

    /// `message` as UTF-8 or the bytes of `messageHex`.
    [[nodiscard]] Result<wallet::Bytes> message() const;
    /// `privateKey`, or BIP-32 from `mnemonic`, `passphrase` and `path`.
    [[nodiscard]] Result<wallet::SecretBytes> evmKey() const;
    /// `secretKey` (a 32-byte seed), or SLIP-0010 from `mnemonic`, `passphrase` and `path`.
    [[nodiscard]] Result<wallet::SecretBytes> solanaKey() const;
    /// The BIP-39 seed of `mnemonic` and `passphrase`.
    [[nodiscard]] Result<wallet::SecretBytes> seed() const;

private:
    const Json &m_in;
};

/// How the cases of one kind are answered. An error becomes `{"valid": false, "error": why}`.
struct Kind {
    const char *name;
    Result<QJsonObject> (*answer)(const Question &question);
};
using Kinds = std::vector<Kind>;

// One file a family.
[[nodiscard]] Kinds keyKinds(); ///< bip39, bip32, sol.derive
[[nodiscard]] Kinds evmKinds(); ///< messages, addresses, hashes, transactions, RLP
[[nodiscard]] Kinds evmTransactionKinds(); ///< evm.tx
[[nodiscard]] Kinds evmAbiKinds(); ///< abi.*
[[nodiscard]] Kinds evmTypedDataKinds(); ///< evm.typed_data
[[nodiscard]] Kinds siweKinds(); ///< siwe.*
[[nodiscard]] Kinds keystoreKinds(); ///< keystore.*
[[nodiscard]] Kinds solanaKinds(); ///< messages, transactions, program addresses
[[nodiscard]] Kinds base58Kinds();

/// A decimal text or a JSON integer.
[[nodiscard]] Result<wallet::Uint256> numberFrom(const Json &value);
/// Fails with `field: why`.
[[nodiscard]] std::unexpected<wallet::Error> wrong(std::string_view field, std::string_view why);

} // namespace majlis::cli::vectors

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/derivation.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"

#include <QString>
#include <QStringView>

#include <cstdint>

namespace majlis::wallet
{

/// The public half of a BIP-32 node, as wallets exchange it for watching: `xpub…`. No secret, but whoever has it sees
/// every address below it, and with one private key below it all of them: it is as private as the list of accounts.
class ExtendedPublicKey
{
public:
    /// Of the node at `path`. Errors as deriveBip32().
    [[nodiscard]] static Result<ExtendedPublicKey> derive(const SecretBytes &seed, const DerivationPath &path);
    /// Strict: base58 of 78 bytes and their checksum, version 0x0488B21E, a point of the curve, and a master key
    /// without parent. An `xprv` is InvalidArgument as well: private keys do not travel as such text here.
    [[nodiscard]] static Result<ExtendedPublicKey> parse(QStringView xpub);
    [[nodiscard]] QString text() const;

    /// The child of a step that is not hardened; InvalidArgument for others.
    [[nodiscard]] Result<ExtendedPublicKey> child(std::uint32_t step) const;
    [[nodiscard]] Address evmAddress() const;
    /// Compressed.
    [[nodiscard]] const ByteArray<33> &key() const { return m_key; }
    [[nodiscard]] std::uint8_t depth() const { return m_depth; }

    friend bool operator==(const ExtendedPublicKey &, const ExtendedPublicKey &) = default;

private:
    ExtendedPublicKey() = default;
    [[nodiscard]] static Result<ExtendedPublicKey> of(const ExtendedKey &node);
    [[nodiscard]] Result<ByteArray<4>> fingerprint() const;

    std::uint8_t m_depth = 0;
    ByteArray<4> m_parent{};
    std::uint32_t m_step = 0;
    ByteArray<32> m_chainCode{};
    ByteArray<33> m_key{};
};

} // namespace majlis::wallet

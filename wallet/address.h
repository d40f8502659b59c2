// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"

#include <QHashFunctions>
#include <QMetaType>
#include <QString>
#include <QStringView>

#include <compare>
#include <cstddef>
#include <functional>

namespace majlis::wallet
{

enum class AddressFamily : std::uint8_t {
    Evm, ///< 20 bytes; written as EIP-55
    Solana, ///< 32 bytes; written as base58
};

/// A valid address of an EVM chain or of Solana; there is no empty one (use std::optional). A value of 34 bytes:
/// copy it freely. Equal addresses are equal bytes of the same family, however they were written.
class Address
{
public:
    /// Strict. EVM: `0x` and 40 hex digits, all of one case or with a correct EIP-55 checksum. Solana: 32 to 44
    /// base58 letters that decode to 32 bytes. InvalidArgument for anything else, white space around it included.
    [[nodiscard]] static Result<Address> parse(QStringView text);
    [[nodiscard]] static Address evm(const ByteArray<20> &bytes);
    [[nodiscard]] static Address solana(const ByteArray<32> &publicKey);

    [[nodiscard]] AddressFamily family() const noexcept { return m_family; }
    [[nodiscard]] bool isEvm() const noexcept { return m_family == AddressFamily::Evm; }
    [[nodiscard]] bool isSolana() const noexcept { return m_family == AddressFamily::Solana; }
    /// 20 or 32 bytes. The view ends with this object.
    [[nodiscard]] ByteView bytes() const noexcept { return ByteView(m_bytes).first(isEvm() ? 20U : 32U); }
    /// Canonical: EIP-55 or base58. Computed on each call.
    [[nodiscard]] QString text() const;

    friend auto operator<=>(const Address &, const Address &) = default;
    friend std::size_t qHash(const Address &address, std::size_t seed = 0) noexcept
    {
        const ByteView bytes = address.bytes();
        return qHashBits(bytes.data(), bytes.size(), seed);
    }

private:
    Address() = default;

    AddressFamily m_family = AddressFamily::Evm;
    ByteArray<32> m_bytes{};
};

} // namespace majlis::wallet

template <>
struct std::hash<majlis::wallet::Address> {
    std::size_t operator()(const majlis::wallet::Address &address) const noexcept { return qHash(address, 0); }
};

Q_DECLARE_METATYPE(majlis::wallet::Address)

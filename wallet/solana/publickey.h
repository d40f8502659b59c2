// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/error.h"

#include <QString>
#include <QStringView>

#include <algorithm>
#include <compare>

namespace majlis::wallet::solana
{

/// 32 bytes that name an account: an Ed25519 public key, or an address that a program derived and no key belongs to.
struct PublicKey {
    ByteArray<32> bytes{};

    /// Base58 of 32 bytes, nothing around it. InvalidArgument otherwise.
    [[nodiscard]] static Result<PublicKey> parse(QStringView text);
    /// For the addresses written in this program; ends it when `text` is none.
    [[nodiscard]] static PublicKey known(QStringView text);
    /// InvalidArgument for an EVM address.
    [[nodiscard]] static Result<PublicKey> of(const Address &address);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Address address() const { return Address::solana(bytes); }
    /// Whether the bytes decompress to a point of Edwards25519, as the Solana runtime asks it (curve25519-dalek's
    /// decompress(): subgroup and small order do not matter, and the y coordinate may be written unreduced). What is on
    /// the curve cannot be a program's address.
    [[nodiscard]] bool isOnCurve() const;
    /// On the curve and encoded as RFC 8032 demands: some private key may belong to it. False for addresses that only a
    /// program can own, such as token accounts.
    [[nodiscard]] bool canBeWallet() const;
    [[nodiscard]] bool isZero() const { return *this == PublicKey(); }

    friend auto operator<=>(const PublicKey &, const PublicKey &) = default;
};

/// The hash of a recent block, or the value of a durable nonce: makes a transaction expire.
struct Blockhash {
    ByteArray<32> bytes{};

    [[nodiscard]] static Result<Blockhash> parse(QStringView text);
    [[nodiscard]] QString text() const;
    friend auto operator<=>(const Blockhash &, const Blockhash &) = default;
};

} // namespace majlis::wallet::solana

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"

#include <QString>
#include <QStringView>

namespace majlis::wallet
{

/// An ECDSA signature over secp256k1 with its recovery id: r ‖ s ‖ v. As this wallet makes it, s is in the lower half
/// and v is 27 or 28. Parsing checks the shape only; verify.h judges.
struct EvmSignature {
    ByteArray<65> bytes{};

    /// `0x` and 130 hex digits of either case.
    [[nodiscard]] static Result<EvmSignature> parse(QStringView text);
    [[nodiscard]] QString text() const; ///< `0x`, lower case
    friend bool operator==(const EvmSignature &, const EvmSignature &) = default;
};

/// An Ed25519 signature (RFC 8032), written as base58.
struct SolanaSignature {
    ByteArray<64> bytes{};

    [[nodiscard]] static Result<SolanaSignature> parse(QStringView text);
    [[nodiscard]] QString text() const;
    friend bool operator==(const SolanaSignature &, const SolanaSignature &) = default;
};

} // namespace majlis::wallet

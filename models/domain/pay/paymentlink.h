// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/address.h"
#include "models/domain/result.h"
#include "wallet/uint256.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace majlis
{

/// Asks an Ethereum wallet for a payment (EIP-681).
struct EvmPaymentRequest {
    Address recipient;
    std::uint64_t chainId = 1;
    std::optional<Address> token; ///< ERC-20 contract; none: the chain's own coin
    std::optional<wallet::Uint256> amount; ///< base units; none: the payer decides
};
/// `ethereum:0x…@8453?value=…`, or `ethereum:<token>@8453/transfer?address=…&uint256=…`. InvalidArgument when an
/// address is of Solana.
[[nodiscard]] Result<QString> paymentLink(const EvmPaymentRequest &request);

/// Asks a Solana wallet for a payment (Solana Pay, transfer request).
struct SolanaPaymentRequest {
    Address recipient;
    std::optional<Address> mint; ///< of an SPL token; none: SOL
    QString amount; ///< in whole units, `[0-9]+(\.[0-9]+)?`; empty: the payer decides
    QString label; ///< who asks; empty: none
    QString message; ///< what for; empty: none
};
/// `solana:<recipient>?amount=1.5&spl-token=…&label=…&message=…`. InvalidArgument when an address is of Ethereum or the
/// amount is no such number.
[[nodiscard]] Result<QString> paymentLink(const SolanaPaymentRequest &request);

} // namespace majlis

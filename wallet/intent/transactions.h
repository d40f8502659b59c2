// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/evm/abi.h"
#include "wallet/evm/transaction.h"
#include "wallet/intent.h"
#include "wallet/solana/message.h"

namespace majlis::wallet
{

// From an intent to what is signed. InvalidArgument names the field that is outside its domain. Whether it should be
// signed is reviewOf()'s to say.

[[nodiscard]] Result<EvmTransaction> transactionOf(const EvmTransferIntent &intent);
[[nodiscard]] Result<EvmTransaction> transactionOf(const EvmContractCallIntent &intent);
[[nodiscard]] Result<EvmTransaction> transactionOf(const EvmRevokeIntent &intent);

/// A legacy message with `payer` as the only signer: compute budget, account creation, transfer, memo, as asked for.
[[nodiscard]] Result<solana::Message> messageOf(const SolanaTransferIntent &intent, const Address &payer);

/// The data of a platform's program instruction: 8 bytes of sha256("global:<name>") and the arguments, little-endian.
[[nodiscard]] Bytes instructionDataOf(const SolanaProgramCallIntent &intent);

} // namespace majlis::wallet

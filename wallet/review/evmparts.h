// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/evm/abivalue.h"
#include "wallet/evm/transaction.h"
#include "wallet/review/reviewbuilder.h"

#include <span>

namespace majlis::wallet::detail
{

// What the reviews of EVM requests share.

/// An approval of at least so much is as good as one without a limit.
[[nodiscard]] bool isUnlimited(const Uint256 &amount);
/// "12.5 USDT".
[[nodiscard]] QString amountText(const Uint256 &amount, const QString &symbol, unsigned decimals);
/// Any value of the ABI, lists in brackets.
[[nodiscard]] QString abiText(const AbiValue &value);

/// Chain, account, nonce, fee and expiry of a transaction; refuses chains that the wallet does not know, accounts that
/// are not EVM's, and what is over.
void judgeTransaction(ReviewBuilder &review, const EvmTransactionFields &fields, const Result<EvmTransaction> &built);
/// The token as it may be shown: refuses one that says to be a known token and is not, marks unknown ones.
void judgeToken(ReviewBuilder &review, ChainId chain, const EvmToken &token);
/// The token of that address: the wallet's own, else the intent's; null when neither has it.
[[nodiscard]] const EvmToken *tokenAt(ChainId chain, const Address &contract, std::span<const EvmToken> given);

} // namespace majlis::wallet::detail

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/review/reviewbuilder.h"
#include "wallet/solana/review.h"

#include <optional>

namespace majlis::wallet::detail
{

// What the reviews of Solana requests share.

/// "1.5 SOL".
[[nodiscard]] QString lamportsText(std::uint64_t lamports);
/// Cluster, account and block limit; refuses accounts that are not Solana's and a hash of zeros.
void judgeTransaction(ReviewBuilder &review, const SolanaTransactionFields &fields);
/// What sol's own review of the bytes finds, and its fee; `exempt` is the instruction that the wallet knows by other
/// means (a platform's program).
void judgeMessage(ReviewBuilder &review, const solana::Message &message, const solana::ReviewContext &context,
    std::optional<std::size_t> exempt = {});
/// The name, program and arguments of a platform's instruction.
void showProgramCall(ReviewBuilder &review, const SolanaProgramCallIntent &intent);

} // namespace majlis::wallet::detail

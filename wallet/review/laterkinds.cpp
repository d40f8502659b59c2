// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/review/reviewbuilder.h"

namespace majlis::wallet::detail
{

namespace
{

// The wallet refuses what it cannot yet show.
Review notShown(ReviewAction action, const ReviewContext &context)
{
    ReviewBuilder review(action, context);
    review.row(ReviewField::Account, context.account);
    review.refuse(ReviewFinding::InvalidField, QStringLiteral("this version does not sign such requests"));
    return review.take();
}

} // namespace

Review reviewOf(const TextMessageIntent &, const ReviewContext &context)
{
    return notShown(ReviewAction::SignMessage, context);
}

Review reviewOf(const EvmTransferIntent &, const ReviewContext &context)
{
    return notShown(ReviewAction::Send, context);
}

Review reviewOf(const EvmContractCallIntent &, const ReviewContext &context)
{
    return notShown(ReviewAction::ContractCall, context);
}

Review reviewOf(const EvmTypedDataIntent &, const ReviewContext &context)
{
    return notShown(ReviewAction::SignTypedData, context);
}

Review reviewOf(const SolanaTransferIntent &, const ReviewContext &context)
{
    return notShown(ReviewAction::Send, context);
}

Review reviewOf(const SolanaProgramCallIntent &, const ReviewContext &context)
{
    return notShown(ReviewAction::ProgramCall, context);
}

Review reviewOf(const ServerBuiltTransactionIntent &, const ReviewContext &context)
{
    return notShown(ReviewAction::ContractCall, context);
}

} // namespace majlis::wallet::detail

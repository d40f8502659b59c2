// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/intent/transactions.h"
#include "wallet/review/evmparts.h"
#include "wallet/review/knowncontracts.h"

namespace majlis::wallet::detail
{

namespace
{

using Kind = EvmRevokeIntent::Kind;

// By name when it is one of a platform's contracts, whichever platform's.
void showSpender(ReviewBuilder &review, const EvmRevokeIntent &intent)
{
    for (std::size_t i = 0; i < platformCount; ++i) {
        const auto *known = knownContract(static_cast<Platform>(i), intent.transaction.chainId, intent.spender);
        if (known != nullptr) {
            review.row(ReviewField::Spender, known->name, intent.spender);
            return;
        }
    }
    review.row(ReviewField::Spender, intent.spender);
}

void showTarget(ReviewBuilder &review, const EvmRevokeIntent &intent)
{
    const ChainId chain = intent.transaction.chainId;
    if (intent.kind != Kind::Token) {
        review.row(ReviewField::Contract, intent.contract);
        if (intent.kind == Kind::Item)
            review.argument(QStringLiteral("tokenId"), intent.item.toDecimal());
        if (intent.token)
            review.refuse(ReviewFinding::InvalidField, QStringLiteral("a token where there is none"));
        return;
    }
    if (intent.token && intent.token->contract != intent.contract)
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("the token of another contract"));
    else if (intent.token)
        judgeToken(review, chain, *intent.token);
    if (const EvmToken *known = knownToken(chain, intent.contract)) {
        review.row(ReviewField::Contract, known->symbol, intent.contract);
        return;
    }
    review.row(ReviewField::Contract, intent.contract);
    review.notice(ReviewFinding::RevokesUnknownToken, Severity::Danger, intent.contract.text());
}

} // namespace

Review reviewOf(const EvmRevokeIntent &intent, const ReviewContext &context)
{
    ReviewBuilder review(ReviewAction::Revoke, context);
    review.row(ReviewField::Method,
        intent.kind == Kind::Collection ? QStringLiteral("setApprovalForAll(address,bool)")
                                        : QStringLiteral("approve(address,uint256)"));
    showTarget(review, intent);
    showSpender(review, intent);
    judgeTransaction(review, intent.transaction, transactionOf(intent));
    return review.take();
}

} // namespace majlis::wallet::detail

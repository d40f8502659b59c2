// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/intent/signintext.h"
#include "wallet/review/reviewbuilder.h"
#include "wallet/review/signinpolicy.h"

namespace majlis::wallet::detail
{

namespace
{

constexpr std::chrono::milliseconds timestampWindow = std::chrono::minutes(15);

void showText(ReviewBuilder &review, const Result<QString> &text)
{
    if (text)
        review.setRaw(*text);
    else
        review.refuse(ReviewFinding::InvalidField, QString::fromStdString(text.error().detail));
}

void showChain(ReviewBuilder &review, ChainId chain, Platform platform)
{
    const ChainInfo *known = knownChain(chain);
    const QString id = QString::number(chain);
    review.row(ReviewField::Chain, known == nullptr ? id : known->name + QStringLiteral(" (") + id + u')');
    if (!takesChain(platform, chain))
        review.refuse(ReviewFinding::WrongChain, id);
}

void showSignIn(ReviewBuilder &review, const SignInText &text)
{
    review.setPlatform(text.platform);
    review.row(ReviewField::Domain, text.domain);
    review.row(ReviewField::Account, review.context().account);
    review.row(ReviewField::Statement, text.statement);
    review.row(ReviewField::Nonce, text.nonce);
    if (isSignInTime(text.issuedAt))
        review.row(ReviewField::IssuedAt, shownTime(text.issuedAt));
    if (isSignInTime(text.expirationTime))
        review.row(ReviewField::Expires, shownTime(text.expirationTime));
}

QString referralChainName(ReferralChain chain)
{
    switch (chain) {
    case ReferralChain::Base:
        return QStringLiteral("Base");
    case ReferralChain::Arbitrum:
        return QStringLiteral("Arbitrum One");
    case ReferralChain::Solana:
        return QStringLiteral("Solana");
    }
    return {};
}

} // namespace

Review reviewOf(const SignInIntent &intent, const ReviewContext &context)
{
    ReviewBuilder review(ReviewAction::SignIn, context);
    review.setPlatform(intent.platform);
    review.row(ReviewField::Account, context.account);
    if (intent.messageTemplate == SignInTemplate::HabibiNonce) {
        review.row(ReviewField::Nonce, intent.nonce);
        if (context.usedNonces.contains(intent.nonce))
            review.refuse(ReviewFinding::NonceReused);
    } else {
        if (isSignInTime(intent.timestamp))
            review.row(ReviewField::IssuedAt, shownTime(intent.timestamp));
        // The server's window is 5 minutes of its own clock, which the client has already allowed for.
        if (intent.timestamp < context.now - timestampWindow)
            review.refuse(ReviewFinding::Expired);
        if (intent.timestamp > context.now + timestampWindow)
            review.refuse(ReviewFinding::NotYetValid);
        if (!context.account.isEvm())
            review.refuse(ReviewFinding::WrongAccount, QStringLiteral("AB.LAND takes EVM accounts"));
    }
    showText(review, messageOf(intent));
    return review.take();
}

Review reviewOf(const ReferralRegistrationIntent &intent, const ReviewContext &context)
{
    ReviewBuilder review(ReviewAction::RegisterReferral, context);
    review.setPlatform(Platform::Habibi);
    review.row(ReviewField::Chain, referralChainName(intent.chain));
    review.row(ReviewField::Account, intent.referee);
    review.row(ReviewField::Code, intent.code);
    if (intent.referee != context.account)
        review.refuse(ReviewFinding::WrongAccount, QStringLiteral("the referee is not the signing account"));
    showText(review, messageOf(intent));
    return review.take();
}

Review reviewOf(const EvmSignInIntent &intent, const ReviewContext &context)
{
    ReviewBuilder review(ReviewAction::SignIn, context);
    showSignIn(review, intent.text);
    showChain(review, intent.chainId, intent.text.platform);
    judgeSignIn(review, intent.text, AddressFamily::Evm);
    showText(review, signInMessage(intent, context.account));
    return review.take();
}

Review reviewOf(const SolanaSignInIntent &intent, const ReviewContext &context)
{
    ReviewBuilder review(ReviewAction::SignIn, context);
    showSignIn(review, intent.text);
    review.row(ReviewField::Chain, QStringLiteral("Solana ") + clusterName(intent.cluster));
    if (!takesCluster(intent.text.platform, intent.cluster))
        review.refuse(ReviewFinding::WrongChain, clusterName(intent.cluster));
    judgeSignIn(review, intent.text, AddressFamily::Solana);
    showText(review, signInMessage(intent, context.account));
    return review.take();
}

} // namespace majlis::wallet::detail

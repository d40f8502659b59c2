// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/intent.h"

#include "wallet/intent/signintext.h"

#include <QRegularExpression>

namespace majlis::wallet
{

namespace
{

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

QString chainText(ReferralChain chain)
{
    switch (chain) {
    case ReferralChain::Base:
        return QStringLiteral("base");
    case ReferralChain::Arbitrum:
        return QStringLiteral("arbitrum");
    case ReferralChain::Solana:
        return QStringLiteral("solana");
    }
    return {};
}

Result<QString> habibiText(const SignInIntent &intent)
{
    if (intent.platform != Platform::Habibi || intent.timestamp != std::chrono::milliseconds::zero())
        return fail(ErrorCode::InvalidArgument, "this template is not this platform's");
    if (!isSignInNonce(intent.nonce))
        return fail(ErrorCode::InvalidArgument, "the nonce is not 16 to 64 letters and digits");
    return QStringLiteral("Sign this message to authenticate with HABIBI Protocol\n\nNonce: ") + intent.nonce;
}

Result<QString> abLandText(const SignInIntent &intent)
{
    if (intent.platform != Platform::AbLand || !intent.nonce.isEmpty())
        return fail(ErrorCode::InvalidArgument, "this template is not this platform's");
    if (intent.timestamp <= std::chrono::milliseconds::zero() || !isSignInTime(intent.timestamp))
        return fail(ErrorCode::InvalidArgument, "the time is outside the years 1970 to 9999");
    return QStringLiteral("Sign this message to authenticate with AB.LAND: ")
        + QString::number(intent.timestamp.count());
}

Result<QString> textOf(const SignInIntent &intent)
{
    return intent.messageTemplate == SignInTemplate::HabibiNonce ? habibiText(intent) : abLandText(intent);
}

Result<QString> textOf(const ReferralRegistrationIntent &intent)
{
    if (!matches(intent.code, QStringLiteral("HABIBI-[A-Z]{3,5}-[A-Z0-9]{8}")))
        return fail(ErrorCode::InvalidArgument, "not a referral code");
    if (intent.referee.isSolana() != (intent.chain == ReferralChain::Solana))
        return fail(ErrorCode::InvalidArgument, "the chain is not the referee's");
    return QStringLiteral("Register referral\n\nReferee: ") + intent.referee.text() + QStringLiteral("\nCode: ")
        + intent.code + QStringLiteral("\nChain: ") + chainText(intent.chain);
}

} // namespace

Result<QString> messageOf(const Intent &intent)
{
    if (const auto *signIn = std::get_if<SignInIntent>(&intent))
        return textOf(*signIn);
    if (const auto *registration = std::get_if<ReferralRegistrationIntent>(&intent))
        return textOf(*registration);
    return fail(ErrorCode::InvalidArgument, "not one text for every account");
}

} // namespace majlis::wallet

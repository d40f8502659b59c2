// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/intent.h"

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

Result<QString> textOf(const SignInIntent &intent)
{
    if (intent.platform != Platform::Habibi || intent.messageTemplate != SignInTemplate::HabibiNonce)
        return fail(ErrorCode::InvalidArgument, "this template is not this platform's");
    if (!matches(intent.nonce, QStringLiteral("[A-Za-z0-9]{16,64}")))
        return fail(ErrorCode::InvalidArgument, "the nonce is not 16 to 64 letters and digits");
    return QStringLiteral("Sign this message to authenticate with HABIBI Protocol\n\nNonce: ") + intent.nonce;
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
    return std::visit([](const auto &kind) { return textOf(kind); }, intent);
}

} // namespace majlis::wallet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/intent/signintext.h"

#include <QDateTime>

#include <algorithm>

namespace majlis::wallet
{

namespace
{

constexpr std::chrono::milliseconds lastTime{253402300799999}; // 9999-12-31T23:59:59.999Z
constexpr qsizetype longestField = 2048;

// EIP-4361's grammar leaves out more; what is left here is for the policy to judge.
bool isWritable(const QString &text)
{
    const auto isPrintable = [](QChar c) { return c >= QChar(0x20) && c < QChar(0x7F); };
    return text.size() <= longestField && std::all_of(text.begin(), text.end(), isPrintable);
}

Result<QString> messageFor(const SignInText &text, const QString &kind, const Address &account, const QString &chain)
{
    const bool good = !text.domain.isEmpty() && !text.uri.isEmpty() && !text.statement.isEmpty()
        && isWritable(text.domain) && isWritable(text.uri) && isWritable(text.statement) && isSignInNonce(text.nonce)
        && isSignInTime(text.issuedAt) && isSignInTime(text.expirationTime);
    if (!good)
        return fail(ErrorCode::InvalidArgument, "a field of the sign-in cannot be written");
    return QString(text.domain + QStringLiteral(" wants you to sign in with your ") + kind
        + QStringLiteral(" account:\n") + account.text() + QStringLiteral("\n\n") + text.statement
        + QStringLiteral("\n\nURI: ") + text.uri + QStringLiteral("\nVersion: 1\nChain ID: ") + chain
        + QStringLiteral("\nNonce: ") + text.nonce + QStringLiteral("\nIssued At: ") + signInTime(text.issuedAt)
        + QStringLiteral("\nExpiration Time: ") + signInTime(text.expirationTime));
}

} // namespace

bool isSignInNonce(const QString &nonce)
{
    const auto isLetterOrDigit
        = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); };
    return nonce.size() >= 16 && nonce.size() <= 64 && std::all_of(nonce.begin(), nonce.end(), isLetterOrDigit);
}

QString signInTime(std::chrono::milliseconds sinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
}

bool isSignInTime(std::chrono::milliseconds sinceEpoch)
{
    return sinceEpoch >= std::chrono::milliseconds::zero() && sinceEpoch <= lastTime;
}

Result<QString> signInMessage(const EvmSignInIntent &intent, const Address &account)
{
    if (!account.isEvm())
        return fail(ErrorCode::InvalidArgument, "EIP-4361 is for EVM accounts");
    return messageFor(intent.text, QStringLiteral("Ethereum"), account, QString::number(intent.chainId));
}

Result<QString> signInMessage(const SolanaSignInIntent &intent, const Address &account)
{
    if (!account.isSolana())
        return fail(ErrorCode::InvalidArgument, "this sign-in is for Solana accounts");
    return messageFor(intent.text, QStringLiteral("Solana"), account, clusterName(intent.cluster));
}

} // namespace majlis::wallet

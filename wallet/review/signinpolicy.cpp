// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/review/signinpolicy.h"

#include "wallet/intent/signintext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace majlis::wallet::detail
{

namespace
{

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

// Empty when the platform's sign-in is not EIP-4361.
QString uriPath(Platform platform)
{
    return platform == Platform::Zmart ? QStringLiteral("/api/auth/login") : QString();
}

bool usesSignInText(Platform platform, AddressFamily family)
{
    const bool solana = platform == Platform::Zmart || platform == Platform::TradeHybrid;
    return family == AddressFamily::Solana ? solana : solana || platform == Platform::Dslt;
}

void judgeDomain(ReviewBuilder &review, const SignInText &text)
{
    if (!isPlatformDomain(text.platform, text.domain)) {
        review.refuse(ReviewFinding::ForeignDomain, text.domain);
        return;
    }
    const bool practice = isPracticeDomain(text.domain);
    if (practice)
        review.notice(ReviewFinding::PracticeDomain, Severity::Note);
    const QString rest = text.domain + uriPath(text.platform);
    const bool good
        = text.uri == QStringLiteral("https://") + rest || (practice && text.uri == QStringLiteral("http://") + rest);
    if (!good)
        review.refuse(ReviewFinding::UriNotOfDomain, text.uri);
}

void judgeTimes(ReviewBuilder &review, const SignInText &text)
{
    const std::chrono::milliseconds now = review.context().now;
    if (!isSignInTime(text.issuedAt) || !isSignInTime(text.expirationTime)) {
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("a time is outside the years 1970 to 9999"));
        return;
    }
    if (text.expirationTime <= text.issuedAt || text.expirationTime - text.issuedAt > longestSignIn)
        review.refuse(ReviewFinding::LifetimeTooLong);
    if (text.expirationTime <= now)
        review.refuse(ReviewFinding::Expired);
    if (text.issuedAt > now + clockTolerance)
        review.refuse(ReviewFinding::NotYetValid);
}

} // namespace

bool isStatementOf(Platform platform, const QString &statement)
{
    switch (platform) {
    case Platform::Zmart:
        return statement == QStringLiteral("Sign in to ZMART.");
    case Platform::TradeHybrid:
        return statement == QStringLiteral("Sign in to Trade Hybrid.");
    case Platform::Dslt:
        return statement == QStringLiteral("Sign in to DSLT.")
            || matches(statement, QStringLiteral("Create a DSLT account with [!-~]{1,64}@[A-Za-z0-9.-]{1,190}\\."))
            || matches(statement, QStringLiteral("Link this wallet to DSLT user [A-Za-z0-9_-]{1,64}\\."));
    case Platform::Habibi:
    case Platform::AbLand:
        return false;
    }
    return false;
}

bool takesChain(Platform platform, ChainId chain)
{
    if (platform == Platform::Dslt)
        return chain == chainBnb || chain == chainBnbTestnet || chain == chainPolygon || chain == chainArbitrum;
    return knownChain(chain) != nullptr;
}

bool takesCluster(Platform platform, SolanaCluster cluster)
{
    return cluster == SolanaCluster::Mainnet || platform == Platform::Zmart;
}

void judgeSignIn(ReviewBuilder &review, const SignInText &text, AddressFamily family)
{
    const Address &account = review.context().account;
    if (account.family() != family)
        review.refuse(ReviewFinding::WrongAccount, QStringLiteral("the account is of the other family"));
    if (!usesSignInText(text.platform, family))
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("the platform has no such sign-in"));
    judgeDomain(review, text);
    if (!isStatementOf(text.platform, text.statement))
        review.refuse(ReviewFinding::ForeignStatement);
    if (!isSignInNonce(text.nonce))
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("the nonce is not 16 to 64 letters and digits"));
    else if (review.context().usedNonces.contains(text.nonce))
        review.refuse(ReviewFinding::NonceReused);
    judgeTimes(review, text);
}

bool looksLikeSignIn(const QString &text)
{
    // Loose on purpose: a server may be lenient about case and white space, so this is more lenient still.
    const QString plain = text.simplified().toLower();
    static const std::array marks{QStringLiteral("wants you to sign in with your"),
        QStringLiteral("sign this message to authenticate"), QStringLiteral("register referral")};
    return std::any_of(marks.begin(), marks.end(), [&plain](const QString &mark) { return plain.contains(mark); });
}

} // namespace majlis::wallet::detail

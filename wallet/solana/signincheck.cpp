// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/rfc3339.h"
#include "wallet/solana/signin.h"

namespace majlis::wallet::solana
{

using namespace Qt::StringLiterals;

namespace
{

std::unexpected<Error> refused(const char *what)
{
    return fail(ErrorCode::InvalidArgument, std::string("sign-in: ") + what);
}

bool isLoopback(const QString &domain)
{
    const QString host = domain.startsWith(u'[') ? domain.section(u']', 0, 0) + u']' : domain.section(u':', 0, 0);
    return host == u"localhost" || host == u"127.0.0.1" || host == u"[::1]";
}

// The domain to the letter behind https, or http when it never leaves this computer. QUrl is not asked: it would bring
// capitals and percent-encoding to one form first, and the user reads the text as it is.
bool isOfDomain(const QString &uri, const QString &domain)
{
    const auto matches = [&uri](const QString &origin) {
        return uri.startsWith(origin) && (uri.size() == origin.size() || u"/?#"_s.contains(uri[origin.size()]));
    };
    return matches(u"https://"_s + domain) || (isLoopback(domain) && matches(u"http://"_s + domain));
}

QString bareChain(const QString &chainId)
{
    return chainId.startsWith(u"solana:") ? chainId.sliced(7) : chainId;
}

Result<void> checkTimes(const SignIn &signIn, const SignInExpectation &expected)
{
    const auto time = [](const std::optional<QString> &text) { return text ? parseRfc3339(*text) : std::nullopt; };
    const auto issued = time(signIn.issuedAt);
    const auto expires = time(signIn.expirationTime);
    const auto notBefore = time(signIn.notBefore);
    if (issued && *issued > expected.nowMs + expected.clockSkewMs)
        return refused("issued in the future");
    if (expires && *expires <= expected.nowMs)
        return refused("expired");
    if (expires && issued && *expires <= *issued)
        return refused("expires before it is issued");
    if (notBefore && *notBefore > expected.nowMs + expected.clockSkewMs)
        return refused("not valid yet");
    return {};
}

} // namespace

Result<void> checkSignIn(const SignIn &signIn, const SignInExpectation &expected)
{
    if (const Result<QString> wellFormed = signIn.message(); !wellFormed)
        return std::unexpected(wellFormed.error());
    if (expected.domain.isEmpty() || signIn.domain != expected.domain)
        return refused("domain is another one");
    if (signIn.address != expected.address)
        return refused("address is another account's");
    if (signIn.uri && !isOfDomain(*signIn.uri, expected.domain))
        return refused("URI is not the domain's");
    if (!signIn.chainId || bareChain(*signIn.chainId) != bareChain(expected.chainId))
        return refused("chain is another one");
    if (expected.nonce.isEmpty() || signIn.nonce != expected.nonce)
        return refused("nonce is not the one that was asked for");
    return checkTimes(signIn, expected);
}

} // namespace majlis::wallet::solana

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/wallet/walletfixture.h"
#include "wallet/intent/signintext.h"
#include "wallet/review/review.h"

#include <catch2/catch.hpp>

#include <QDateTime>

using namespace majlis::wallet;
using namespace Qt::StringLiterals;
using Finding = ReviewFinding;

namespace
{

std::chrono::milliseconds time(const char *text)
{
    return std::chrono::milliseconds(
        QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs).toMSecsSinceEpoch());
}

const Address evmAccount = *Address::parse(u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
const Address solanaAccount = *Address::parse(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF");

SignInText zmartText()
{
    return {Platform::Zmart, u"api.yourdomain.com"_s, u"https://api.yourdomain.com/api/auth/login"_s,
        u"Sign in to ZMART."_s, u"7f3c9a1e5b2d4860a1c9e7f3b5d20468"_s, time("2026-11-20T15:04:05.000Z"),
        time("2026-11-20T15:09:05.000Z")};
}

SignInText dsltText()
{
    SignInText text = zmartText();
    text.platform = Platform::Dslt;
    text.domain = u"dslt.example"_s;
    text.uri = u"https://dslt.example"_s;
    text.statement = u"Sign in to DSLT."_s;
    return text;
}

ReviewContext at(const Address &account, const char *now = "2026-11-20T15:05:00.000Z")
{
    return {account, time(now), {}};
}

Review review(const SignInText &text, ChainId chain = 1)
{
    return reviewOf(EvmSignInIntent{text, chain}, at(evmAccount));
}

} // namespace

TEST_CASE("sign-in texts are the contract's, to the byte", "[review][signin]")
{
    // contract/zmart.openapi.yaml and dslt.openapi.yaml, x-signing
    CHECK(*signInMessage(SolanaSignInIntent{zmartText()}, solanaAccount)
        == u"api.yourdomain.com wants you to sign in with your Solana account:\n"
           "FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF\n\nSign in to ZMART.\n\n"
           "URI: https://api.yourdomain.com/api/auth/login\nVersion: 1\nChain ID: mainnet\n"
           "Nonce: 7f3c9a1e5b2d4860a1c9e7f3b5d20468\nIssued At: 2026-11-20T15:04:05.000Z\n"
           "Expiration Time: 2026-11-20T15:09:05.000Z"_s);
    CHECK(*signInMessage(EvmSignInIntent{dsltText(), chainBnb}, evmAccount)
        == u"dslt.example wants you to sign in with your Ethereum account:\n"
           "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266\n\nSign in to DSLT.\n\nURI: https://dslt.example\n"
           "Version: 1\nChain ID: 56\nNonce: 7f3c9a1e5b2d4860a1c9e7f3b5d20468\n"
           "Issued At: 2026-11-20T15:04:05.000Z\nExpiration Time: 2026-11-20T15:09:05.000Z"_s);
}

TEST_CASE("an honest sign-in is shown and not refused", "[review][signin]")
{
    const Review shown = review(zmartText());
    CHECK_FALSE(shown.isRefused());
    CHECK(shown.action == ReviewAction::SignIn);
    CHECK(shown.platform == Platform::Zmart);
    CHECK(shown.valueOf(ReviewField::Domain) == u"api.yourdomain.com"_s);
    CHECK(shown.valueOf(ReviewField::Chain) == u"Ethereum (1)"_s);
    CHECK(shown.valueOf(ReviewField::Expires) == u"2026-11-20 15:09:05 UTC"_s);
    CHECK(shown.raw == *signInMessage(EvmSignInIntent{zmartText(), 1}, evmAccount));
    CHECK_FALSE(reviewOf(SolanaSignInIntent{zmartText()}, at(solanaAccount)).isRefused());
    CHECK_FALSE(review(dsltText(), chainPolygon).isRefused());
}

TEST_CASE("a sign-in for any other domain is refused", "[review][signin]")
{
    const QString domain = GENERATE(u"evil.example"_s, u"api.yourdomain.com.evil.example"_s,
        u"api.yourdomain.com:444"_s, u"api.yourdomain.com:443"_s, u"API.yourdomain.com"_s, u"api.yourdomain.com."_s,
        u"user@api.yourdomain.com"_s, u"api.yourdomain.com@evil.example"_s, u"api.yourdom\u0430in.com"_s,
        u"xn--api-yourdomin-9ij.com"_s, u" api.yourdomain.com"_s, u"api.yourdomain.com\r\nX: y"_s,
        u"api.yourdomain.com/login"_s, u"yourdomain.com"_s, u"dslt.example"_s, u"127.0.0.1.evil.example"_s,
        u"127.0.0.1:"_s, u"127.0.0.1:99999"_s, u"localhost:0x50"_s, u"127.0.0.1:80@evil.example"_s, u"127.1"_s, u""_s);
    SignInText text = zmartText();
    text.domain = domain;
    text.uri = u"https://"_s + domain + u"/api/auth/login"_s;
    INFO(domain.toStdString());
    CHECK(review(text).has(Finding::ForeignDomain));
    CHECK(review(text).isRefused());
    CHECK(reviewOf(SolanaSignInIntent{text}, at(solanaAccount)).isRefused());
}

TEST_CASE("the practice platform on this computer is one of the platforms, and said to be it", "[review][signin]")
{
    SignInText text = zmartText();
    text.domain = u"127.0.0.1:4000"_s;
    text.uri = u"http://127.0.0.1:4000/api/auth/login"_s;
    CHECK_FALSE(review(text).isRefused());
    CHECK(review(text).has(Finding::PracticeDomain));
}

TEST_CASE("the URI is the domain's own, and encrypted", "[review][signin]")
{
    const QString uri
        = GENERATE(u"http://api.yourdomain.com/api/auth/login"_s, u"https://evil.example/api/auth/login"_s,
            u"https://api.yourdomain.com/api/auth/login?next=evil"_s, u"https://api.yourdomain.com"_s,
            u"https://api.yourdomain.com@evil.example/api/auth/login"_s, u"javascript:1"_s, u""_s);
    SignInText text = zmartText();
    text.uri = uri;
    INFO(uri.toStdString());
    CHECK(review(text).has(Finding::UriNotOfDomain));
}

TEST_CASE("times, nonces, chains, statements and accounts of a sign-in are judged", "[review][signin]")
{
    SignInText text = zmartText();
    CHECK(reviewOf(EvmSignInIntent{text}, at(evmAccount, "2026-11-20T15:09:05.000Z")).has(Finding::Expired));
    CHECK(reviewOf(EvmSignInIntent{text}, at(evmAccount, "2026-11-20T14:50:00.000Z")).has(Finding::NotYetValid));
    text.expirationTime = text.issuedAt + std::chrono::seconds(601);
    CHECK(review(text).has(Finding::LifetimeTooLong));
    text.expirationTime = text.issuedAt;
    CHECK(review(text).has(Finding::LifetimeTooLong));
    text.expirationTime = std::chrono::milliseconds(253402300800000);
    CHECK(review(text).isRefused());
    CHECK(review(text).raw.isEmpty());

    ReviewContext context = at(evmAccount);
    context.usedNonces.insert(zmartText().nonce);
    CHECK(reviewOf(EvmSignInIntent{zmartText()}, context).has(Finding::NonceReused));
    for (const QString &nonce : {u"short"_s, u"7f3c9a1e5b2d4860\nChain ID: 1"_s, QString(65, u'a')}) {
        text = zmartText();
        text.nonce = nonce;
        CHECK(review(text).has(Finding::InvalidField));
    }
    CHECK(review(zmartText(), 999).has(Finding::WrongChain));
    CHECK(review(dsltText(), 1).has(Finding::WrongChain));
    text = dsltText();
    text.statement = u"Sign in to ZMART."_s;
    CHECK(review(text, chainBnb).has(Finding::ForeignStatement));
    text.statement = u"Link this wallet to DSLT user 5b1f0c9e-8a43.\nURI: https://evil.example"_s;
    CHECK(review(text, chainBnb).has(Finding::ForeignStatement));
    CHECK(reviewOf(EvmSignInIntent{zmartText()}, at(solanaAccount)).has(Finding::WrongAccount));
    CHECK(reviewOf(SolanaSignInIntent{dsltText()}, at(solanaAccount)).isRefused());
}

TEST_CASE("AB.LAND's text and its time", "[review][signin]")
{
    const SignInIntent intent{Platform::AbLand, SignInTemplate::AbLandTimestamp, {}, time("2026-11-20T15:04:05.000Z")};
    CHECK(*messageOf(intent) == u"Sign this message to authenticate with AB.LAND: 1795187045000"_s);
    CHECK_FALSE(reviewOf(intent, at(evmAccount)).isRefused());
    CHECK(reviewOf(intent, at(evmAccount, "2026-11-20T15:30:00.000Z")).has(Finding::Expired));
    CHECK(reviewOf(intent, at(solanaAccount)).has(Finding::WrongAccount));
    CHECK_FALSE(messageOf(SignInIntent{Platform::Habibi, SignInTemplate::AbLandTimestamp, {}, intent.timestamp}));
}

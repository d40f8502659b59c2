// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/rfc3339.h"
#include "wallet/solana/signin.h"
#include "wallet/verify.h"

#include <catch2/catch.hpp>

using namespace majlis::wallet;
using namespace majlis::wallet::solana;
using namespace Qt::StringLiterals;

namespace
{

constexpr long long issued = 1'763'650'000'123; // 2025-11-20T14:46:40.123Z

// The example of contract/trade-hybrid.openapi.yaml, /api/auth/nonce and /api/auth/wallet.
SignIn tradeHybrid()
{
    SignIn signIn;
    signIn.domain = u"trade-hybrid.example"_s;
    signIn.address = *PublicKey::parse(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF");
    signIn.statement = u"Sign in to Trade Hybrid."_s;
    signIn.uri = u"https://trade-hybrid.example"_s;
    signIn.version = u"1"_s;
    signIn.chainId = u"mainnet"_s;
    signIn.nonce = u"p7Yq2Lx9TtVw4Zk1"_s;
    signIn.issuedAt = u"2025-11-20T14:46:40.123Z"_s;
    signIn.expirationTime = u"2025-11-20T14:51:40.123Z"_s;
    return signIn;
}

SignInExpectation expectation()
{
    return {u"trade-hybrid.example"_s, tradeHybrid().address, u"mainnet"_s, u"p7Yq2Lx9TtVw4Zk1"_s, issued + 1000};
}

std::string refusal(const SignIn &signIn, const SignInExpectation &expected = expectation())
{
    const auto checked = checkSignIn(signIn, expected);
    return checked ? std::string() : checked.error().detail;
}

template <class Change>
std::string refusalOf(Change change)
{
    SignIn signIn = tradeHybrid();
    change(signIn);
    return refusal(signIn);
}

template <class Change>
bool isWellFormed(Change change)
{
    SignIn signIn = tradeHybrid();
    change(signIn);
    const auto message = signIn.message();
    if (message)
        CHECK(SignIn::parse(*message) == signIn);
    return message.has_value();
}

} // namespace

TEST_CASE("sign-in: the platform's text, and the contract's signature over it", "[solana]")
{
    const QString text = u"trade-hybrid.example wants you to sign in with your Solana account:\n"
                         "FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF\n"
                         "\n"
                         "Sign in to Trade Hybrid.\n"
                         "\n"
                         "URI: https://trade-hybrid.example\n"
                         "Version: 1\n"
                         "Chain ID: mainnet\n"
                         "Nonce: p7Yq2Lx9TtVw4Zk1\n"
                         "Issued At: 2025-11-20T14:46:40.123Z\n"
                         "Expiration Time: 2025-11-20T14:51:40.123Z"_s;
    CHECK(*tradeHybrid().message() == text);
    CHECK(*SignIn::parse(text) == tradeHybrid());
    CHECK(refusal(tradeHybrid()).empty());
    CHECK(verifyMessage(bytesOf(text.toStdString()),
        u"3YmfcZMenGMECe7GL198j2Bjy9WrTn7JYGNcSsMYadM1sm9UFrVtR4GN9zRZPDDFjYCwnR463wGopDqh33ywmFQZ",
        tradeHybrid().address.address()));
}

TEST_CASE("sign-in: fields are strict", "[solana]")
{
    using S = SignIn &;
    for (const QString &domain : {u"a.example:1"_s, u"[2001:db8::1]:443"_s, u"localhost"_s, u"127.0.0.1:65535"_s})
        CHECK(isWellFormed([&](S s) { s.domain = domain; }));
    for (const QString &domain : {u""_s, u"a b"_s, u"user@a.example"_s, u"a.example/"_s, u"a.example?"_s,
             u"a.example#"_s, u"a.example:"_s, u"a.example:65536"_s, u"a.example:1:2"_s, u"a.example:x"_s,
             u"\u0430.example"_s, u"a\n.example"_s, u"a.example\r"_s, u"[::1"_s, u"[zz::1]"_s, u"a%2"_s, u"[]"_s})
        CHECK_FALSE(isWellFormed([&](S s) { s.domain = domain; }));
    for (const QString &text : {u""_s, u"a\nb"_s, u"a\r"_s, u"50%"_s, u"caf\u00e9"_s, u"URI: https://a.example"_s,
             u"Resources:"_s, u"Nonce: 12345678"_s, u"<b>"_s, u"\""_s})
        CHECK_FALSE(isWellFormed([&](S s) { s.statement = text; }));
    for (const QString &uri :
        {u""_s, u"a.example"_s, u":x"_s, u"1a:b"_s, u"https://a b"_s, u"https://a%zz"_s, u"https://a\n"_s})
        CHECK_FALSE(isWellFormed([&](S s) { s.uri = uri; }));
    for (const QString &nonce : {u""_s, u"1234567"_s, u"1234567-"_s, u"12345678\n"_s, u"1234567\u0661"_s})
        CHECK_FALSE(isWellFormed([&](S s) { s.nonce = nonce; }));
    for (const QString &chain : {u""_s, u"1"_s, u"Mainnet"_s, u"solana"_s, u"ethereum:mainnet"_s})
        CHECK_FALSE(isWellFormed([&](S s) { s.chainId = chain; }));
    CHECK(isWellFormed([](S s) { s.chainId = u"solana:devnet"_s; }));
    CHECK_FALSE(isWellFormed([](S s) { s.version = u"2"_s; }));
    CHECK_FALSE(isWellFormed([](S s) { s.requestId = u"a/b"_s; }));
    CHECK(isWellFormed([](S s) { s.requestId = u""_s; }));
    CHECK_FALSE(isWellFormed([](S s) { s.resources = QStringList{u"not a uri"_s}; }));
    CHECK(isWellFormed([](S s) { s.resources = QStringList(); }));
    CHECK_FALSE(isWellFormed([](S s) { s.issuedAt = u"2025-11-20"_s; }));
    CHECK(isWellFormed([](S s) { s = SignIn{.domain = u"a.example"_s, .address = s.address}; }));
}

TEST_CASE("sign-in: every change of the text is noticed", "[solana]")
{
    const QString text = *tradeHybrid().message();
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (const QString &with : {QString(), u" "_s, u"\n"_s, u"\r\n"_s}) {
            QString changed = text;
            changed.replace(i, 1, with);
            const auto parsed = SignIn::parse(changed);
            if (parsed && changed != text)
                CHECK(*parsed->message() == changed); // another sign-in, but never the same one
        }
    }
    QStringList others;
    others += text + u'\n';
    others += u'\n' + text;
    others += text + u"\nURI: https://a.example"_s;
    others += text + u"\n\nx"_s;
    others += QString(text).replace(u'\n', u"\r\n"_s);
    others += QString(text).replace(u"Solana"_s, u"Ethereum"_s);
    for (const QString &wrong : others)
        CHECK_FALSE(SignIn::parse(wrong));
}

TEST_CASE("sign-in: what an honest wallet refuses", "[solana]")
{
    using S = SignIn &;
    for (const QString &domain : {u"trade-hybrid.example.evil.example"_s, u"evil.example"_s, u"Trade-Hybrid.example"_s,
             u"trade-hybrid.example:443"_s, u"trade-hybrid.example."_s, u"trade-hybr1d.example"_s})
        CHECK(refusalOf([&](S s) { s.domain = domain; }) == "sign-in: domain is another one");
    CHECK(refusalOf([](S s) { s.domain = u"tr\u0430de-hybrid.example"_s; }) == "sign-in: domain is not valid");
    for (const QString &uri : {u"http://trade-hybrid.example"_s, u"https://evil.example"_s,
             u"https://trade-hybrid.example:8443"_s, u"https://trade-hybrid.example@evil.example"_s,
             u"https://x@trade-hybrid.example/"_s, u"ftp://trade-hybrid.example"_s, u"https:trade-hybrid.example"_s,
             u"httPs://trade-hybrid.example"_s, u"https://Trade-Hybrid.example"_s, u"https://trade%2Dhybrid.example"_s,
             u"https://trade-hybrid.example.evil.example"_s, u"https://trade-hybrid.example:443"_s})
        CHECK(refusalOf([&](S s) { s.uri = uri; }).starts_with("sign-in: URI is not"));
    for (const QString &uri : {u"https://trade-hybrid.example/login?x=1"_s, u"https://trade-hybrid.example?x"_s,
             u"https://trade-hybrid.example#x"_s})
        CHECK(refusalOf([&](S s) { s.uri = uri; }).empty());
    CHECK(refusalOf([](S s) { s.address = PublicKey(); }).contains("address"));
    CHECK(refusalOf([](S s) { s.chainId = u"devnet"_s; }).contains("chain"));
    CHECK(refusalOf([](S s) { s.chainId.reset(); }).contains("chain"));
    CHECK(refusalOf([](S s) { s.chainId = u"solana:mainnet"_s; }).empty());
    CHECK(refusalOf([](S s) { s.nonce = u"p7Yq2Lx9TtVw4Zk2"_s; }).contains("nonce"));
    CHECK(refusalOf([](S s) { s.nonce.reset(); }).contains("nonce"));
    CHECK(refusalOf([](S s) { s.expirationTime = u"2025-11-20T14:46:41.123Z"_s; }).contains("expired"));
    CHECK(refusalOf([](S s) { s.issuedAt = u"2025-11-20T14:47:42Z"_s; }).contains("future"));
    CHECK(refusalOf([](S s) { s.notBefore = u"2025-11-20T14:50:00Z"_s; }).contains("not valid yet"));
    SignInExpectation late = expectation();
    late.nowMs = issued + 301'000;
    CHECK(refusal(tradeHybrid(), late).contains("expired"));
    SignInExpectation loopback = expectation();
    loopback.domain = u"127.0.0.1:8443"_s;
    SignIn practice = tradeHybrid();
    practice.domain = loopback.domain;
    practice.uri = u"http://127.0.0.1:8443"_s;
    CHECK(refusal(practice, loopback).empty());
    practice.uri = u"http://127.0.0.1:8443@evil.example"_s;
    CHECK_FALSE(refusal(practice, loopback).empty());
    loopback.domain = u"localhost.evil.example"_s;
    practice.domain = loopback.domain;
    practice.uri = u"http://localhost.evil.example"_s;
    CHECK_FALSE(refusal(practice, loopback).empty());
    SignInExpectation nothing = expectation();
    nothing.domain.clear();
    CHECK_FALSE(refusal(tradeHybrid(), nothing).empty());
}

TEST_CASE("RFC 3339 times", "[solana]")
{
    CHECK(parseRfc3339(u"2025-11-20T14:46:40.123Z") == issued);
    CHECK(parseRfc3339(u"2025-11-20T16:46:40.1239+02:00") == issued);
    CHECK(parseRfc3339(u"2025-11-20t14:46:40.123z") == issued);
    CHECK(parseRfc3339(u"1970-01-01T00:00:00Z") == 0);
    CHECK(parseRfc3339(u"1969-12-31T23:59:59.5-00:00") == -500);
    CHECK(parseRfc3339(u"2024-02-29T00:00:00Z"));
    CHECK(parseRfc3339(u"1990-12-31T23:59:60Z") == parseRfc3339(u"1991-01-01T00:00:00Z"));
    for (const QString &bad : {u""_s, u"2025-11-20"_s, u"2025-11-20 14:46:40Z"_s, u"2025-11-20T14:46Z"_s,
             u"2025-11-20T14:46:40"_s, u"2025-11-20T14:46:40.Z"_s, u"2025-02-29T00:00:00Z"_s, u"2025-13-01T00:00:00Z"_s,
             u"2025-00-01T00:00:00Z"_s, u"2025-01-32T00:00:00Z"_s, u"2025-01-01T24:00:00Z"_s, u"2025-01-01T00:60:00Z"_s,
             u"2025-01-01T00:00:61Z"_s, u"2025-01-01T00:00:00+2:00"_s, u"2025-01-01T00:00:00+02"_s,
             u"2025-01-01T00:00:00+24:00"_s, u"2025-01-01T00:00:00Z "_s, u"-025-01-01T00:00:00Z"_s,
             u"2025-1-01T00:00:00Z"_s, u"2025-01-01T00:00:00,5Z"_s, u"\u0662025-01-01T00:00:00Z"_s}) {
        INFO(bad.toStdString());
        CHECK_FALSE(parseRfc3339(bad));
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// EIP-4361 against the vectors of its authors (tests/data/vectors/NOTICE), and what an honest wallet refuses.
#include "tests/unit/wallet/vectorfile.h"
#include "wallet/encoding/rfc3339.h"
#include "wallet/encoding/uri.h"
#include "wallet/evm/siwe.h"
#include "wallet/signer.h"

#include <catch2/catch.hpp>

#include <QJsonArray>
#include <QJsonObject>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

std::optional<QString> optional(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

SiweMessage fromFields(const QJsonObject &fields)
{
    SiweMessage message{.scheme = optional(fields[u"scheme"_s]),
        .domain = fields[u"domain"_s].toString(),
        .address = Address::parse(fields[u"address"_s].toString()).value()};
    message.statement = optional(fields[u"statement"_s]);
    message.uri = fields[u"uri"_s].toString();
    const QJsonValue chain = fields[u"chainId"_s];
    message.chainId = chain.isString() ? Uint256::fromDecimal(chain.toString()).value()
                                       : Uint256(static_cast<std::uint64_t>(chain.toInteger()));
    message.nonce = fields[u"nonce"_s].toString();
    message.issuedAt = fields[u"issuedAt"_s].toString();
    message.expirationTime = optional(fields[u"expirationTime"_s]);
    message.notBefore = optional(fields[u"notBefore"_s]);
    message.requestId = optional(fields[u"requestId"_s]);
    if (fields.contains(u"resources"_s)) {
        message.resources.emplace();
        for (const QJsonValue &resource : fields[u"resources"_s].toArray())
            message.resources->push_back(resource.toString());
    }
    return message;
}

// As the vectors of verification have it: the message's fields and what the server expects.
bool verifies(const QJsonObject &test)
{
    const SiweMessage message = fromFields(test);
    const Result<QString> text = message.text();
    const Result<EvmSignature> signature = EvmSignature::parse(test[u"signature"_s].toString());
    if (!text || !signature)
        return false;
    const auto choose = [&test](const QString &name, const QString &otherwise) {
        return test.contains(name) ? test[name].toString() : otherwise;
    };
    const long long now = parseRfc3339(choose(u"time"_s, u"2026-11-20T22:00:00Z"_s)).value();
    return verifySiwe(*text, *signature,
        {choose(u"domainBinding"_s, message.domain), choose(u"matchNonce"_s, message.nonce), message.chainId,
            message.address, now})
        .has_value();
}

SiweMessage example()
{
    SiweMessage message{.scheme = {}, .domain = u"app.example.com"_s, .address = Address::evm({1})};
    message.uri = u"https://app.example.com/login"_s;
    message.chainId = 1;
    message.nonce = u"abcdefgh12345678"_s;
    message.issuedAt = u"2026-11-20T12:00:00.000Z"_s;
    message.expirationTime = u"2026-11-20T12:10:00.000Z"_s;
    message.notBefore = u"2026-11-20T11:59:00.000Z"_s;
    return message;
}

SiweExpectation expectation()
{
    return {u"app.example.com"_s, u"abcdefgh12345678"_s, 1, Address::evm({1}),
        parseRfc3339(u"2026-11-20T12:01:00Z").value()};
}

std::string reason(const SiweMessage &message, const SiweExpectation &expected)
{
    const Result<void> verdict = checkSiwe(message, expected);
    return verdict ? "accepted" : verdict.error().detail.substr(0, verdict.error().detail.find(':'));
}

} // namespace

TEST_CASE("EIP-4361: the authors' messages are read, and written again", "[siwe]")
{
    int cases = 0;
    const QJsonObject tests = jsonVectors(u"siwe-parsing_positive.json"_s).object();
    for (auto test = tests.begin(); test != tests.end(); ++test) {
        INFO(test.key().toStdString());
        const QString text = test.value()[u"message"_s].toString();
        const Result<SiweMessage> message = SiweMessage::parse(text);
        INFO((message ? "" : message.error().detail));
        REQUIRE(message.has_value());
        CHECK(*message == fromFields(test.value()[u"fields"_s].toObject()));
        CHECK(*message->text() == text);
        ++cases;
    }
    CHECK(cases == 19);
}

TEST_CASE("EIP-4361: the authors' wrong messages are refused", "[siwe]")
{
    int cases = 0;
    const QJsonObject tests = jsonVectors(u"siwe-parsing_negative.json"_s).object();
    for (auto test = tests.begin(); test != tests.end(); ++test) {
        INFO(test.key().toStdString());
        CHECK_FALSE(SiweMessage::parse(test.value().toString()).has_value());
        ++cases;
    }
    CHECK(cases == 29);
}

TEST_CASE("EIP-4361: the authors' verifications", "[siwe]")
{
    const QJsonObject good = jsonVectors(u"siwe-verification_positive.json"_s).object();
    for (auto test = good.begin(); test != good.end(); ++test) {
        INFO(test.key().toStdString());
        CHECK(verifies(test.value().toObject()));
    }
    CHECK(good.size() == 4);
    const QJsonObject bad = jsonVectors(u"siwe-verification_negative.json"_s).object();
    for (auto test = bad.begin(); test != bad.end(); ++test) {
        INFO(test.key().toStdString());
        CHECK_FALSE(verifies(test.value().toObject()));
    }
    CHECK(bad.size() == 10);
}

TEST_CASE("EIP-4361: an honest wallet signs for the origin only", "[siwe]")
{
    CHECK(reason(example(), expectation()) == "accepted");
    const auto withDomain = [](const QString &domain) {
        SiweMessage message = example();
        message.domain = domain;
        return message;
    };
    for (const QString &domain :
        {u"evil.example"_s, u"app.example.com.evil.example"_s, u"аpp.example.com"_s, u"xn--pp-5cd.example.com"_s,
            u"app.example.com:8443"_s, u"APP.example.com"_s, u"app.example.com."_s, u"app.example.com@evil.example"_s,
            u"evil@app.example.com"_s, u" app.example.com"_s, u"app.example.com\r"_s, u"app.example.com\n"_s, u""_s,
            u"app.example.com/"_s, u"https://app.example.com"_s}) {
        INFO(domain.toStdString());
        CHECK(reason(withDomain(domain), expectation()) == "domain");
    }
    SiweExpectation expected = expectation();
    expected.domain = u"evil@app.example.com"_s;
    CHECK(reason(withDomain(expected.domain), expected) == "domain");
}

TEST_CASE("EIP-4361: an honest wallet looks at account, chain, nonce and times", "[siwe]")
{
    SiweExpectation expected = expectation();
    expected.address = Address::evm({2});
    CHECK(reason(example(), expected) == "address");
    expected = expectation();
    expected.chainId = 5;
    CHECK(reason(example(), expected) == "chainId");
    expected = expectation();
    expected.nonce = u"abcdefgh12345679"_s;
    CHECK(reason(example(), expected) == "nonce");
    expected.nonce = u""_s;
    CHECK(reason(example(), expected) == "nonce");
    expected = expectation();
    expected.nowMs = parseRfc3339(u"2026-11-20T12:10:00.000Z").value();
    CHECK(reason(example(), expected) == "expirationTime");
    --expected.nowMs;
    CHECK(reason(example(), expected) == "accepted");
    expected.nowMs = parseRfc3339(u"2026-11-20T11:59:00.000Z").value();
    CHECK(reason(example(), expected) == "accepted");
    --expected.nowMs;
    CHECK(reason(example(), expected) == "notBefore");
}

TEST_CASE("EIP-4361: fields cannot smuggle others in", "[siwe]")
{
    const auto refused = [](void (*change)(SiweMessage &)) {
        SiweMessage message = example();
        change(message);
        return !message.text().has_value();
    };
    CHECK(refused([](SiweMessage &m) { m.statement = u"a\nURI: https://evil.example"_s; }));
    CHECK(refused([](SiweMessage &m) { m.statement = u"a\r"_s; }));
    CHECK(refused([](SiweMessage &m) { m.statement = u"é"_s; }));
    CHECK(refused([](SiweMessage &m) { m.uri = u"https://a.example/\nVersion: 1"_s; }));
    CHECK(refused([](SiweMessage &m) { m.nonce = u"abcdefgh\nIssued At: "_s; }));
    CHECK(refused([](SiweMessage &m) { m.nonce = u"abcdefg"_s; }));
    CHECK(refused([](SiweMessage &m) { m.requestId = u"a b"_s; }));
    CHECK(refused([](SiweMessage &m) { m.resources = QStringList{u"https://a.example"_s, u"x"_s}; }));
    CHECK(refused([](SiweMessage &m) { m.issuedAt = u"2026-02-30T00:00:00Z"_s; }));
    CHECK_FALSE(refused([](SiweMessage &m) { m.issuedAt = u"2026-11-20t12:00:00z"_s; }));
    CHECK(refused([](SiweMessage &m) { m.scheme = u"ht tp"_s; }));
    CHECK_FALSE(refused([](SiweMessage &m) { m.resources = QStringList(); }));
    CHECK_FALSE(refused([](SiweMessage &m) { m.statement = u""_s; }));
}

TEST_CASE("EIP-4361: none, an empty and a statement are three messages", "[siwe]")
{
    for (const std::optional<QString> &statement :
        {std::optional<QString>(), std::optional(u""_s), std::optional(u"Hi"_s)}) {
        SiweMessage message = example();
        message.statement = statement;
        CHECK(SiweMessage::parse(*message.text()).value() == message);
    }
    const QString text = *example().text();
    CHECK_FALSE(SiweMessage::parse(QString(text + u"\n")).has_value());
    CHECK_FALSE(SiweMessage::parse(QString(text + u"\nMore: x")).has_value());
    CHECK_FALSE(SiweMessage::parse(QString(u"\n" + text)).has_value());
    CHECK_FALSE(SiweMessage::parse(QString(text).replace(u"\n"_s, u"\r\n"_s)).has_value());
    CHECK_FALSE(SiweMessage::parse(QString(text).replace(u"Version: 1"_s, u"Version: 10"_s)).has_value());
    CHECK_FALSE(SiweMessage::parse(QString(text).replace(u"Chain ID: 1"_s, u"Chain ID: 0x1"_s)).has_value());
    CHECK(example().isUriOfDomain());
}

TEST_CASE("RFC 3986 to the letter", "[siwe]")
{
    for (const auto *text : {u"https://a.example", u"a:", u"a:b", u"ipfs://x/y?z#w", u"http://[::1]:80/",
             u"http://[1:2:3:4:5:6:7:8]", u"http://[::ffff:1.2.3.4]", u"http://[v1.a:b]", u"urn:isbn:1",
             u"http://a%20b/%41", u"file:///etc", u"http://u:p@h:1"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK(isUri(text));
    }
    for (const auto *text : {u"", u":a", u"1a:b", u"a b:c", u"http://[::1", u"http://[1:2]", u"http://[::1::]",
             u"http://[12345::]", u"http://a b", u"http://a/%4", u"http://a/%zz", u"http://a/\u00e9", u"http://a:b",
             u"a", u"http://a/<", u"http://a#b#c", u"http://[::1.2.3]", u"http://a@b@c"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK_FALSE(isUri(text));
    }
    CHECK(isAuthority(u"a:1"));
    CHECK_FALSE(isAuthority(u""));
    CHECK_FALSE(isAuthority(u":1"));
    CHECK_FALSE(isAuthority(u"a/b"));
}

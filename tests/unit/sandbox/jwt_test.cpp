// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/auth/jwt.h"

#include <catch2/catch.hpp>

using namespace majlis::sandbox;
using namespace Qt::StringLiterals;

namespace
{

// The example of AuthResponse in the contract, signed with the document's local secret.
const QByteArray example
    = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
      "eyJpc3MiOiJodHRwczovL2FwaS5oYWJpYmkuZmluYW5jZSIsImF1ZCI6ImhhYmliaS1hcGkiLCJzdWIiOiIweGYzOUZkNmU1MWFhZDg4RjZGNGN"
      "lNmFCODgyNzI3OWNmZkZiOTIyNjYiLCJhZGRyZXNzIjoiMHhmMzlGZDZlNTFhYWQ4OEY2RjRjZTZhQjg4MjcyNzljZmZGYjkyMjY2IiwiY2hhaW5"
      "JZCI6ODQ1Mywicm9sZSI6InVzZXIiLCJub25jZSI6IjdmM2M5YTFlNWIyZDQ4NjBhMWM5ZTdmM2I1ZDIwNDY4IiwianRpIjoiMDFKRDRWOVo2TTd"
      "RMlQ4WEszUjVXMEFCQ0QiLCJmYW0iOiIwMUpENFY5WjZLSEVRMUYwTTJONFA2UzhUViIsImlhdCI6MTc5NTE4NzA0NSwiZXhwIjoxNzk1MTg3OTQ"
      "1fQ.PKzv9BH_lfX7fb8XDUxE5Xp-_ZUcph9l9ZKzxGiC32s";
constexpr std::int64_t issued = 1'795'187'045;

} // namespace

TEST_CASE("The contract's token verifies with its secret, and with no other", "[sandbox]")
{
    const auto claims = jwt::verify(example, "dev-secret", issued);
    REQUIRE(claims);
    CHECK(claims->value(u"chainId"_s).toInt() == 8453);
    CHECK(jwt::verify(example, "other-secret", issued).error() == jwt::Failure::BadSignature);
    for (qsizetype at = 0; at < example.size(); at += 7) {
        QByteArray changed = example;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        CHECK(!jwt::verify(changed, "dev-secret", issued));
    }
}

TEST_CASE("Times of a token: expired at exp, tolerant of a minute's skew at iat", "[sandbox]")
{
    CHECK(jwt::verify(example, "dev-secret", issued + 899));
    CHECK(jwt::verify(example, "dev-secret", issued + 900).error() == jwt::Failure::Expired);
    CHECK(jwt::verify(example, "dev-secret", issued - jwt::clockSkew));
    CHECK(jwt::verify(example, "dev-secret", issued - jwt::clockSkew - 1).error() == jwt::Failure::NotYet);
}

TEST_CASE("What is no HS256 token is refused", "[sandbox]")
{
    const QByteArray none = QByteArray(R"({"alg":"none"})").toBase64(QByteArray::Base64UrlEncoding) + ".e30.";
    for (const QByteArray &text : {QByteArray(), QByteArray("a.b"), QByteArray("a.b.c"), QByteArray("...."), none})
        CHECK(!jwt::verify(text, "dev-secret", issued));
    const QByteArray made = jwt::sign({{u"iat"_s, qint64(issued)}, {u"exp"_s, qint64(issued + 5)}}, "s");
    CHECK(jwt::verify(made, "s", issued));
}

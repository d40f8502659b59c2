// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/chain.h"
#include "models/domain/id.h"
#include "models/domain/rebase.h"
#include "models/domain/referralcode.h"

#include <catch2/catch.hpp>

using namespace majlis;
using namespace Qt::StringLiterals;

TEST_CASE("a chain that this version does not know keeps its text", "[domain]")
{
    CHECK(Chain::fromText(u"base") == ChainName::Base);
    CHECK(Chain(ChainName::Solana).text() == u"solana");
    const Chain polygon = Chain::fromText(u"polygon");
    CHECK_FALSE(polygon.isKnown());
    CHECK(polygon.text() == u"polygon");
    CHECK_FALSE(polygon == Chain::fromText(u"Base")); // case counts
    CHECK(chainId(ChainName::Solana) == 1);
    CHECK(chainId(ChainName::Base) == 8453);
    CHECK_FALSE(chainId(ChainName::Unknown));
}

TEST_CASE("ids are opaque and of one kind", "[domain]")
{
    using UserId = Id<struct UserTag>;
    CHECK(UserId(u"a"_s) == UserId(u"a"_s));
    CHECK(UserId(u"a"_s) < UserId(u"b"_s));
    CHECK(UserId().isEmpty());
}

TEST_CASE("referral codes are parsed strictly, typed ones kindly", "[domain]")
{
    CHECK(ReferralCode::parse(u"HABIBI-SOL-12345678")->origin() == u"SOL");
    CHECK(ReferralCode::parse(u"HABIBI-BASE-7K2M9QXA")->text() == u"HABIBI-BASE-7K2M9QXA");
    CHECK(ReferralCode::fromInput(u"  habibi-base-7k2m9qxa\n")->text() == u"HABIBI-BASE-7K2M9QXA");
    const auto *bad = GENERATE(u"", u"HABIBI", u"HABIBI-SO-12345678", u"HABIBI-SOLANA-12345678", u"HABIBI-SOL-1234567",
        u"HABIBI-SOL-123456789", u"habibi-sol-12345678", u"HABIBI-S0L-12345678", u"HABIBI-SOL-1234567\n",
        u"HABIBI--SOL-2345678");
    CHECK(ReferralCode::parse(bad).error().code == ErrorCode::ValidationFailed);
}

TEST_CASE("the next rebase is counted down by the server's clock", "[domain]")
{
    using namespace std::chrono_literals;
    const UnixMs now{1'795'187'045'000};
    const auto told = RebaseCountdown::of(now + 90s, std::nullopt, now, 30s);
    REQUIRE(told);
    CHECK(told->left == 60s);
    CHECK_FALSE(told->estimated);
    const auto guessed = RebaseCountdown::of(std::nullopt, now - 23h, now);
    REQUIRE(guessed);
    CHECK(guessed->left == 1h);
    CHECK(guessed->estimated);
    CHECK(RebaseCountdown::of(now - 5s, std::nullopt, now)->left == 0ms);
    CHECK_FALSE(RebaseCountdown::of(std::nullopt, std::nullopt, now));
}

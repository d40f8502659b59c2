// SPDX-License-Identifier: GPL-3.0-or-later
// What OpenZeppelin's token says about approvals on a real chain, and taking them back with the wallet's own intent.
#include "models/chain/evm/evmapprovals.h"
#include "tests/interop/evm/evmfixture.h"
#include "wallet/intentsigner.h"

#include <catch2/catch.hpp>

using namespace majlis;
using namespace majlis::chain;
using namespace Qt::StringLiterals;
using test::await;
using test::EvmFixture;
using wallet::AbiFunction;
using wallet::Uint256;

TEST_CASE("EVM: an approval is found on the chain, taken back by the wallet, and gone", "[interop]")
{
    EvmFixture fixture;
    const auto source = makeApprovalSource(fixture.node.url(), {.network = &fixture.network, .clock = &fixture.clock});
    const auto find = [&] {
        const auto found = await([&](net::CancelToken cancel) { return source->find(fixture.us, cancel); });
        REQUIRE(found.has_value());
        CHECK(found->chainId == wallet::chainLocal);
        CHECK(found->fromBlock == 0);
        return found->approvals;
    };
    const auto approve = [&](const Uint256 &amount) {
        EvmCall call;
        call.to = fixture.coin;
        call.data = AbiFunction::parse("approve(address,uint256)")->encodeCall({fixture.them, amount}).value();
        REQUIRE(fixture.mined(fixture.prepared(call)).succeeded);
    };
    CHECK(find().empty());
    approve(Uint256(2'500'000));
    REQUIRE(find().size() == 1);
    CHECK(find().front().amount == Uint256(2'500'000));
    CHECK_FALSE(find().front().isUnlimited);
    approve(Uint256::max());
    const auto held = find();
    REQUIRE(held.size() == 1);
    CHECK(held.front().isUnlimited);
    CHECK(held.front().spender == fixture.them);
    REQUIRE(held.front().token.has_value());
    CHECK(held.front().token->symbol == u"MTC");
    CHECK(held.front().givenAt.has_value());

    const auto intent
        = await([&](net::CancelToken cancel) { return source->prepareRevoke(fixture.us, held.front(), cancel); });
    REQUIRE(intent.has_value());
    const auto now = std::chrono::milliseconds(fixture.clock.now().value);
    const auto done = wallet::signIntent(fixture.key, *intent, {fixture.us, now, {}});
    REQUIRE(done.has_value());
    const auto landed = await([&](net::CancelToken cancel) { return source->carryOut(*done, cancel); });
    REQUIRE(landed.has_value());
    CHECK(*landed);
    CHECK(find().empty());
    CHECK(fixture.run(&EvmClient::tokenAllowance, fixture.coin, fixture.us, fixture.them).value().isZero());
}

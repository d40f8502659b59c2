// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/solana/solanaclient.h"
#include "models/chain/solana/solanafees.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace majlis::chain;

TEST_CASE("Solana priority fees: three tempers from what others paid", "[chain]")
{
    CHECK(priorityFeesFrom({}) == PriorityFees{0, 1'000, 10'000});
    CHECK(priorityFeesFrom({0, 0, 0, 0}) == PriorityFees{0, 1'000, 10'000});
    CHECK(priorityFeesFrom({5'000}) == PriorityFees{5'000, 5'000, 10'000});
    CHECK(priorityFeesFrom({90'000, 10'000, 20'000, 30'000, 40'000, 50'000, 60'000, 70'000, 80'000, 100'000, 0})
        == PriorityFees{20'000, 50'000, 100'000});
    const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    CHECK(priorityFeesFrom({most, most, most}) == PriorityFees{50'000'000, 50'000'000, 50'000'000});
    for (std::uint64_t seed = 1; seed < 200; ++seed) {
        std::vector<std::uint64_t> recent;
        for (std::uint64_t i = 0, value = seed; i < seed; ++i, value = value * 6'364'136'223'846'793'005U + 1)
            recent.push_back(value >> (value % 60));
        const PriorityFees fees = priorityFeesFrom(recent);
        CHECK((fees.slow <= fees.normal && fees.normal <= fees.fast && fees.fast <= 50'000'000));
    }
}

TEST_CASE("Solana fee choices are what the chain takes", "[chain]")
{
    const auto choices = feeChoices({0, 1'000, 10'001}, 1, 200'000);
    CHECK((choices[0].temper == FeeTemper::Slow && choices[0].lamports == 5'000 && choices[0].computeUnitPrice == 0));
    CHECK((choices[1].temper == FeeTemper::Normal && choices[1].lamports == 5'200));
    CHECK((choices[2].temper == FeeTemper::Fast && choices[2].lamports == 7'001)); // 2000.2 rounded up
    CHECK(feeChoices({1, 1, 1}, 2, 1)[0].lamports == 10'001);
    const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    const auto bounded = feeChoices({most, most, most}, 1, 0xFFFFFFFF)[2];
    CHECK((bounded.computeUnitPrice == 50'000'000 && bounded.lamports == 70'005'000)); // 1,400,000 units at most
}

TEST_CASE("Solana unit limits leave room and stay allowed", "[chain]")
{
    CHECK(suggestedUnitLimit(0) == 300);
    CHECK(suggestedUnitLimit(150) == 465);
    CHECK(suggestedUnitLimit(1'300'000) == 1'400'000);
    CHECK(suggestedUnitLimit(std::numeric_limits<std::uint64_t>::max()) == 1'400'000);
}

TEST_CASE("Solana clusters are told by their first block", "[chain]")
{
    using majlis::wallet::SolanaCluster;
    CHECK(clusterOfGenesis(QStringLiteral("5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d")) == SolanaCluster::Mainnet);
    CHECK(clusterOfGenesis(QStringLiteral("EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG")) == SolanaCluster::Devnet);
    CHECK_FALSE(clusterOfGenesis(QStringLiteral("11111111111111111111111111111111")));
}

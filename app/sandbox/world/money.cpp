// SPDX-License-Identifier: GPL-3.0-or-later
//
// The money of the world: opening balances, transfers, rebases. domain.md 1.1 to 1.3 give the formulas.
#include "app/sandbox/world/world.h"

#include "app/sandbox/world/formulas.h"

#include <algorithm>
#include <cmath>

namespace majlis::sandbox
{

namespace
{

constexpr std::uint64_t openingSalt = 0x6f70656e;
constexpr int rateBps = 200;
constexpr Wide adoptedBalance = Wide(2'500) * tokenUnit; // at least, for who takes over a position
constexpr std::size_t ledgerBudget = 4'000'000; // shares held over all chains, 16 bytes each
constexpr std::int64_t dayMs = 86'400'000;

/// `whole` × share / 2^63 rounded down, in two halves so that 128 bits are enough; whole < 2^100.
Wide portion(Wide whole, std::uint64_t share)
{
    const Wide high = (whole >> 64) * share;
    const Wide low = Wide(static_cast<std::uint64_t>(whole)) * share;
    return (high << 1) + (low >> 63);
}

} // namespace

/// Heavy tailed: log-normal with median 140 tokens and sigma 1.6 (mean about 500), at most 250,000; one in twelve has
/// nothing. Whole micro tokens, so that decimals are seen but not all 18 of them.
Wide World::openingBalance(Index node) const
{
    Dice dice(mix(m_seed ^ openingSalt) ^ mix(node));
    if (dice.chance(1.0 / 12.0))
        return 0;
    const double normal = std::sqrt(-2.0 * std::log(1.0 - dice.real())) * std::cos(6.283185307179586 * dice.real());
    const double tokens = std::min(250'000.0, 140.0 * std::exp(1.6 * normal));
    return Wide(static_cast<std::uint64_t>(tokens * 1e6)) * 1'000'000'000'000ULL;
}

void World::deriveBalances(std::int64_t now)
{
    for (Index node = 0; node < count(); ++node) {
        Dice dice(mix(m_seed ^ mix(openingSalt)) ^ mix(node));
        const Wide opening = openingBalance(node);
        Chain second = m_chain[node];
        if (second != Chain::Solana && dice.chance(0.15)) // some hold on both chains of their address
            second = second == Chain::Base ? Chain::Arbitrum : Chain::Base;
        const Wide aside = second == m_chain[node] ? 0 : opening / 4;
        m_balances[node][slot(m_chain[node])] += opening - aside;
        m_balances[node][slot(second)] += aside;
        for (const Chain chain : allChains)
            m_recordedAt[node][slot(chain)]
                = std::max(m_createdAt[node], now - static_cast<std::int64_t>(dice.below(30 * dayMs)));
    }
    for (const Chain chain : allChains) {
        Wide held = 0;
        for (const auto &balances : m_balances)
            held += balances[slot(chain)];
        m_treasury[slot(chain)] = held / 2 + Wide(1'000'000) * tokenUnit; // what newcomers and claims are paid from
        m_supply[slot(chain)] = held + m_treasury[slot(chain)];
    }
}

Wide World::balance(Index node) const
{
    const auto &balances = m_balances[node];
    return balances[0] + balances[1] + balances[2];
}

void World::changeBalance(const BalanceChange &change)
{
    auto &held = m_balances[change.who][slot(change.chain)];
    held = change.negative ? held - change.magnitude : held + change.magnitude;
    auto &recorded = m_recordedAt[change.who][slot(change.chain)];
    recorded = std::max(change.at, recorded + 1); // of two updates for one chain the later counts
    ++m_balanceSeq[change.who];
    applyBalance(change.who, change.magnitude, change.negative);
    bump(change.who, change.at);
    if (m_observer != nullptr)
        m_observer->onBalance(change);
}

bool World::transfer(Index from, Index to, Chain chain, Wide amount, std::int64_t at)
{
    if (amount == 0 || from == to || balance(from, chain) < amount)
        return false;
    const QString hash
        = transactionHash(chain, mix(static_cast<std::uint64_t>(at)) ^ mix(from) ^ to ^ m_balanceSeq[from]);
    changeBalance({from, chain, amount, true, BalanceReason::Transfer, 0, hash, at});
    changeBalance({to, chain, amount, false, BalanceReason::Transfer, 0, hash, at});
    return true;
}

void World::credit(Index node, Chain chain, Wide amount, BalanceReason reason, std::int64_t at)
{
    auto &treasury = m_treasury[slot(chain)];
    const Wide paid = std::min(treasury, amount);
    treasury -= paid;
    if (paid > 0)
        changeBalance({node, chain, paid, false, reason, 0,
            transactionHash(chain, mix(static_cast<std::uint64_t>(at)) ^ node), at});
}

/// Whoever takes over a position speaks for an address of perhaps another family: what it cannot hold is exchanged with
/// the treasuries, so that no supply changes, and it begins with something to look at.
void World::exchangeOnAdoption(Index node, Chain chain)
{
    const Wide before = balance(node);
    auto &held = m_balances[node];
    for (const Chain other : allChains) {
        if ((other == Chain::Solana) == (chain == Chain::Solana))
            continue;
        m_treasury[slot(other)] += held[slot(other)];
        held[slot(other)] = 0;
    }
    const Wide wanted = std::max(before, adoptedBalance);
    const Wide present = balance(node);
    const Wide grant = std::min(wanted - present, m_treasury[slot(chain)]);
    m_treasury[slot(chain)] -= grant;
    held[slot(chain)] += grant;
    const Wide after = balance(node);
    applyBalance(node, after > before ? after - before : before - after, after < before);
    ++m_balanceSeq[node];
}

void World::nudge(Index node, Chain chain, std::int64_t at)
{
    const bool down = (m_balanceSeq[node] & 1U) != 0 && balance(node, chain) > 0;
    auto &treasury = m_treasury[slot(chain)];
    treasury = down ? treasury + 1 : treasury - 1;
    changeBalance({node, chain, 1, down, BalanceReason::Correction, 0, {}, at});
}

/// domain.md 1.3 in binary64, as the platform computes; each share is then cut in integers (52 bits of the weight,
/// 63 of the share), so that the sum never exceeds what is offered.
Rebase World::distribute(Chain chain, std::int64_t at, std::vector<Wide> &shares) const
{
    Rebase result;
    result.chain = chain;
    result.rateBps = rateBps;
    result.executedAt = at;
    result.supplyBefore = supply(chain);
    result.rebaseAmount = result.supplyBefore / 10'000U * rateBps + result.supplyBefore % 10'000U * rateBps / 10'000U;
    std::vector<double> weights(count(), 0.0);
    const Wide supplied = result.supplyBefore;
    for (Index node = 0; node < count(); ++node) {
        const Wide held = balance(node, chain);
        if (held <= Wide(100) * tokenUnit || m_createdAt[node] > at)
            continue;
        weights[node] = rebaseWeight(held, supplied, m_weighted[node], isVerified(node));
        result.totalWeight += weights[node];
        ++result.recipients;
    }
    shares.assign(count(), 0);
    const double largest = std::ranges::max(weights);
    Wide parts = 0;
    for (const double weight : weights)
        parts += largest > 0 ? static_cast<std::uint64_t>(weight / largest * 0x1p52) : 0;
    for (Index node = 0; node < count(); ++node) {
        if (weights[node] <= 0)
            continue;
        const Wide part = static_cast<std::uint64_t>(weights[node] / largest * 0x1p52);
        shares[node] = portion(result.rebaseAmount, static_cast<std::uint64_t>((part << 63) / parts));
        result.distributed += shares[node];
    }
    result.supplyAfter = result.supplyBefore + result.distributed;
    return result;
}

void World::remember(Chain chain, std::vector<Wide> shares)
{
    auto &ledger = m_ledger[slot(chain)];
    ledger.push_back(std::move(shares));
    const std::size_t keep = std::clamp<std::size_t>(ledgerBudget / 3 / std::max<std::size_t>(1, count()), 1, 365);
    if (ledger.size() > keep)
        ledger.erase(ledger.begin());
}

std::optional<Wide> World::rebaseShare(Index node, Chain chain, int epoch) const
{
    const auto &ledger = m_ledger[slot(chain)];
    const auto back = m_rebases[slot(chain)].size() - static_cast<std::size_t>(epoch);
    if (epoch < 1 || back >= ledger.size())
        return std::nullopt;
    const auto &shares = ledger[ledger.size() - 1 - back];
    return node < shares.size() ? shares[node] : Wide(0);
}

const Rebase *World::rebase(Chain chain, std::int64_t at)
{
    if (isPaused(chain))
        return nullptr;
    std::vector<Wide> shares;
    auto &history = m_rebases[slot(chain)];
    Rebase result = distribute(chain, at, shares);
    result.epoch = static_cast<int>(history.size()) + 1;
    result.transactionHash = transactionHash(chain, mix(static_cast<std::uint64_t>(result.epoch)) ^ slot(chain));
    m_supply[slot(chain)] = result.supplyAfter;
    history.push_back(result);
    for (Index node = 0; node < static_cast<Index>(shares.size()); ++node) {
        if (shares[node] == 0)
            continue;
        m_rebasedTotal[node] += shares[node];
        changeBalance(
            {node, chain, shares[node], false, BalanceReason::Rebase, result.epoch, result.transactionHash, at});
    }
    remember(chain, std::move(shares));
    if (m_observer != nullptr)
        m_observer->onRebase(history.back());
    return &history.back();
}

void World::warmUp(int epochs, std::int64_t now)
{
    const auto affordable = static_cast<int>(3'000'000 / std::max<Index>(1, count()));
    const int days = std::clamp(affordable, 1, std::max(1, epochs));
    for (int day = days; day >= 1; --day) {
        for (const Chain chain : allChains)
            rebase(chain, now - day * dayMs + static_cast<std::int64_t>(slot(chain)) * 3'600'000);
    }
}

} // namespace majlis::sandbox

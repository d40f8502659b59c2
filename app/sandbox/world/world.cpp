// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/world/world.h"

#include "app/sandbox/world/names.h"
#include "wallet/signature.h"

#include <algorithm>
#include <cmath>

namespace majlis::sandbox
{

namespace
{

constexpr std::uint64_t addressSalt = 0x61646472;
constexpr std::uint64_t personSalt = 0x7065726b;
constexpr std::uint64_t moneySalt = 0x6d6f6e65;
constexpr std::uint64_t nameSalt = 0x6e616d65;

/// 0.7^d × 10^7, d = 1..7.
constexpr std::array<std::uint32_t, networkDepth> factors{
    7'000'000, 4'900'000, 3'430'000, 2'401'000, 1'680'700, 1'176'490, 823'543};

wallet::Address derivedAddress(std::uint64_t seed, Index node, Chain chain)
{
    Dice dice(mix(seed ^ addressSalt) ^ mix(node));
    wallet::ByteArray<32> bytes{};
    for (std::size_t i = 0; i < bytes.size(); i += 8) {
        std::uint64_t word = dice.next();
        for (std::size_t k = 0; k < 8; ++k, word >>= 8)
            bytes[i + k] = static_cast<std::uint8_t>(word);
    }
    if (chain == Chain::Solana)
        return wallet::Address::solana(bytes);
    wallet::ByteArray<20> evm{};
    std::copy_n(bytes.begin(), evm.size(), evm.begin());
    return wallet::Address::evm(evm);
}

} // namespace

World::World(Origin origin)
    : m_seed(origin.seed)
{
    const auto n = static_cast<Index>(origin.forest.size());
    m_byAddress.reserve(n + n / 4);
    m_parent.reserve(n);
    for (Index i = 0; i < n; ++i)
        append(origin.forest.parents[i], origin.forest.joinedAt[i]);
    deriveBalances(origin.now);
    recomputeAggregates();
    warmUp(origin.warmUpRebases, origin.now);
}

Index World::append(Index parent, std::int64_t at)
{
    const Index node = count();
    m_parent.push_back(parent);
    m_firstChild.push_back(none);
    m_lastChild.push_back(none);
    m_nextSibling.push_back(none);
    m_direct.push_back(0);
    m_version.push_back(0);
    m_balanceSeq.push_back(0);
    m_levels.push_back({});
    m_weighted.push_back(0);
    m_rebasedTotal.push_back(0);
    m_balances.push_back({});
    m_recordedAt.push_back({at, at, at});
    m_createdAt.push_back(at);
    m_joinedAt.push_back(at);
    m_changedAt.push_back(at);
    m_verified.push_back(0);
    m_chain.push_back(Chain::Base);
    derivePerson(node);
    if (parent != none)
        linkChild(parent, node);
    return node;
}

void World::derivePerson(Index node)
{
    Dice dice(mix(m_seed ^ personSalt) ^ mix(node));
    const auto kind = dice.below(100);
    m_chain[node] = kind < 36 ? Chain::Solana : kind < 80 ? Chain::Base : Chain::Arbitrum;
    m_verified[node] = dice.chance(0.22) ? 1 : 0;
    m_verifiedCount += m_verified[node];
    m_byAddress.insert_or_assign(derivedAddress(m_seed, node, m_chain[node]), node);
}

Index World::find(const wallet::Address &address) const
{
    const auto found = m_byAddress.find(address);
    return found == m_byAddress.end() ? none : found->second;
}

wallet::Address World::address(Index node) const
{
    if (const auto own = m_ownAddress.find(node); own != m_ownAddress.end())
        return own->second;
    return derivedAddress(m_seed, node, m_chain[node]);
}

QString World::displayName(Index node) const
{
    if (m_nameSource) {
        if (const auto own = m_nameSource(node))
            return *own;
    }
    if (m_ownAddress.contains(node))
        return {};
    return displayNameFor(mix(m_seed ^ nameSalt) ^ mix(node));
}

std::uint32_t World::descendants(Index node) const
{
    std::uint32_t sum = 0;
    for (const auto level : m_levels[node])
        sum += level;
    return sum;
}

int World::maxDepth(Index node) const
{
    int depth = 0;
    for (int level = 1; level <= networkDepth; ++level) {
        if (atLevel(node, level) > 0)
            depth = level;
    }
    return depth;
}

int World::forestDepth(Index node) const
{
    int depth = 0;
    for (Index up = m_parent[node]; up != none; up = m_parent[up])
        ++depth;
    return depth;
}

bool World::isAncestor(Index ancestor, Index node) const
{
    for (Index up = node; up != none; up = m_parent[up]) {
        if (up == ancestor)
            return true;
    }
    return false;
}

void World::linkChild(Index parent, Index node)
{
    m_nextSibling[node] = none;
    if (m_lastChild[parent] == none)
        m_firstChild[parent] = node;
    else
        m_nextSibling[m_lastChild[parent]] = node;
    m_lastChild[parent] = node;
    ++m_direct[parent];
    ++m_referrals;
}

void World::unlinkChild(Index parent, Index node)
{
    Index before = none;
    for (Index child = m_firstChild[parent]; child != node; child = m_nextSibling[child])
        before = child;
    (before == none ? m_firstChild[parent] : m_nextSibling[before]) = m_nextSibling[node];
    if (m_lastChild[parent] == node)
        m_lastChild[parent] = before;
    m_nextSibling[node] = none;
    --m_direct[parent];
    --m_referrals;
}

void World::recomputeAggregates()
{
    std::ranges::fill(m_levels, std::array<std::uint32_t, networkDepth>{});
    std::ranges::fill(m_weighted, Wide(0));
    for (Index node = 0; node < count(); ++node) {
        const Wide held = balance(node);
        Index up = m_parent[node];
        for (std::size_t level = 0; level < networkDepth && up != none; ++level, up = m_parent[up]) {
            ++m_levels[up][level];
            m_weighted[up] += held * factors[level];
        }
    }
}

/// Adds or takes away what `node` counts for on the ancestors from `top` on, `top` being its parent.
void World::applyLevels(Index node, Index top, bool add)
{
    // Every member of the subtree within reach counts for those of the new ancestors that are at most 7 levels above
    // it.
    std::vector<std::pair<Index, std::size_t>> queue{{node, 0}};
    for (std::size_t at = 0; at < queue.size(); ++at) {
        const auto [member, below] = queue[at];
        const Wide held = balance(member);
        Index up = top;
        for (std::size_t level = below; level < networkDepth && up != none; ++level, up = m_parent[up]) {
            if (add) {
                ++m_levels[up][level];
                m_weighted[up] += held * factors[level];
            } else {
                --m_levels[up][level];
                m_weighted[up] -= held * factors[level];
            }
        }
        if (below + 1 < networkDepth) {
            for (Index child = m_firstChild[member]; child != none; child = m_nextSibling[child])
                queue.emplace_back(child, below + 1);
        }
    }
}

void World::applyBalance(Index node, Wide magnitude, bool negative)
{
    Index up = m_parent[node];
    for (std::size_t level = 0; level < networkDepth && up != none; ++level, up = m_parent[up]) {
        const Wide weighted = magnitude * factors[level];
        m_weighted[up] = negative ? m_weighted[up] - weighted : m_weighted[up] + weighted;
    }
}

void World::bump(Index node, std::int64_t at)
{
    ++m_version[node];
    m_changedAt[node] = at;
    Index up = m_parent[node];
    // An answer shows totals of nodes seven levels down, which count seven further levels: fourteen in all.
    for (int level = 1; level <= 2 * networkDepth && up != none; ++level, up = m_parent[up]) {
        ++m_version[up];
        m_changedAt[up] = at;
    }
}

Index World::join(Index parent, std::int64_t at)
{
    const Index node = append(parent, at);
    const Chain chain = m_chain[node];
    const Wide opening = std::min(openingBalance(node), m_treasury[slot(chain)]);
    m_treasury[slot(chain)] -= opening;
    m_balances[node][slot(chain)] = opening;
    if (parent != none)
        applyLevels(node, parent, true);
    bump(node, at);
    if (m_observer != nullptr)
        m_observer->onJoined(node, at);
    return node;
}

Index World::addAccount(const wallet::Address &address, Chain chain, std::int64_t at)
{
    const Index node = append(none, at);
    m_byAddress.erase(this->address(node));
    m_verifiedCount -= m_verified[node];
    m_verified[node] = 0;
    m_chain[node] = chain;
    m_ownAddress.insert_or_assign(node, address);
    m_byAddress.insert_or_assign(address, node);
    return node;
}

void World::adopt(Index node, const wallet::Address &address, Chain chain, std::int64_t at)
{
    m_byAddress.erase(this->address(node));
    m_ownAddress.insert_or_assign(node, address);
    m_byAddress.insert_or_assign(address, node);
    m_chain[node] = chain;
    m_verifiedCount += m_verified[node] == 0 ? 1 : 0;
    m_verified[node] = 1;
    exchangeOnAdoption(node, chain);
    bump(node, at);
    if (m_observer != nullptr)
        m_observer->onUpdated(node, at);
}

void World::move(Index node, Index newParent, std::int64_t at)
{
    const Index oldParent = m_parent[node];
    bump(node, at); // the old upline
    if (oldParent != none) {
        applyLevels(node, oldParent, false);
        unlinkChild(oldParent, node);
    }
    m_parent[node] = newParent;
    m_joinedAt[node] = at;
    if (newParent != none) {
        linkChild(newParent, node);
        applyLevels(node, newParent, true);
    }
    bump(node, at);
    if (m_observer != nullptr)
        m_observer->onMoved(node, oldParent, at);
}

void World::setVerified(Index node, bool verified, std::int64_t at)
{
    if ((m_verified[node] != 0) == verified)
        return;
    m_verified[node] = verified ? 1 : 0;
    m_verifiedCount += verified ? 1U : ~0U;
    touchProfile(node, at);
}

void World::setChain(Index node, Chain chain, std::int64_t at)
{
    if (m_chain[node] == chain)
        return;
    m_chain[node] = chain;
    touchProfile(node, at);
}

void World::touchProfile(Index node, std::int64_t at)
{
    bump(node, at);
    if (m_observer != nullptr)
        m_observer->onUpdated(node, at);
}

QString World::transactionHash(Chain chain, std::uint64_t salt) const
{
    Dice dice(mix(m_seed ^ salt) ^ mix(salt));
    wallet::ByteArray<64> bytes{};
    for (auto &byte : bytes)
        byte = static_cast<std::uint8_t>(dice.next());
    if (chain == Chain::Solana)
        return wallet::SolanaSignature{bytes}.text();
    static constexpr char digits[] = "0123456789abcdef";
    QString text = QStringLiteral("0x");
    for (std::size_t i = 0; i < 32; ++i) {
        text += QLatin1Char(digits[bytes[i] >> 4]);
        text += QLatin1Char(digits[bytes[i] & 15]);
    }
    return text;
}

} // namespace majlis::sandbox

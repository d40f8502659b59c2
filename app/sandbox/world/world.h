// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/base/chain.h"
#include "app/sandbox/base/random.h"
#include "app/sandbox/base/wide.h"
#include "app/sandbox/world/forest.h"
#include "wallet/address.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace majlis::sandbox
{

/// How deep a network counts (domain.md 1.1).
inline constexpr int networkDepth = 7;

enum class BalanceReason { Initial, Transfer, Rebase, Claim, Correction };

/// A balance that changed; `magnitude` and `negative` are the signed delta.
struct BalanceChange {
    Index who = none;
    Chain chain = Chain::Base;
    Wide magnitude = 0;
    bool negative = false;
    BalanceReason reason = BalanceReason::Transfer;
    int epoch = 0; ///< REBASE only
    QString transactionHash; ///< empty: null
    std::int64_t at = 0;
};

/// A completed rebase (GraphQL `RebaseEvent`); its `seq` is its epoch.
struct Rebase {
    Chain chain = Chain::Base;
    int epoch = 0;
    int rateBps = 0;
    Wide rebaseAmount = 0;
    Wide distributed = 0;
    Wide supplyBefore = 0;
    Wide supplyAfter = 0;
    std::uint32_t recipients = 0;
    double totalWeight = 0;
    std::int64_t executedAt = 0;
    QString transactionHash;
};

/// Told of every change after it is complete. Called on the world's thread; must not change the world.
class WorldObserver
{
public:
    virtual ~WorldObserver() = default;
    virtual void onJoined(Index node, std::int64_t at) = 0;
    virtual void onMoved(Index node, Index oldParent, std::int64_t at) = 0;
    virtual void onBalance(const BalanceChange &change) = 0;
    virtual void onRebase(const Rebase &rebase) = 0;
    virtual void onUpdated(Index node, std::int64_t at) = 0;
};

/// HABIBI's state in memory: a referral forest with balances, and for every user the aggregates of its seven levels,
/// kept up to date along the ancestors of what changes (a join costs 7 steps, a rebase one pass). Deterministic: the
/// same seed and the same sequence of changes give the same state. One thread.
class World
{
public:
    struct Origin {
        Forest forest;
        std::uint64_t seed = 1;
        std::int64_t now = 0; ///< when the world begins to live
        int warmUpRebases = 30; ///< daily ones before `now`, so that there is a history
    };

    explicit World(Origin origin);

    void setObserver(WorldObserver *observer) { m_observer = observer; }

    // People.
    [[nodiscard]] Index count() const { return static_cast<Index>(m_parent.size()); }
    [[nodiscard]] Index find(const wallet::Address &address) const; ///< `none`: unknown
    [[nodiscard]] wallet::Address address(Index node) const;
    [[nodiscard]] QString displayName(Index node) const; ///< null: not set
    [[nodiscard]] bool isVerified(Index node) const { return m_verified[node] != 0; }
    [[nodiscard]] Chain chain(Index node) const { return m_chain[node]; }
    [[nodiscard]] std::int64_t createdAt(Index node) const { return m_createdAt[node]; }
    [[nodiscard]] std::int64_t joinedAt(Index node) const { return m_joinedAt[node]; }
    [[nodiscard]] std::int64_t changedAt(Index node) const { return m_changedAt[node]; }
    [[nodiscard]] std::uint32_t verifiedCount() const { return m_verifiedCount; }
    [[nodiscard]] std::uint32_t referralCount() const { return m_referrals; }

    // The forest.
    [[nodiscard]] Index parent(Index node) const { return m_parent[node]; }
    [[nodiscard]] Index firstChild(Index node) const { return m_firstChild[node]; }
    [[nodiscard]] Index nextSibling(Index node) const { return m_nextSibling[node]; }
    [[nodiscard]] std::uint32_t directReferrals(Index node) const { return m_direct[node]; }
    [[nodiscard]] std::uint32_t descendants(Index node) const; ///< depth 1..7
    [[nodiscard]] std::uint32_t atLevel(Index node, int level) const { return m_levels[node][std::size_t(level - 1)]; }
    [[nodiscard]] int maxDepth(Index node) const; ///< 0..7
    [[nodiscard]] int forestDepth(Index node) const; ///< roots are 0; not limited
    [[nodiscard]] bool isAncestor(Index ancestor, Index node) const; ///< of any distance, itself included
    /// Σ balance × 0.7^depth over 7 levels in units of 10^-25 tokens: exact.
    [[nodiscard]] Wide weightedRaw(Index node) const { return m_weighted[node]; }
    [[nodiscard]] Wide weightedBalance(Index node) const
    {
        return m_weighted[node] / 10'000'000U;
    } ///< DOWN to 18 digits
    /// Grows with everything that an answer about the node's network shows; equal values mean equal content.
    [[nodiscard]] std::uint32_t contentVersion(Index node) const { return m_version[node]; }

    // Money.
    [[nodiscard]] Wide balance(Index node, Chain chain) const { return m_balances[node][slot(chain)]; }
    [[nodiscard]] Wide balance(Index node) const;
    [[nodiscard]] std::int64_t recordedAt(Index node, Chain chain) const { return m_recordedAt[node][slot(chain)]; }
    [[nodiscard]] std::uint32_t balanceSeq(Index node) const { return m_balanceSeq[node]; }
    [[nodiscard]] Wide supply(Chain chain) const { return m_supply[slot(chain)]; }
    [[nodiscard]] std::uint32_t microDollars() const { return 250'100; }
    [[nodiscard]] const std::vector<Rebase> &rebases(Chain chain) const { return m_rebases[slot(chain)]; }
    [[nodiscard]] Wide rebasedTotal(Index node) const { return m_rebasedTotal[node]; } ///< tokens credited since ever
    /// What the node got in an epoch; nothing when it is older than the ledger (see `ledgerEpochs`).
    [[nodiscard]] std::optional<Wide> rebaseShare(Index node, Chain chain, int epoch) const;
    /// A rebase is paused while the chain's supply is above this: sums must stay within 128 bits.
    [[nodiscard]] bool isPaused(Chain chain) const { return supply(chain) > Wide(1'000'000'000'000ULL) * tokenUnit; }

    // Changes. Each notifies the observer when it is done.
    Index join(Index parent, std::int64_t at); ///< a made-up newcomer
    Index addAccount(const wallet::Address &address, Chain chain, std::int64_t at); ///< a root with nothing
    void adopt(Index node, const wallet::Address &address, Chain chain, std::int64_t at); ///< takes over a position
    /// Precondition: `newParent` is not below `node`. Sets joinedAt.
    void move(Index node, Index newParent, std::int64_t at);
    bool transfer(Index from, Index to, Chain chain, Wide amount, std::int64_t at); ///< false: not enough there
    void credit(Index node, Chain chain, Wide amount, BalanceReason reason, std::int64_t at); ///< from the treasury
    /// One base unit up or down, CORRECTION: load for feed benches.
    void nudge(Index node, Chain chain, std::int64_t at);
    void setVerified(Index node, bool verified, std::int64_t at);
    void setChain(Index node, Chain chain, std::int64_t at);
    void touchProfile(Index node, std::int64_t at); ///< the name changed (kept elsewhere)
    /// Names of people with a profile of their own come from here; null optional: the made-up name.
    void setNameSource(std::function<std::optional<QString>(Index)> source) { m_nameSource = std::move(source); }
    const Rebase *rebase(Chain chain, std::int64_t at); ///< null: paused
    [[nodiscard]] QString transactionHash(Chain chain, std::uint64_t salt) const;
    [[nodiscard]] std::uint64_t seed() const { return m_seed; }

private:
    Index append(Index parent, std::int64_t at);
    void linkChild(Index parent, Index node);
    void unlinkChild(Index parent, Index node);
    void derivePerson(Index node);
    void deriveBalances(std::int64_t now);
    void recomputeAggregates();
    void applyLevels(Index node, Index top, bool add);
    void applyBalance(Index node, Wide magnitude, bool negative);
    void bump(Index node, std::int64_t at);
    void changeBalance(const BalanceChange &change);
    void warmUp(int epochs, std::int64_t now);
    void exchangeOnAdoption(Index node, Chain chain);
    [[nodiscard]] Wide openingBalance(Index node) const;
    [[nodiscard]] Rebase distribute(Chain chain, std::int64_t at, std::vector<Wide> &shares) const;
    void remember(Chain chain, std::vector<Wide> shares);

    std::uint64_t m_seed;
    WorldObserver *m_observer = nullptr;
    std::function<std::optional<QString>(Index)> m_nameSource;
    std::unordered_map<wallet::Address, Index> m_byAddress;
    std::unordered_map<Index, wallet::Address> m_ownAddress; ///< of accounts; the others' are derived

    // One entry a person.
    std::vector<Index> m_parent, m_firstChild, m_lastChild, m_nextSibling;
    std::vector<std::uint32_t> m_direct, m_version, m_balanceSeq;
    std::vector<std::array<std::uint32_t, networkDepth>> m_levels;
    std::vector<Wide> m_weighted, m_rebasedTotal;
    std::vector<std::array<Wide, 3>> m_balances;
    std::vector<std::array<std::int64_t, 3>> m_recordedAt;
    std::vector<std::int64_t> m_createdAt, m_joinedAt, m_changedAt;
    std::vector<std::uint8_t> m_verified;
    std::vector<Chain> m_chain;

    std::array<Wide, 3> m_supply{}, m_treasury{};
    std::array<std::vector<Rebase>, 3> m_rebases;
    std::array<std::vector<std::vector<Wide>>, 3> m_ledger; ///< shares of the last epochs
    std::uint32_t m_verifiedCount = 0;
    std::uint32_t m_referrals = 0;
};

} // namespace majlis::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/base/apierror.h"
#include "app/sandbox/db/database.h"
#include "app/sandbox/options.h"
#include "app/sandbox/world/world.h"
#include "models/domain/time.h"

#include <QHash>
#include <QJsonObject>

#include <memory>

namespace majlis::sandbox
{

enum class Role { User, Verified, Admin };
[[nodiscard]] QString roleName(Role role);

/// Somebody who signed in here.
struct Account {
    QString id;
    Index node = none;
    std::int64_t createdAt = 0;
};

/// A referral code, taken apart.
struct CodeOwner {
    Index node = none;
    Chain chain = Chain::Base;
    bool active = true;
};

/// What a registration did.
struct Registration {
    Index referee = none;
    Index referrer = none;
    Chain chain = Chain::Base;
    int depth = 0;
    QString code;
    QString transactionHash;
    std::int64_t registeredAt = 0;
};

/// A claim of referral rewards.
struct Claim {
    QString id;
    Index node = none;
    Wide amount = 0;
    Chain chain = Chain::Base;
    std::int64_t claimedAt = 0;
    std::int64_t confirmedAt = 0; ///< the chain's time to settle it
    QString transactionHash;
};

/// The platform behind the doors: the world, who has an account in it, and the rules for changing it. Every change is
/// in the database's journal before a client hears of it, so that a restart finds the same world. One thread.
class Platform
{
public:
    /// `database` is open. The error is for the person who started the sandbox.
    [[nodiscard]] static std::expected<std::unique_ptr<Platform>, QString> start(
        const Options &options, Database &database, const Clock &clock);

    [[nodiscard]] World &world() { return m_world; }
    [[nodiscard]] const World &world() const { return m_world; }
    [[nodiscard]] Database &database() { return m_database; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] std::int64_t now() const { return m_clock.now().value; }

    // Accounts.
    /// `mayAdopt`: a new account may take over a position (setAdoptLargest).
    Account ensureAccount(const wallet::Address &address, Chain chain, bool mayAdopt = true);
    [[nodiscard]] std::optional<Account> account(const wallet::Address &address) const;
    [[nodiscard]] const QHash<Index, Account> &accounts() const { return m_accounts; }
    [[nodiscard]] Role role(Index node) const;
    [[nodiscard]] QString userId(Index node) const;
    [[nodiscard]] QJsonObject profile(Index node) const;
    void setProfile(Index node, const QJsonObject &profile);
    /// The next new account takes over the position with the largest network, or nothing.
    void setAdoptLargest(bool adopt) { m_adoptLargest = adopt; }
    [[nodiscard]] bool adoptsLargest() const { return m_adoptLargest; }
    [[nodiscard]] Index largestNetwork() const; ///< of those without an account

    // Referrals.
    [[nodiscard]] QString codeOf(Index node, Chain chain) const;
    [[nodiscard]] std::optional<CodeOwner> ownerOf(const QString &code) const;
    [[nodiscard]] int usesOf(Index node, Chain chain) const;
    [[nodiscard]] ApiResult<Registration> registerReferral(Index referee, Chain chain, const QString &code);
    /// What one new referee at `depth` 1..7 earns the root of the network.
    [[nodiscard]] static Wide referralReward(int depth);

    // Rewards.
    [[nodiscard]] const std::vector<Claim> &claims(Index node) const;
    ApiResult<Claim> claimReferralRewards(Index node);
    [[nodiscard]] Wide referralEarned(Index node) const;
    [[nodiscard]] Wide referralClaimed(Index node) const; ///< claims under way included
    void settleClaims(); ///< credits the claims whose time has come

    // The world's own life; each is journalled.
    Index worldJoin(Index parent, std::int64_t at);
    void worldTransfer(Index from, Index to, Chain chain, Wide amount, std::int64_t at);
    void worldMove(Index node, Index parent, std::int64_t at);
    void worldRebase(Chain chain, std::int64_t at);
    void worldVerify(Index node, bool verified, std::int64_t at);
    void flush() { m_database.flush(); }

    [[nodiscard]] std::int64_t startedAt() const { return m_startedAt; }
    [[nodiscard]] const QString &bootId() const { return m_bootId; }

private:
    Platform(World::Origin origin, const Options &options, Database &database, const Clock &clock);
    void loadAccounts();
    void replay();
    void apply(const JournalEntry &entry);

    World m_world;
    Database &m_database;
    const Clock &m_clock;
    bool m_adoptLargest;
    std::optional<wallet::Address> m_admin;
    std::int64_t m_startedAt;
    QString m_bootId;
    QHash<Index, Account> m_accounts;
    QHash<Index, QJsonObject> m_profiles;
    QHash<Index, std::vector<Claim>> m_claims;
    QHash<QString, int> m_codeUses;
    std::vector<Claim> m_unsettled;
};

} // namespace majlis::sandbox

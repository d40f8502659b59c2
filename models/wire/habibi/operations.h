// SPDX-License-Identifier: GPL-3.0-or-later
// Written by models/wire/generate.py from resources/schemas; do not edit.
#pragma once

#include "models/wire/habibi/types.h"
#include "models/wire/request.h"

/// One type a GraphQL operation, each with one root field: an older server that lacks it takes no other along.
namespace majlis::wire::habibi::graphql
{

/// One user's public profile. Access: anonymous; fields marked "own" are null unless the token is that user's or an
/// admin's. Null: address well formed but unknown. Errors: `validation_failed` (path `address`), `rate_limited`.
struct UserQuery {
    using Answer = std::optional<User>;
    static constexpr OperationKind kind = OperationKind::Query;
    static constexpr QStringView name = u"UserQuery";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"user";

    QString address;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// The referral network under `address`, breadth first, at most 10,000 nodes in one answer (`truncation` says when
/// there are more). `depth` counts levels below the root, 1..7. The server may answer from a cache at most 300 s
/// old (`computedAt`). Access: anonymous. Null: address unknown. Errors: `validation_failed` (address, depth),
/// `unavailable` (graph store down).
struct UserNetworkQuery {
    using Answer = std::optional<NetworkGraph>;
    static constexpr OperationKind kind = OperationKind::Query;
    static constexpr QStringView name = u"UserNetworkQuery";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"userNetwork";

    QString address;
    std::optional<std::int64_t> depth;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// Rewards of one user in a window ending now; at most the newest 1,000 entries, totals always over the whole
/// window. Access: the user, or admin. Null: address unknown. Errors: `unauthorized`, `forbidden` (another user's),
/// `validation_failed`.
struct UserRewardsQuery {
    using Answer = std::optional<RewardHistory>;
    static constexpr OperationKind kind = OperationKind::Query;
    static constexpr QStringView name = u"UserRewardsQuery";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"userRewards";

    QString address;
    OpenEnum<TimeFrame> timeframe;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// Protocol-wide figures, at most 60 s old. Access: anonymous. Null only while a fresh server has not computed
/// them: show nothing, not zeros.
struct GlobalStatsQuery {
    using Answer = std::optional<GlobalStatistics>;
    static constexpr OperationKind kind = OperationKind::Query;
    static constexpr QStringView name = u"GlobalStatsQuery";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"globalStats";

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// Ranking, best first. `limit` 1..100. Access: `verified` (permission `read:leaderboard`). Empty list when nobody
/// ranks. Errors: `unauthorized`, `forbidden`, `validation_failed`.
struct LeaderboardQuery {
    using Answer = std::vector<LeaderboardEntry>;
    static constexpr OperationKind kind = OperationKind::Query;
    static constexpr QStringView name = u"LeaderboardQuery";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"leaderboard";

    OpenEnum<LeaderboardType> type;
    std::optional<std::int64_t> limit;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// Past rebases of one chain, newest first. `limit` 1..100. Access: anonymous. Errors: `validation_failed`.
struct RebaseHistoryQuery {
    using Answer = std::vector<RebaseEvent>;
    static constexpr OperationKind kind = OperationKind::Query;
    static constexpr QStringView name = u"RebaseHistoryQuery";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"rebaseHistory";

    Chain chain;
    std::optional<std::int64_t> limit;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// (added) The token's own user. Access: user. Errors: `unauthorized`, `token_expired`.
struct MeQuery {
    using Answer = User;
    static constexpr OperationKind kind = OperationKind::Query;
    static constexpr QStringView name = u"MeQuery";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"me";

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// (added) My referral code. `chain` defaults to the token's chain; every user has one code per chain from
/// registration on. Access: user.
struct MyReferralCodeQuery {
    using Answer = ReferralCode;
    static constexpr OperationKind kind = OperationKind::Query;
    static constexpr QStringView name = u"MyReferralCodeQuery";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"myReferralCode";

    std::optional<Chain> chain;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// (added) Whose code is this: to be shown before the user signs a registration. Access: anonymous. Null: well
/// formed but unknown. Errors: `validation_failed` ("Invalid referral code format").
struct ReferralCodeQuery {
    using Answer = std::optional<ReferralCode>;
    static constexpr OperationKind kind = OperationKind::Query;
    static constexpr QStringView name = u"ReferralCodeQuery";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"referralCode";

    QString code;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// (added) One page of a network, for networks over 10,000 nodes. `limit` 1..5000 (more than CONVENTIONS rule 8
/// because a node is small). All pages of one walk come from one snapshot (`snapshotId`), held for 300 s after the
/// last page; then `conflict` with reason `snapshot_expired`: start again without a cursor. `nodes` holds this page
/// only, `root` and `strength` are on every page, `truncation.nextCursor` is null on the last. Above 100,000 nodes
/// use the binary graph of REST. Access: anonymous. Null: address unknown.
struct UserNetworkPageQuery {
    using Answer = std::optional<NetworkGraph>;
    static constexpr OperationKind kind = OperationKind::Query;
    static constexpr QStringView name = u"UserNetworkPageQuery";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"userNetworkPage";

    QString address;
    std::optional<std::int64_t> depth;
    std::optional<std::int64_t> limit;
    std::optional<QString> cursor;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// (added) `userRewards` entry by entry, newest first. `limit` 1..100. Access: the user, or admin.
struct UserRewardsPageQuery {
    using Answer = RewardPage;
    static constexpr OperationKind kind = OperationKind::Query;
    static constexpr QStringView name = u"UserRewardsPageQuery";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"userRewardsPage";

    QString address;
    OpenEnum<TimeFrame> timeframe;
    std::optional<std::int64_t> limit;
    std::optional<QString> cursor;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// (added) `rebaseHistory` beyond the newest 100. `limit` 1..100. Access: anonymous.
struct RebaseHistoryPageQuery {
    using Answer = RebasePage;
    static constexpr OperationKind kind = OperationKind::Query;
    static constexpr QStringView name = u"RebaseHistoryPageQuery";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"rebaseHistoryPage";

    Chain chain;
    std::optional<std::int64_t> limit;
    std::optional<QString> cursor;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// Makes the token's user a referee of the code's owner, once and for ever. `code` matches
/// `^HABIBI-[A-Z]{3,5}-[A-Z0-9]{8}$`. `signature` is the user's wallet signature over the message of "Referral
/// registration" in `habibi.openapi.yaml`, with the token's address and chain. Not idempotent: send the HTTP header
/// `Idempotency-Key`. Access: user (`write:own_referral`). Errors: `unauthorized` ("Invalid signature"),
/// `validation_failed` ("Invalid referral code format"), `not_found` (code unknown), `conflict` with reason
/// `already_referred`, `self_referral`, `referral_cycle` or `code_inactive`, …
struct RegisterReferralMutation {
    using Answer = RegisterResult;
    static constexpr OperationKind kind = OperationKind::Mutation;
    static constexpr QStringView name = u"RegisterReferralMutation";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"registerReferral";

    QString code;
    QString signature;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// Changes the token's own profile: a field left out keeps its value, a field given as null is cleared. Access:
/// user. Errors: `validation_failed` with one detail per field.
struct UpdateProfileMutation {
    using Answer = User;
    static constexpr OperationKind kind = OperationKind::Mutation;
    static constexpr QStringView name = u"UpdateProfileMutation";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"updateProfile";

    ProfileInput input;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// Claims everything claimable of one type. Send `Idempotency-Key`. Only REFERRAL can have something to claim
/// (D15). Access: verified (`write:claim_rewards`). Errors: `unauthorized`, `forbidden` (not verified), `conflict`
/// with reason `nothing_to_claim` or `claim_pending`, `unavailable`.
struct ClaimRewardsMutation {
    using Answer = ClaimResult;
    static constexpr OperationKind kind = OperationKind::Mutation;
    static constexpr QStringView name = u"ClaimRewardsMutation";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"claimRewards";

    OpenEnum<RewardType> type;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// First the present balance of every chain the address holds on (`reason` INITIAL), then each change. Access:
/// anonymous, as balances are public on chain; a server may demand `user`. Errors before the first event:
/// `validation_failed`, `not_found`, `unauthorized`.
struct BalanceUpdatesSubscription {
    using Answer = BalanceUpdate;
    static constexpr OperationKind kind = OperationKind::Subscription;
    static constexpr QStringView name = u"BalanceUpdatesSubscription";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"balanceUpdates";

    QString address;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// One event when a rebase of the chain is complete. Nothing is sent on subscribing. Access: anonymous.
struct RebaseEventsSubscription {
    using Answer = RebaseEvent;
    static constexpr OperationKind kind = OperationKind::Subscription;
    static constexpr QStringView name = u"RebaseEventsSubscription";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"rebaseEvents";

    Chain chain;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

/// Changes in the network of `address`, 7 levels deep. Nothing is sent on subscribing. Access: anonymous.
struct NetworkGrowthSubscription {
    using Answer = NetworkUpdate;
    static constexpr OperationKind kind = OperationKind::Subscription;
    static constexpr QStringView name = u"NetworkGrowthSubscription";
    /// The root field, where Answer stands in `data`.
    static constexpr QStringView field = u"networkGrowth";

    QString address;

    [[nodiscard]] static QString document();
    [[nodiscard]] QJsonObject variables() const;
};

} // namespace majlis::wire::habibi::graphql

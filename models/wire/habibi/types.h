// SPDX-License-Identifier: GPL-3.0-or-later
// Written by models/wire/generate.py from resources/schemas; do not edit.
#pragma once

#include "models/domain/chain.h"
#include "models/wire/codec.h"

#include <array>
#include <optional>
#include <vector>

namespace majlis::wire::habibi
{

/// A rolling window that ends now (values added: the document names only the type).
enum class TimeFrame {
    Unknown,
    /// 24 h
    Day,
    /// 7 × 24 h
    Week,
    /// 30 × 24 h
    Month,
    /// 365 × 24 h
    Year,
    /// since the account exists
    All,
};

/// What a leaderboard ranks by (values added). Ties: the older account first, then the smaller address text; so
/// ranks are 1, 2, 3 … without gaps.
enum class LeaderboardType {
    Unknown,
    /// `User.networkStrength.score`, no unit
    NetworkStrength,
    /// `User.balance`, tokens
    Balance,
    /// descendants in depth 1..7, users
    TotalReferrals,
    /// depth 1 only, users
    DirectReferrals,
    /// rewards of all types since ever, tokens
    Rewards,
};

/// Kinds of reward (values added; the document has referral rewards and rebase rewards).
enum class RewardType {
    Unknown,
    /// For a registration in one's network. The document's calculator is not shown: amounts come only from the server.
    Referral,
    /// Share of a rebase; credited to the balance at once, never claimable.
    Rebase,
};

/// (added)
enum class RewardStatus {
    Unknown,
    /// computed, not yet claimable
    Pending,
    /// can be claimed
    Claimable,
    /// claim sent to the chain, not final
    Claiming,
    /// claimed and final
    Claimed,
    /// credited without a claim (rebase)
    Credited,
};

/// Roles of the document with their permissions, each including those above it (D6).
enum class Role {
    Unknown,
    /// read:own_profile, read:own_network, write:own_referral
    User,
    /// read:leaderboard, write:claim_rewards
    Verified,
    /// read:all_users, write:system_config, execute:manual_rebase
    Admin,
};

/// (added) Why a balance changed.
enum class BalanceReason {
    Unknown,
    /// first value after subscribing
    Initial,
    Transfer,
    Rebase,
    Claim,
    /// correction after a chain reorganisation; may go down without a transfer
    Correction,
};

/// (added) What happened in a network; the document has the events `referral.registered` and
/// `referral.transferred`.
enum class NetworkChange {
    Unknown,
    /// a new descendant
    Registered,
    /// a descendant (with its subtree) moved to another referrer, into, out of or within this network
    Transferred,
    /// a node's balance, name or verification changed
    Updated,
};

/// (added) Why a network answer is not whole.
enum class TruncationReason {
    Unknown,
    /// more nodes than the limit
    NodeLimit,
    /// the server stopped after its time budget (5 s)
    TimeLimit,
};

/// (added) Life of a write that goes to a chain.
enum class ChainStatus {
    Unknown,
    /// accepted; `transactionHash` may still be null
    Pending,
    Confirmed,
    /// the chain refused it; nothing changed
    Failed,
};

} // namespace majlis::wire::habibi

namespace majlis
{

template <>
struct WireNames<wire::habibi::TimeFrame> {
    static constexpr std::array<std::pair<wire::habibi::TimeFrame, QStringView>, 5> names{
        {{wire::habibi::TimeFrame::Day, u"DAY"}, {wire::habibi::TimeFrame::Week, u"WEEK"},
            {wire::habibi::TimeFrame::Month, u"MONTH"}, {wire::habibi::TimeFrame::Year, u"YEAR"},
            {wire::habibi::TimeFrame::All, u"ALL"}}};
};

template <>
struct WireNames<wire::habibi::LeaderboardType> {
    static constexpr std::array<std::pair<wire::habibi::LeaderboardType, QStringView>, 5> names{
        {{wire::habibi::LeaderboardType::NetworkStrength, u"NETWORK_STRENGTH"},
            {wire::habibi::LeaderboardType::Balance, u"BALANCE"},
            {wire::habibi::LeaderboardType::TotalReferrals, u"TOTAL_REFERRALS"},
            {wire::habibi::LeaderboardType::DirectReferrals, u"DIRECT_REFERRALS"},
            {wire::habibi::LeaderboardType::Rewards, u"REWARDS"}}};
};

template <>
struct WireNames<wire::habibi::RewardType> {
    static constexpr std::array<std::pair<wire::habibi::RewardType, QStringView>, 2> names{
        {{wire::habibi::RewardType::Referral, u"REFERRAL"}, {wire::habibi::RewardType::Rebase, u"REBASE"}}};
};

template <>
struct WireNames<wire::habibi::RewardStatus> {
    static constexpr std::array<std::pair<wire::habibi::RewardStatus, QStringView>, 5> names{
        {{wire::habibi::RewardStatus::Pending, u"PENDING"}, {wire::habibi::RewardStatus::Claimable, u"CLAIMABLE"},
            {wire::habibi::RewardStatus::Claiming, u"CLAIMING"}, {wire::habibi::RewardStatus::Claimed, u"CLAIMED"},
            {wire::habibi::RewardStatus::Credited, u"CREDITED"}}};
};

template <>
struct WireNames<wire::habibi::Role> {
    static constexpr std::array<std::pair<wire::habibi::Role, QStringView>, 3> names{
        {{wire::habibi::Role::User, u"user"}, {wire::habibi::Role::Verified, u"verified"},
            {wire::habibi::Role::Admin, u"admin"}}};
};

template <>
struct WireNames<wire::habibi::BalanceReason> {
    static constexpr std::array<std::pair<wire::habibi::BalanceReason, QStringView>, 5> names{
        {{wire::habibi::BalanceReason::Initial, u"INITIAL"}, {wire::habibi::BalanceReason::Transfer, u"TRANSFER"},
            {wire::habibi::BalanceReason::Rebase, u"REBASE"}, {wire::habibi::BalanceReason::Claim, u"CLAIM"},
            {wire::habibi::BalanceReason::Correction, u"CORRECTION"}}};
};

template <>
struct WireNames<wire::habibi::NetworkChange> {
    static constexpr std::array<std::pair<wire::habibi::NetworkChange, QStringView>, 3> names{
        {{wire::habibi::NetworkChange::Registered, u"REGISTERED"},
            {wire::habibi::NetworkChange::Transferred, u"TRANSFERRED"},
            {wire::habibi::NetworkChange::Updated, u"UPDATED"}}};
};

template <>
struct WireNames<wire::habibi::TruncationReason> {
    static constexpr std::array<std::pair<wire::habibi::TruncationReason, QStringView>, 2> names{
        {{wire::habibi::TruncationReason::NodeLimit, u"NODE_LIMIT"},
            {wire::habibi::TruncationReason::TimeLimit, u"TIME_LIMIT"}}};
};

template <>
struct WireNames<wire::habibi::ChainStatus> {
    static constexpr std::array<std::pair<wire::habibi::ChainStatus, QStringView>, 3> names{
        {{wire::habibi::ChainStatus::Pending, u"PENDING"}, {wire::habibi::ChainStatus::Confirmed, u"CONFIRMED"},
            {wire::habibi::ChainStatus::Failed, u"FAILED"}}};
};

} // namespace majlis

namespace majlis::wire::habibi
{

struct NonceRequest;
struct NonceResponse;
struct VerifyRequest;
struct AuthResponse;
struct RefreshRequest;
struct AccessTokenClaims;
struct ReferralCode;
struct NetworkStrength;
struct Profile;
struct User;
struct ChainBalance;
struct NetworkNode;
struct NetworkEdge;
struct Truncation;
struct NetworkGraph;
struct RegisterReferralRequest;
struct RegisterResult;
struct RebaseEvent;
struct RebasePage;
struct BalanceUpdate;
struct NetworkUpdate;
struct GraphqlRequest;
struct GraphqlResponse;
struct GraphqlErrorExtensions;
struct GraphqlError;
struct GraphqlErrorLocationsItem;
struct ErrorDetail;
struct Health;
struct HealthChecksItem;
struct Error;
struct RewardHistory;
struct RewardTotal;
struct RewardEntry;
struct RewardPage;
struct GlobalStatistics;
struct ChainStatistics;
struct LeaderboardEntry;
struct ClaimResult;
struct ProfileInput;

struct NonceRequest {
    Address address = unread();
    std::optional<Chain> chain;

    friend bool operator==(const NonceRequest &, const NonceRequest &) = default;
};

struct NonceResponse {
    QString nonce;
    UnixMs expiresAt;
    /// For comparison only. If it differs from the client's own: refuse to sign.
    std::optional<QString> message;

    friend bool operator==(const NonceResponse &, const NonceResponse &) = default;
};

/// The document's AuthRequest; `chain` is added and decides `chainId` for EVM addresses (default base)
struct VerifyRequest {
    Address address = unread();
    QString nonce;
    QString signature;
    std::optional<Chain> chain;

    friend bool operator==(const VerifyRequest &, const VerifyRequest &) = default;
};

/// The document's three fields, and added ones
struct AuthResponse {
    QString accessToken;
    QString refreshToken;
    /// Seconds the access token lives, 900
    std::int64_t expiresIn = 0;
    /// Seconds the refresh token lives, 604800 (added)
    std::optional<std::int64_t> refreshExpiresIn;
    /// Bearer (added)
    std::optional<QString> tokenType;
    std::optional<Address> address;
    std::optional<OpenEnum<Role>> role;

    friend bool operator==(const AuthResponse &, const AuthResponse &) = default;
};

struct RefreshRequest {
    QString refreshToken;

    friend bool operator==(const RefreshRequest &, const RefreshRequest &) = default;
};

/// Payload of the access token (HS256). The document's AuthToken fields and where they went: address → `sub` and
/// `address`, chainId, nonce → same names, issuedAt → `iat`, expiresAt → `exp` (seconds), signature → the JWT's
/// own. `role`, `iss`, `aud`, `jti`, `fam` (refresh family) are added. The example is the payload of
/// `AuthResponse`'s example, signed with the document's local secret `dev-secret`.
struct AccessTokenClaims {
    std::optional<QString> iss;
    std::optional<QString> aud;
    Address sub = unread();
    Address address = unread();
    std::int64_t chainId = 0;
    OpenEnum<Role> role;
    QString nonce;
    std::optional<QString> jti;
    std::optional<QString> fam;
    std::int64_t iat = 0;
    std::int64_t exp = 0;

    friend bool operator==(const AccessTokenClaims &, const AccessTokenClaims &) = default;
};

/// (added)
struct ReferralCode {
    /// `^HABIBI-[A-Z]{3,5}-[A-Z0-9]{8}$`; the middle part is SOL, BASE or ARB and says where the code was made, not who
    /// may use it.
    QString code;
    Address owner = unread();
    std::optional<QString> ownerDisplayName;
    Chain chain;
    /// Registrations with this code; own only, else null.
    std::optional<std::int64_t> uses;
    /// False: registrations with it fail with `code_inactive`.
    bool active = false;
    UnixMs createdAt;

    friend bool operator==(const ReferralCode &, const ReferralCode &) = default;
};

/// Strength of a network over depth 1..7, whatever depth was asked for (formula in `domain.md` 1.2).
struct NetworkStrength {
    /// 0..10000, no unit; shown with 2 digits. min(descendantScore + balanceScore + depthScore, 10000).
    double score = 0;
    /// log10(totalDescendants + 1) × 100
    std::optional<double> descendantScore;
    /// log10(weightedBalance + 1) × 50
    std::optional<double> balanceScore;
    /// maxDepth × 10
    std::optional<double> depthScore;
    /// Distinct users at depth 1..7.
    std::int64_t totalDescendants = 0;
    /// Sum of balance × 0.7^depth, tokens, rounded down to 18 digits.
    Amount weightedBalance;
    /// 0..7
    std::int64_t maxDepth = 0;
    /// At most 100 descendants, largest balance first; empty where the server does not compute them.
    std::optional<std::vector<NetworkNode>> topDescendants;
    /// At most 300 s ago.
    std::optional<UnixMs> computedAt;

    friend bool operator==(const NetworkStrength &, const NetworkStrength &) = default;
};

/// (added) Public profile. All texts are plain text for the client except `bio`; every field null when not set.
struct Profile {
    /// 1..64 code points, NFC, no control characters, not unique, never proof of identity.
    std::optional<QString> displayName;
    /// https, at most 2048 bytes.
    std::optional<QString> avatarUrl;
    /// At most 500 code points; HTML with b, i, em, strong and a[href] only (the document's sanitizer). Anything else
    /// is shown as text.
    std::optional<QString> bio;
    std::optional<QString> website;
    std::optional<QString> twitter;
    std::optional<QString> telegram;
    std::optional<QString> discord;
    /// BCP 47.
    std::optional<QString> locale;

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// A user. The document's table has id, address, created_at, updated_at, metadata.
struct User {
    /// Opaque.
    Id<struct User> id;
    Address address = unread();
    /// (added) Chain of the address as the user signed in last.
    Chain chain;
    /// Sum over all chains, tokens, >= 0.
    Amount balance;
    /// (added) Per chain; chains without any holding are left out.
    std::vector<ChainBalance> balances;
    /// Verified users get the 1.25 rebase bonus.
    bool isVerified = false;
    /// (added) Own only, else null.
    std::optional<OpenEnum<Role>> role;
    /// (added) Own only, else null; the code of `chain`.
    std::optional<ReferralCode> referralCode;
    /// (added) Who referred this user; null: nobody.
    std::optional<Address> referrer;
    /// (added) When; null with `referrer`.
    std::optional<UnixMs> referredAt;
    /// Users at depth 1.
    std::int64_t directReferrals = 0;
    /// Distinct users at depth 1..7.
    std::int64_t totalReferrals = 0;
    /// Deepest level of the network, 0..7; 0 without referrals.
    std::int64_t maxDepth = 0;
    NetworkStrength networkStrength;
    /// (added) From `metadata`.
    Profile profile;
    UnixMs createdAt;
    UnixMs updatedAt;

    friend bool operator==(const User &, const User &) = default;
};

/// Latest row of the document's `user_balances` for one chain.
struct ChainBalance {
    Chain chain;
    /// Tokens, >= 0, up to NUMERIC(78,18).
    Amount balance;
    /// US dollars with 2 digits; null: no price.
    std::optional<Amount> usdValue;
    UnixMs recordedAt;

    friend bool operator==(const ChainBalance &, const ChainBalance &) = default;
};

/// One user in a network.
struct NetworkNode {
    Address address = unread();
    /// Tokens over all chains, >= 0.
    Amount balance;
    /// Levels below the root of this answer, 0..7.
    std::int64_t depth = 0;
    /// (added) Null: not set.
    std::optional<QString> displayName;
    /// (added) When the user registered under its referrer; for a root without referrer, when the account began.
    UnixMs joinedAt;
    /// (added here; the document has it on the user)
    bool isVerified = false;
    /// (added)
    Chain chain;
    /// (added) Address of the referrer inside this answer; null for the root.
    std::optional<Address> parent;
    /// (added) Users this one referred directly, whether or not they are in this answer.
    std::int64_t directReferrals = 0;
    /// (added) Distinct users at depth 1..7 below this one, whether or not they are in this answer.
    std::int64_t totalDescendants = 0;

    friend bool operator==(const NetworkNode &, const NetworkNode &) = default;
};

/// A referral, from referrer to referee.
struct NetworkEdge {
    Address from = unread();
    Address to = unread();
    /// 0.7^depth, the factor by which `to` counts for the root's weighted balance; 0 < weight <= 0.7 (meaning added).
    double weight = 0;
    /// Depth of `to`, 1..7.
    std::int64_t depth = 0;

    friend bool operator==(const NetworkEdge &, const NetworkEdge &) = default;
};

/// (added)
struct Truncation {
    /// True: address and depth select nodes that come after these. So it is also true on every page but the last.
    bool truncated = false;
    /// Null unless truncated.
    std::optional<OpenEnum<TruncationReason>> reason;
    /// Nodes in this answer.
    std::int64_t returnedNodes = 0;
    /// Nodes that address and depth select; null: not counted in time.
    std::optional<std::int64_t> totalNodes;
    /// Where to go on with `userNetworkPage`. Null: nothing more or, after TIME_LIMIT, nothing that can be reached.
    std::optional<QString> nextCursor;

    friend bool operator==(const Truncation &, const Truncation &) = default;
};

/// A referral network, or one page of it. `nodes` are breadth first: by depth, children of one parent together and
/// in the order of their parents, siblings by joinedAt and then address. So a parent comes before its children, and
/// any prefix is a tree.
struct NetworkGraph {
    /// The asked-for user, depth 0. Also `nodes[0]` where firstIndex is 0.
    NetworkNode root;
    std::vector<NetworkNode> nodes;
    /// One edge for every node here that is not the root.
    std::vector<NetworkEdge> edges;
    /// (added) Metrics of the whole network.
    NetworkStrength strength;
    /// (added) Depth applied, 1..7.
    std::int64_t depth = 0;
    /// (added) Index of `nodes[0]` in the whole walk; 0 unless a later page.
    std::int64_t firstIndex = 0;
    /// (added)
    Truncation truncation;
    /// (added) Names the snapshot; equal ids mean equal content.
    QString snapshotId;
    /// (added)
    UnixMs computedAt;

    friend bool operator==(const NetworkGraph &, const NetworkGraph &) = default;
};

struct RegisterReferralRequest {
    Address refereeAddress = unread();
    QString referralCode;
    QString signature;
    std::optional<Chain> chain;

    friend bool operator==(const RegisterReferralRequest &, const RegisterReferralRequest &) = default;
};

/// Answer of a registration; failures are errors, never `success: false`.
struct RegisterResult {
    /// Always true.
    bool success = false;
    Address referee = unread();
    Address referrer = unread();
    /// (added)
    std::optional<Chain> chain;
    /// Depth of the referee in its forest: the referrer's + 1, roots are 0. Not limited to 7.
    std::optional<std::int64_t> depth;
    /// (added)
    std::optional<QString> code;
    /// (added)
    std::optional<OpenEnum<ChainStatus>> status;
    /// (added)
    std::optional<QString> transactionHash;
    /// (added)
    std::optional<UnixMs> registeredAt;

    friend bool operator==(const RegisterResult &, const RegisterResult &) = default;
};

/// A completed rebase of one chain. The document sends it as `rebase:completed` and leaves its fields open (all
/// added but `chain`).
struct RebaseEvent {
    Id<struct RebaseEvent> id;
    Chain chain;
    /// 1.. per chain, without gaps.
    std::int64_t epoch = 0;
    /// 200 = 2 %.
    std::int64_t rateBps = 0;
    /// Tokens offered: totalSupplyBefore × rateBps / 10000, rounded down.
    Amount rebaseAmount;
    /// Tokens credited; rebaseAmount less rounding dust, or 0 when nobody was eligible.
    Amount distributedAmount;
    Amount totalSupplyBefore;
    /// totalSupplyBefore + distributedAmount
    Amount totalSupplyAfter;
    /// Users credited.
    std::int64_t recipients = 0;
    /// Sum of the weights of `domain.md` 1.3.
    double totalWeight = 0;
    UnixMs executedAt;
    std::optional<QString> transactionHash;
    /// Position in the chain's event stream, grows by one; null on servers without it.
    std::optional<std::int64_t> seq;
    /// Socket.IO only: epoch milliseconds of sending
    std::optional<std::int64_t> ts;

    friend bool operator==(const RebaseEvent &, const RebaseEvent &) = default;
};

/// (added)
struct RebasePage {
    std::vector<RebaseEvent> events;
    std::optional<QString> nextCursor;

    friend bool operator==(const RebasePage &, const RebasePage &) = default;
};

/// A balance after a change; absolute, so a lost event costs nothing but time.
struct BalanceUpdate {
    Address address = unread();
    /// (added) The balance is of this chain.
    Chain chain;
    /// Tokens after the change.
    Amount balance;
    /// (added) Signed; 0 when INITIAL.
    std::optional<Amount> delta;
    /// (added)
    std::optional<OpenEnum<BalanceReason>> reason;
    /// (added) US dollars, 2 digits; null: no price.
    std::optional<Amount> usdValue;
    /// (added) REBASE only.
    std::optional<std::int64_t> epoch;
    /// (added) Null when INITIAL or CORRECTION.
    std::optional<QString> transactionHash;
    /// The document's recorded_at. Of two updates for one chain the later counts, whatever the order of arrival.
    UnixMs recordedAt;
    /// (added) Position in the address's balance stream, grows by one; null on servers without it.
    std::optional<std::int64_t> seq;
    /// Socket.IO only: epoch milliseconds of sending
    std::optional<std::int64_t> ts;

    friend bool operator==(const BalanceUpdate &, const BalanceUpdate &) = default;
};

/// A change in a network (all added but the type's name).
struct NetworkUpdate {
    /// The subscribed root.
    Address address = unread();
    /// REGISTERED, TRANSFERRED, UPDATED; open
    OpenEnum<NetworkChange> change;
    /// The node as it is now; depth and parent relative to `address`. After leaving the network, its last state.
    NetworkNode node;
    /// The edge from its referrer; null when it left this network or lies deeper than 7.
    std::optional<NetworkEdge> edge;
    /// TRANSFERRED: the referrer before. Null otherwise.
    std::optional<Address> previousParent;
    /// Of the root, after the change.
    std::optional<std::int64_t> directReferrals;
    /// Of the root, after the change.
    std::optional<std::int64_t> totalDescendants;
    /// Of the root, after the change; null: being recomputed.
    std::optional<double> score;
    UnixMs occurredAt;
    /// Position in the network's stream, grows by one; null on servers without it.
    std::optional<std::int64_t> seq;
    /// Socket.IO only: epoch milliseconds of sending
    std::optional<std::int64_t> ts;

    friend bool operator==(const NetworkUpdate &, const NetworkUpdate &) = default;
};

struct GraphqlRequest {
    QString query;
    std::optional<QString> operationName;
    std::optional<QJsonObject> variables;

    friend bool operator==(const GraphqlRequest &, const GraphqlRequest &) = default;
};

struct GraphqlResponse {
    std::optional<QJsonObject> data;
    std::optional<std::vector<GraphqlError>> errors;

    friend bool operator==(const GraphqlResponse &, const GraphqlResponse &) = default;
};

/// Missing code before any data was seen means `validation_failed`, otherwise `internal`
struct GraphqlErrorExtensions {
    std::optional<QString> code;
    std::optional<QString> reason;
    std::optional<std::int64_t> retryAfter;
    std::optional<std::vector<ErrorDetail>> details;

    friend bool operator==(const GraphqlErrorExtensions &, const GraphqlErrorExtensions &) = default;
};

struct GraphqlError {
    QString message;
    std::optional<std::vector<QJsonValue>> path;
    std::optional<std::vector<GraphqlErrorLocationsItem>> locations;
    /// Missing code before any data was seen means `validation_failed`, otherwise `internal`
    std::optional<GraphqlErrorExtensions> extensions;

    friend bool operator==(const GraphqlError &, const GraphqlError &) = default;
};

struct GraphqlErrorLocationsItem {
    std::int64_t line = 0;
    std::int64_t column = 0;

    friend bool operator==(const GraphqlErrorLocationsItem &, const GraphqlErrorLocationsItem &) = default;
};

struct ErrorDetail {
    /// Dotted path of the field
    QString path;
    QString message;

    friend bool operator==(const ErrorDetail &, const ErrorDetail &) = default;
};

struct Health {
    /// ok, degraded, down; open
    QString status;
    std::optional<QString> version;
    std::optional<double> uptimeSeconds;
    std::optional<UnixMs> timestamp;
    std::optional<std::vector<HealthChecksItem>> checks;

    friend bool operator==(const Health &, const Health &) = default;
};

struct HealthChecksItem {
    /// database, redis, graph, solana, base, arbitrum …
    QString name;
    QString status;
    std::optional<double> responseTimeMs;
    std::optional<QString> message;

    friend bool operator==(const HealthChecksItem &, const HealthChecksItem &) = default;
};

/// `error` and `retryAfter` are the document's; the rest is added. When `code` is missing it follows from the
/// status: 400 validation_failed, 401 unauthorized, 403 forbidden, 404 not_found, 409 conflict, 429 rate_limited,
/// 503 unavailable, others internal.
struct Error {
    /// For people
    QString error;
    /// For programs, CONVENTIONS rule 6; open
    std::optional<QString> code;
    /// Same as error
    std::optional<QString> message;
    /// Finer than code; open
    std::optional<QString> reason;
    /// Seconds, with 429
    std::optional<std::int64_t> retryAfter;
    std::optional<std::vector<ErrorDetail>> details;
    /// To be shown in reports
    std::optional<QString> requestId;

    friend bool operator==(const Error &, const Error &) = default;
};

/// Rewards in a window.
struct RewardHistory {
    Address address = unread();
    OpenEnum<TimeFrame> timeframe;
    /// (added) Start of the window, included.
    UnixMs from;
    /// (added) End, excluded.
    UnixMs to;
    /// (added) All types, tokens.
    Amount totalEarned;
    /// (added) One element per type that occurs.
    std::vector<RewardTotal> totals;
    /// (added) Newest first, at most 1,000.
    std::vector<RewardEntry> entries;
    /// (added) Null: `entries` is everything; else the cursor for `userRewardsPage`.
    std::optional<QString> nextCursor;

    friend bool operator==(const RewardHistory &, const RewardHistory &) = default;
};

/// (added) Tokens; `claimable` is the amount now, not only of the window.
struct RewardTotal {
    OpenEnum<RewardType> type;
    Amount earned;
    Amount claimed;
    Amount claimable;

    friend bool operator==(const RewardTotal &, const RewardTotal &) = default;
};

/// (added)
struct RewardEntry {
    Id<struct RewardEntry> id;
    OpenEnum<RewardType> type;
    /// Tokens, > 0.
    Amount amount;
    Chain chain;
    OpenEnum<RewardStatus> status;
    UnixMs earnedAt;
    /// Null until claimed or credited.
    std::optional<UnixMs> settledAt;
    /// REFERRAL: the new referee. Null for REBASE.
    std::optional<Address> source;
    /// REBASE: its epoch. Null for REFERRAL.
    std::optional<std::int64_t> epoch;
    std::optional<QString> transactionHash;

    friend bool operator==(const RewardEntry &, const RewardEntry &) = default;
};

/// (added)
struct RewardPage {
    std::vector<RewardEntry> entries;
    std::optional<QString> nextCursor;

    friend bool operator==(const RewardPage &, const RewardPage &) = default;
};

/// Protocol-wide figures. The document names total_supply and the counters of active users, referrals and rebases.
struct GlobalStatistics {
    /// Tokens, all chains.
    Amount totalSupply;
    /// (added) One element per chain.
    std::vector<ChainStatistics> chains;
    /// (added) Accounts.
    std::int64_t totalUsers = 0;
    /// (added)
    std::int64_t verifiedUsers = 0;
    /// Users with a request in the last 24 h.
    std::int64_t activeUsers = 0;
    /// Registrations since ever.
    std::int64_t totalReferrals = 0;
    /// (added) Tokens given out by rebases since ever.
    Amount totalRebased;
    /// (added) US dollars per token; null: no price.
    std::optional<Amount> priceUsd;
    /// (added)
    UnixMs updatedAt;

    friend bool operator==(const GlobalStatistics &, const GlobalStatistics &) = default;
};

/// (added)
struct ChainStatistics {
    Chain chain;
    /// Tokens.
    Amount totalSupply;
    std::int64_t activeUsers = 0;
    /// Basis points a day, 200 by the document.
    std::int64_t rebaseRateBps = 0;
    /// Null before the first.
    std::optional<RebaseEvent> lastRebase;
    /// Null when paused.
    std::optional<UnixMs> nextRebaseAt;

    friend bool operator==(const ChainStatistics &, const ChainStatistics &) = default;
};

/// One row. The document has the rank (index + 1), the user and the balance.
struct LeaderboardEntry {
    /// 1..
    std::int64_t rank = 0;
    /// (added)
    Address address = unread();
    /// (added)
    std::optional<QString> displayName;
    /// (added)
    std::optional<QString> avatarUrl;
    /// (added)
    bool isVerified = false;
    /// (added)
    Chain chain;
    /// Tokens.
    Amount balance;
    /// (added) The quantity ranked by, in its own unit: score, tokens or users.
    Amount value;
    /// (added) 24 h ago; null: was not ranked.
    std::optional<std::int64_t> previousRank;

    friend bool operator==(const LeaderboardEntry &, const LeaderboardEntry &) = default;
};

/// Answer of a claim (all added but the type's name).
struct ClaimResult {
    /// True unless status is FAILED.
    bool success = false;
    Id<struct ClaimResult> id;
    OpenEnum<RewardType> type;
    /// Tokens claimed, > 0.
    Amount amount;
    Chain chain;
    OpenEnum<ChainStatus> status;
    std::optional<QString> transactionHash;
    UnixMs claimedAt;

    friend bool operator==(const ClaimResult &, const ClaimResult &) = default;
};

/// Input of `updateProfile` (fields added: the document names only the type). Limits as in `Profile`; at least one
/// field.
struct ProfileInput {
    wire::Patch<QString> displayName;
    wire::Patch<QString> avatarUrl;
    wire::Patch<QString> bio;
    wire::Patch<QString> website;
    wire::Patch<QString> twitter;
    wire::Patch<QString> telegram;
    wire::Patch<QString> discord;
    wire::Patch<QString> locale;

    friend bool operator==(const ProfileInput &, const ProfileInput &) = default;
};

// The fields of each type, for reading and for writing.
template <class Archive>
void describe(Archive &archive, Described<Archive, NonceRequest> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, NonceResponse> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, VerifyRequest> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, AuthResponse> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, RefreshRequest> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, AccessTokenClaims> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, ReferralCode> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, NetworkStrength> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, Profile> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, User> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, ChainBalance> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, NetworkNode> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, NetworkEdge> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, Truncation> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, NetworkGraph> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, RegisterReferralRequest> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, RegisterResult> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, RebaseEvent> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, RebasePage> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, BalanceUpdate> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, NetworkUpdate> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, GraphqlRequest> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, GraphqlResponse> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, GraphqlErrorExtensions> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, GraphqlError> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, GraphqlErrorLocationsItem> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, ErrorDetail> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, Health> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, HealthChecksItem> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, Error> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, RewardHistory> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, RewardTotal> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, RewardEntry> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, RewardPage> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, GlobalStatistics> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, ChainStatistics> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, LeaderboardEntry> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, ClaimResult> &value);
template <class Archive>
void describe(Archive &archive, Described<Archive, ProfileInput> &value);

} // namespace majlis::wire::habibi

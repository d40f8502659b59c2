// SPDX-License-Identifier: GPL-3.0-or-later
// Written by models/wire/generate.py from resources/schemas; do not edit.
#include "models/wire/habibi/operations.h"

using namespace Qt::StringLiterals;

namespace majlis::wire::habibi::graphql
{

QString UserQuery::document()
{
    return u"query UserQuery($address: String!) { user(address: $address){id address chain balance "
           u"balances{chain balance usdValue recordedAt} isVerified role referralCode{code owner "
           u"ownerDisplayName chain uses active createdAt} referrer referredAt directReferrals totalReferrals "
           u"maxDepth networkStrength{score descendantScore balanceScore depthScore totalDescendants "
           u"weightedBalance maxDepth topDescendants{address balance depth displayName joinedAt isVerified chain "
           u"parent directReferrals totalDescendants} computedAt} profile{displayName avatarUrl bio website "
           u"twitter telegram discord locale} createdAt updatedAt} }"_s;
}

QJsonObject UserQuery::variables() const
{
    QJsonObject variables;
    variables.insert(u"address"_s, encode(address));
    return variables;
}

QString UserNetworkQuery::document()
{
    return u"query UserNetworkQuery($address: String!, $depth: Int) { userNetwork(address: $address, depth: "
           u"$depth){root{address balance depth displayName joinedAt isVerified chain parent directReferrals "
           u"totalDescendants} nodes{address balance depth displayName joinedAt isVerified chain parent "
           u"directReferrals totalDescendants} edges{from to weight depth} strength{score descendantScore "
           u"balanceScore depthScore totalDescendants weightedBalance maxDepth topDescendants{address balance "
           u"depth displayName joinedAt isVerified chain parent directReferrals totalDescendants} computedAt} "
           u"depth firstIndex truncation{truncated reason returnedNodes totalNodes nextCursor} snapshotId "
           u"computedAt} }"_s;
}

QJsonObject UserNetworkQuery::variables() const
{
    QJsonObject variables;
    variables.insert(u"address"_s, encode(address));
    if (depth)
        variables.insert(u"depth"_s, encode(*depth));
    return variables;
}

QString UserRewardsQuery::document()
{
    return u"query UserRewardsQuery($address: String!, $timeframe: TimeFrame!) { userRewards(address: $address, "
           u"timeframe: $timeframe){address timeframe from to totalEarned totals{type earned claimed claimable} "
           u"entries{id type amount chain status earnedAt settledAt source epoch transactionHash} nextCursor} }"_s;
}

QJsonObject UserRewardsQuery::variables() const
{
    QJsonObject variables;
    variables.insert(u"address"_s, encode(address));
    variables.insert(u"timeframe"_s, encode(timeframe));
    return variables;
}

QString GlobalStatsQuery::document()
{
    return u"query GlobalStatsQuery { globalStats{totalSupply chains{chain totalSupply activeUsers rebaseRateBps "
           u"lastRebase{id chain epoch rateBps rebaseAmount distributedAmount totalSupplyBefore totalSupplyAfter "
           u"recipients totalWeight executedAt transactionHash seq} nextRebaseAt} totalUsers verifiedUsers "
           u"activeUsers totalReferrals totalRebased priceUsd updatedAt} }"_s;
}

QJsonObject GlobalStatsQuery::variables() const
{
    QJsonObject variables;
    return variables;
}

QString LeaderboardQuery::document()
{
    return u"query LeaderboardQuery($type: LeaderboardType!, $limit: Int) { leaderboard(type: $type, limit: "
           u"$limit){rank address displayName avatarUrl isVerified chain balance value previousRank} }"_s;
}

QJsonObject LeaderboardQuery::variables() const
{
    QJsonObject variables;
    variables.insert(u"type"_s, encode(type));
    if (limit)
        variables.insert(u"limit"_s, encode(*limit));
    return variables;
}

QString RebaseHistoryQuery::document()
{
    return u"query RebaseHistoryQuery($chain: Chain!, $limit: Int) { rebaseHistory(chain: $chain, limit: "
           u"$limit){id chain epoch rateBps rebaseAmount distributedAmount totalSupplyBefore totalSupplyAfter "
           u"recipients totalWeight executedAt transactionHash seq} }"_s;
}

QJsonObject RebaseHistoryQuery::variables() const
{
    QJsonObject variables;
    variables.insert(u"chain"_s, encode(chain));
    if (limit)
        variables.insert(u"limit"_s, encode(*limit));
    return variables;
}

QString MeQuery::document()
{
    return u"query MeQuery { me{id address chain balance balances{chain balance usdValue recordedAt} isVerified "
           u"role referralCode{code owner ownerDisplayName chain uses active createdAt} referrer referredAt "
           u"directReferrals totalReferrals maxDepth networkStrength{score descendantScore balanceScore "
           u"depthScore totalDescendants weightedBalance maxDepth topDescendants{address balance depth "
           u"displayName joinedAt isVerified chain parent directReferrals totalDescendants} computedAt} "
           u"profile{displayName avatarUrl bio website twitter telegram discord locale} createdAt updatedAt} }"_s;
}

QJsonObject MeQuery::variables() const
{
    QJsonObject variables;
    return variables;
}

QString MyReferralCodeQuery::document()
{
    return u"query MyReferralCodeQuery($chain: Chain) { myReferralCode(chain: $chain){code owner "
           u"ownerDisplayName chain uses active createdAt} }"_s;
}

QJsonObject MyReferralCodeQuery::variables() const
{
    QJsonObject variables;
    if (chain)
        variables.insert(u"chain"_s, encode(*chain));
    return variables;
}

QString ReferralCodeQuery::document()
{
    return u"query ReferralCodeQuery($code: String!) { referralCode(code: $code){code owner ownerDisplayName "
           u"chain uses active createdAt} }"_s;
}

QJsonObject ReferralCodeQuery::variables() const
{
    QJsonObject variables;
    variables.insert(u"code"_s, encode(code));
    return variables;
}

QString UserNetworkPageQuery::document()
{
    return u"query UserNetworkPageQuery($address: String!, $depth: Int, $limit: Int, $cursor: String) { "
           u"userNetworkPage(address: $address, depth: $depth, limit: $limit, cursor: $cursor){root{address "
           u"balance depth displayName joinedAt isVerified chain parent directReferrals totalDescendants} "
           u"nodes{address balance depth displayName joinedAt isVerified chain parent directReferrals "
           u"totalDescendants} edges{from to weight depth} strength{score descendantScore balanceScore "
           u"depthScore totalDescendants weightedBalance maxDepth topDescendants{address balance depth "
           u"displayName joinedAt isVerified chain parent directReferrals totalDescendants} computedAt} depth "
           u"firstIndex truncation{truncated reason returnedNodes totalNodes nextCursor} snapshotId computedAt} }"_s;
}

QJsonObject UserNetworkPageQuery::variables() const
{
    QJsonObject variables;
    variables.insert(u"address"_s, encode(address));
    if (depth)
        variables.insert(u"depth"_s, encode(*depth));
    if (limit)
        variables.insert(u"limit"_s, encode(*limit));
    if (cursor)
        variables.insert(u"cursor"_s, encode(*cursor));
    return variables;
}

QString UserRewardsPageQuery::document()
{
    return u"query UserRewardsPageQuery($address: String!, $timeframe: TimeFrame!, $limit: Int, $cursor: String) "
           u"{ userRewardsPage(address: $address, timeframe: $timeframe, limit: $limit, cursor: "
           u"$cursor){entries{id type amount chain status earnedAt settledAt source epoch transactionHash} "
           u"nextCursor} }"_s;
}

QJsonObject UserRewardsPageQuery::variables() const
{
    QJsonObject variables;
    variables.insert(u"address"_s, encode(address));
    variables.insert(u"timeframe"_s, encode(timeframe));
    if (limit)
        variables.insert(u"limit"_s, encode(*limit));
    if (cursor)
        variables.insert(u"cursor"_s, encode(*cursor));
    return variables;
}

QString RebaseHistoryPageQuery::document()
{
    return u"query RebaseHistoryPageQuery($chain: Chain!, $limit: Int, $cursor: String) { "
           u"rebaseHistoryPage(chain: $chain, limit: $limit, cursor: $cursor){events{id chain epoch rateBps "
           u"rebaseAmount distributedAmount totalSupplyBefore totalSupplyAfter recipients totalWeight executedAt "
           u"transactionHash seq} nextCursor} }"_s;
}

QJsonObject RebaseHistoryPageQuery::variables() const
{
    QJsonObject variables;
    variables.insert(u"chain"_s, encode(chain));
    if (limit)
        variables.insert(u"limit"_s, encode(*limit));
    if (cursor)
        variables.insert(u"cursor"_s, encode(*cursor));
    return variables;
}

QString RegisterReferralMutation::document()
{
    return u"mutation RegisterReferralMutation($code: String!, $signature: String!) { registerReferral(code: "
           u"$code, signature: $signature){success referee referrer chain depth code status transactionHash "
           u"registeredAt} }"_s;
}

QJsonObject RegisterReferralMutation::variables() const
{
    QJsonObject variables;
    variables.insert(u"code"_s, encode(code));
    variables.insert(u"signature"_s, encode(signature));
    return variables;
}

QString UpdateProfileMutation::document()
{
    return u"mutation UpdateProfileMutation($input: ProfileInput!) { updateProfile(input: $input){id address "
           u"chain balance balances{chain balance usdValue recordedAt} isVerified role referralCode{code owner "
           u"ownerDisplayName chain uses active createdAt} referrer referredAt directReferrals totalReferrals "
           u"maxDepth networkStrength{score descendantScore balanceScore depthScore totalDescendants "
           u"weightedBalance maxDepth topDescendants{address balance depth displayName joinedAt isVerified chain "
           u"parent directReferrals totalDescendants} computedAt} profile{displayName avatarUrl bio website "
           u"twitter telegram discord locale} createdAt updatedAt} }"_s;
}

QJsonObject UpdateProfileMutation::variables() const
{
    QJsonObject variables;
    variables.insert(u"input"_s, encode(input));
    return variables;
}

QString ClaimRewardsMutation::document()
{
    return u"mutation ClaimRewardsMutation($type: RewardType!) { claimRewards(type: $type){success id type "
           u"amount chain status transactionHash claimedAt} }"_s;
}

QJsonObject ClaimRewardsMutation::variables() const
{
    QJsonObject variables;
    variables.insert(u"type"_s, encode(type));
    return variables;
}

QString BalanceUpdatesSubscription::document()
{
    return u"subscription BalanceUpdatesSubscription($address: String!) { balanceUpdates(address: "
           u"$address){address chain balance delta reason usdValue epoch transactionHash recordedAt seq} }"_s;
}

QJsonObject BalanceUpdatesSubscription::variables() const
{
    QJsonObject variables;
    variables.insert(u"address"_s, encode(address));
    return variables;
}

QString RebaseEventsSubscription::document()
{
    return u"subscription RebaseEventsSubscription($chain: Chain!) { rebaseEvents(chain: $chain){id chain epoch "
           u"rateBps rebaseAmount distributedAmount totalSupplyBefore totalSupplyAfter recipients totalWeight "
           u"executedAt transactionHash seq} }"_s;
}

QJsonObject RebaseEventsSubscription::variables() const
{
    QJsonObject variables;
    variables.insert(u"chain"_s, encode(chain));
    return variables;
}

QString NetworkGrowthSubscription::document()
{
    return u"subscription NetworkGrowthSubscription($address: String!) { networkGrowth(address: "
           u"$address){address change node{address balance depth displayName joinedAt isVerified chain parent "
           u"directReferrals totalDescendants} edge{from to weight depth} previousParent directReferrals "
           u"totalDescendants score occurredAt seq} }"_s;
}

QJsonObject NetworkGrowthSubscription::variables() const
{
    QJsonObject variables;
    variables.insert(u"address"_s, encode(address));
    return variables;
}

} // namespace majlis::wire::habibi::graphql

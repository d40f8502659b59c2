// SPDX-License-Identifier: GPL-3.0-or-later
// Written by models/wire/generate.py from resources/schemas; do not edit.
#include "models/wire/habibi/types.h"

namespace majlis::wire::habibi
{

template <class Archive>
void describe(Archive &archive, Described<Archive, NonceRequest> &value)
{
    archive.required("address", value.address);
    archive.optional("chain", value.chain);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, NonceResponse> &value)
{
    archive.required("nonce", value.nonce, {.pattern = "^[A-Za-z0-9]{16,64}$"});
    archive.required("expiresAt", value.expiresAt);
    archive.optional("message", value.message);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, VerifyRequest> &value)
{
    archive.required("address", value.address);
    archive.required("nonce", value.nonce, {.pattern = "^[A-Za-z0-9]{16,64}$"});
    archive.required("signature", value.signature, {.pattern = "^(0x[0-9a-fA-F]{130}|[1-9A-HJ-NP-Za-km-z]{64,88})$"});
    archive.optional("chain", value.chain);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, AuthResponse> &value)
{
    archive.required("accessToken", value.accessToken, {.minLength = 1});
    archive.required("refreshToken", value.refreshToken, {.minLength = 1, .maxLength = 512});
    archive.required("expiresIn", value.expiresIn, {.minimum = 1});
    archive.optional("refreshExpiresIn", value.refreshExpiresIn, {.minimum = 1});
    archive.optional("tokenType", value.tokenType);
    archive.optional("address", value.address);
    archive.optional("role", value.role);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, RefreshRequest> &value)
{
    archive.required("refreshToken", value.refreshToken, {.minLength = 1, .maxLength = 512});
}

template <class Archive>
void describe(Archive &archive, Described<Archive, AccessTokenClaims> &value)
{
    archive.optional("iss", value.iss);
    archive.optional("aud", value.aud);
    archive.required("sub", value.sub);
    archive.required("address", value.address);
    archive.required("chainId", value.chainId);
    archive.required("role", value.role);
    archive.required("nonce", value.nonce, {.pattern = "^[A-Za-z0-9]{16,64}$"});
    archive.optional("jti", value.jti);
    archive.optional("fam", value.fam);
    archive.required("iat", value.iat);
    archive.required("exp", value.exp);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, ReferralCode> &value)
{
    archive.required("code", value.code, {.pattern = "^HABIBI-[A-Z]{3,5}-[A-Z0-9]{8}$"});
    archive.required("owner", value.owner);
    archive.optional("ownerDisplayName", value.ownerDisplayName);
    archive.required("chain", value.chain);
    archive.optional("uses", value.uses, {.minimum = 0});
    archive.required("active", value.active);
    archive.required("createdAt", value.createdAt);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, NetworkStrength> &value)
{
    archive.required("score", value.score, {.minimum = 0, .maximum = 10000});
    archive.optional("descendantScore", value.descendantScore, {.minimum = 0});
    archive.optional("balanceScore", value.balanceScore, {.minimum = 0});
    archive.optional("depthScore", value.depthScore, {.minimum = 0, .maximum = 70});
    archive.required("totalDescendants", value.totalDescendants, {.minimum = 0});
    archive.required("weightedBalance", value.weightedBalance);
    archive.required("maxDepth", value.maxDepth, {.minimum = 0, .maximum = 7});
    archive.optional("topDescendants", value.topDescendants, {.maxItems = 100});
    archive.optional("computedAt", value.computedAt);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, Profile> &value)
{
    archive.optional("displayName", value.displayName, {.maxLength = 64});
    archive.optional("avatarUrl", value.avatarUrl, {.maxLength = 2048});
    archive.optional("bio", value.bio, {.maxLength = 500});
    archive.optional("website", value.website, {.maxLength = 2048});
    archive.optional("twitter", value.twitter, {.maxLength = 64});
    archive.optional("telegram", value.telegram, {.maxLength = 64});
    archive.optional("discord", value.discord, {.maxLength = 64});
    archive.optional("locale", value.locale, {.maxLength = 35});
}

template <class Archive>
void describe(Archive &archive, Described<Archive, User> &value)
{
    archive.required("id", value.id, {.minLength = 1});
    archive.required("address", value.address);
    archive.required("chain", value.chain);
    archive.required("balance", value.balance);
    archive.required("balances", value.balances);
    archive.required("isVerified", value.isVerified);
    archive.optional("role", value.role);
    archive.optional("referralCode", value.referralCode);
    archive.optional("referrer", value.referrer);
    archive.optional("referredAt", value.referredAt);
    archive.required("directReferrals", value.directReferrals, {.minimum = 0});
    archive.required("totalReferrals", value.totalReferrals, {.minimum = 0});
    archive.required("maxDepth", value.maxDepth, {.minimum = 0, .maximum = 7});
    archive.required("networkStrength", value.networkStrength);
    archive.required("profile", value.profile);
    archive.required("createdAt", value.createdAt);
    archive.required("updatedAt", value.updatedAt);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, ChainBalance> &value)
{
    archive.required("chain", value.chain);
    archive.required("balance", value.balance);
    archive.optional("usdValue", value.usdValue);
    archive.required("recordedAt", value.recordedAt);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, NetworkNode> &value)
{
    archive.required("address", value.address);
    archive.required("balance", value.balance);
    archive.required("depth", value.depth, {.minimum = 0, .maximum = 7});
    archive.optional("displayName", value.displayName);
    archive.required("joinedAt", value.joinedAt);
    archive.required("isVerified", value.isVerified);
    archive.required("chain", value.chain);
    archive.optional("parent", value.parent);
    archive.required("directReferrals", value.directReferrals, {.minimum = 0});
    archive.required("totalDescendants", value.totalDescendants, {.minimum = 0});
}

template <class Archive>
void describe(Archive &archive, Described<Archive, NetworkEdge> &value)
{
    archive.required("from", value.from);
    archive.required("to", value.to);
    archive.required("weight", value.weight, {.minimum = 0, .maximum = 1, .exclusiveMinimum = true});
    archive.required("depth", value.depth, {.minimum = 1, .maximum = 7});
}

template <class Archive>
void describe(Archive &archive, Described<Archive, Truncation> &value)
{
    archive.required("truncated", value.truncated);
    archive.optional("reason", value.reason);
    archive.required("returnedNodes", value.returnedNodes, {.minimum = 0});
    archive.optional("totalNodes", value.totalNodes, {.minimum = 0});
    archive.optional("nextCursor", value.nextCursor);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, NetworkGraph> &value)
{
    archive.required("root", value.root);
    archive.required("nodes", value.nodes, {.maxItems = 10000});
    archive.required("edges", value.edges, {.maxItems = 10000});
    archive.required("strength", value.strength);
    archive.required("depth", value.depth, {.minimum = 1, .maximum = 7});
    archive.required("firstIndex", value.firstIndex, {.minimum = 0});
    archive.required("truncation", value.truncation);
    archive.required("snapshotId", value.snapshotId);
    archive.required("computedAt", value.computedAt);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, RegisterReferralRequest> &value)
{
    archive.required("refereeAddress", value.refereeAddress);
    archive.required("referralCode", value.referralCode, {.pattern = "^HABIBI-[A-Z]{3,5}-[A-Z0-9]{8}$"});
    archive.required("signature", value.signature, {.pattern = "^(0x[0-9a-fA-F]{130}|[1-9A-HJ-NP-Za-km-z]{64,88})$"});
    archive.optional("chain", value.chain);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, RegisterResult> &value)
{
    archive.required("success", value.success);
    archive.required("referee", value.referee);
    archive.required("referrer", value.referrer);
    archive.optional("chain", value.chain);
    archive.optional("depth", value.depth, {.minimum = 1});
    archive.optional("code", value.code, {.pattern = "^HABIBI-[A-Z]{3,5}-[A-Z0-9]{8}$"});
    archive.optional("status", value.status);
    archive.optional(
        "transactionHash", value.transactionHash, {.pattern = "^(0x[0-9a-f]{64}|[1-9A-HJ-NP-Za-km-z]{64,88})$"});
    archive.optional("registeredAt", value.registeredAt);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, RebaseEvent> &value)
{
    archive.required("id", value.id, {.minLength = 1});
    archive.required("chain", value.chain);
    archive.required("epoch", value.epoch, {.minimum = 1});
    archive.required("rateBps", value.rateBps, {.minimum = 0});
    archive.required("rebaseAmount", value.rebaseAmount);
    archive.required("distributedAmount", value.distributedAmount);
    archive.required("totalSupplyBefore", value.totalSupplyBefore);
    archive.required("totalSupplyAfter", value.totalSupplyAfter);
    archive.required("recipients", value.recipients, {.minimum = 0});
    archive.required("totalWeight", value.totalWeight, {.minimum = 0});
    archive.required("executedAt", value.executedAt);
    archive.optional(
        "transactionHash", value.transactionHash, {.pattern = "^(0x[0-9a-f]{64}|[1-9A-HJ-NP-Za-km-z]{64,88})$"});
    archive.optional("seq", value.seq, {.minimum = 0});
    archive.optional("ts", value.ts);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, RebasePage> &value)
{
    archive.required("events", value.events, {.maxItems = 100});
    archive.nullable("nextCursor", value.nextCursor);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, BalanceUpdate> &value)
{
    archive.required("address", value.address);
    archive.required("chain", value.chain);
    archive.required("balance", value.balance);
    archive.optional("delta", value.delta, {.mayBeNegative = true});
    archive.optional("reason", value.reason);
    archive.optional("usdValue", value.usdValue);
    archive.optional("epoch", value.epoch, {.minimum = 1});
    archive.optional(
        "transactionHash", value.transactionHash, {.pattern = "^(0x[0-9a-f]{64}|[1-9A-HJ-NP-Za-km-z]{64,88})$"});
    archive.required("recordedAt", value.recordedAt);
    archive.optional("seq", value.seq, {.minimum = 0});
    archive.optional("ts", value.ts);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, NetworkUpdate> &value)
{
    archive.required("address", value.address);
    archive.required("change", value.change);
    archive.required("node", value.node);
    archive.optional("edge", value.edge);
    archive.optional("previousParent", value.previousParent);
    archive.optional("directReferrals", value.directReferrals, {.minimum = 0});
    archive.optional("totalDescendants", value.totalDescendants, {.minimum = 0});
    archive.optional("score", value.score, {.minimum = 0, .maximum = 10000});
    archive.required("occurredAt", value.occurredAt);
    archive.optional("seq", value.seq, {.minimum = 0});
    archive.optional("ts", value.ts);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, GraphqlRequest> &value)
{
    archive.required("query", value.query, {.minLength = 1, .maxLength = 65536});
    archive.optional("operationName", value.operationName);
    archive.optional("variables", value.variables);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, GraphqlResponse> &value)
{
    archive.optional("data", value.data);
    archive.optional("errors", value.errors, {.minItems = 1});
}

template <class Archive>
void describe(Archive &archive, Described<Archive, GraphqlErrorExtensions> &value)
{
    archive.optional("code", value.code);
    archive.optional("reason", value.reason);
    archive.optional("retryAfter", value.retryAfter, {.minimum = 0});
    archive.optional("details", value.details);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, GraphqlError> &value)
{
    archive.required("message", value.message);
    archive.optional("path", value.path);
    archive.optional("locations", value.locations);
    archive.optional("extensions", value.extensions);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, GraphqlErrorLocationsItem> &value)
{
    archive.required("line", value.line);
    archive.required("column", value.column);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, ErrorDetail> &value)
{
    archive.required("path", value.path);
    archive.required("message", value.message);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, Health> &value)
{
    archive.required("status", value.status);
    archive.optional("version", value.version);
    archive.optional("uptimeSeconds", value.uptimeSeconds, {.minimum = 0});
    archive.optional("timestamp", value.timestamp);
    archive.optional("checks", value.checks);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, HealthChecksItem> &value)
{
    archive.required("name", value.name);
    archive.required("status", value.status);
    archive.optional("responseTimeMs", value.responseTimeMs, {.minimum = 0});
    archive.optional("message", value.message);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, Error> &value)
{
    archive.required("error", value.error);
    archive.optional("code", value.code);
    archive.optional("message", value.message);
    archive.optional("reason", value.reason);
    archive.optional("retryAfter", value.retryAfter, {.minimum = 0});
    archive.optional("details", value.details);
    archive.optional("requestId", value.requestId);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, RewardHistory> &value)
{
    archive.required("address", value.address);
    archive.required("timeframe", value.timeframe);
    archive.required("from", value.from);
    archive.required("to", value.to);
    archive.required("totalEarned", value.totalEarned);
    archive.required("totals", value.totals);
    archive.required("entries", value.entries);
    archive.optional("nextCursor", value.nextCursor);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, RewardTotal> &value)
{
    archive.required("type", value.type);
    archive.required("earned", value.earned);
    archive.required("claimed", value.claimed);
    archive.required("claimable", value.claimable);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, RewardEntry> &value)
{
    archive.required("id", value.id);
    archive.required("type", value.type);
    archive.required("amount", value.amount);
    archive.required("chain", value.chain);
    archive.required("status", value.status);
    archive.required("earnedAt", value.earnedAt);
    archive.optional("settledAt", value.settledAt);
    archive.optional("source", value.source);
    archive.optional("epoch", value.epoch);
    archive.optional("transactionHash", value.transactionHash);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, RewardPage> &value)
{
    archive.required("entries", value.entries);
    archive.optional("nextCursor", value.nextCursor);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, GlobalStatistics> &value)
{
    archive.required("totalSupply", value.totalSupply);
    archive.required("chains", value.chains);
    archive.required("totalUsers", value.totalUsers);
    archive.required("verifiedUsers", value.verifiedUsers);
    archive.required("activeUsers", value.activeUsers);
    archive.required("totalReferrals", value.totalReferrals);
    archive.required("totalRebased", value.totalRebased);
    archive.optional("priceUsd", value.priceUsd);
    archive.required("updatedAt", value.updatedAt);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, ChainStatistics> &value)
{
    archive.required("chain", value.chain);
    archive.required("totalSupply", value.totalSupply);
    archive.required("activeUsers", value.activeUsers);
    archive.required("rebaseRateBps", value.rebaseRateBps);
    archive.optional("lastRebase", value.lastRebase);
    archive.optional("nextRebaseAt", value.nextRebaseAt);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, LeaderboardEntry> &value)
{
    archive.required("rank", value.rank);
    archive.required("address", value.address);
    archive.optional("displayName", value.displayName);
    archive.optional("avatarUrl", value.avatarUrl);
    archive.required("isVerified", value.isVerified);
    archive.required("chain", value.chain);
    archive.required("balance", value.balance);
    archive.required("value", value.value);
    archive.optional("previousRank", value.previousRank);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, ClaimResult> &value)
{
    archive.required("success", value.success);
    archive.required("id", value.id);
    archive.required("type", value.type);
    archive.required("amount", value.amount);
    archive.required("chain", value.chain);
    archive.required("status", value.status);
    archive.optional("transactionHash", value.transactionHash);
    archive.required("claimedAt", value.claimedAt);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, ProfileInput> &value)
{
    archive.patch("displayName", value.displayName);
    archive.patch("avatarUrl", value.avatarUrl);
    archive.patch("bio", value.bio);
    archive.patch("website", value.website);
    archive.patch("twitter", value.twitter);
    archive.patch("telegram", value.telegram);
    archive.patch("discord", value.discord);
    archive.patch("locale", value.locale);
}

template void describe(Reader &, NonceRequest &);
template void describe(Writer &, const NonceRequest &);
template void describe(Reader &, NonceResponse &);
template void describe(Writer &, const NonceResponse &);
template void describe(Reader &, VerifyRequest &);
template void describe(Writer &, const VerifyRequest &);
template void describe(Reader &, AuthResponse &);
template void describe(Writer &, const AuthResponse &);
template void describe(Reader &, RefreshRequest &);
template void describe(Writer &, const RefreshRequest &);
template void describe(Reader &, AccessTokenClaims &);
template void describe(Writer &, const AccessTokenClaims &);
template void describe(Reader &, ReferralCode &);
template void describe(Writer &, const ReferralCode &);
template void describe(Reader &, NetworkStrength &);
template void describe(Writer &, const NetworkStrength &);
template void describe(Reader &, Profile &);
template void describe(Writer &, const Profile &);
template void describe(Reader &, User &);
template void describe(Writer &, const User &);
template void describe(Reader &, ChainBalance &);
template void describe(Writer &, const ChainBalance &);
template void describe(Reader &, NetworkNode &);
template void describe(Writer &, const NetworkNode &);
template void describe(Reader &, NetworkEdge &);
template void describe(Writer &, const NetworkEdge &);
template void describe(Reader &, Truncation &);
template void describe(Writer &, const Truncation &);
template void describe(Reader &, NetworkGraph &);
template void describe(Writer &, const NetworkGraph &);
template void describe(Reader &, RegisterReferralRequest &);
template void describe(Writer &, const RegisterReferralRequest &);
template void describe(Reader &, RegisterResult &);
template void describe(Writer &, const RegisterResult &);
template void describe(Reader &, RebaseEvent &);
template void describe(Writer &, const RebaseEvent &);
template void describe(Reader &, RebasePage &);
template void describe(Writer &, const RebasePage &);
template void describe(Reader &, BalanceUpdate &);
template void describe(Writer &, const BalanceUpdate &);
template void describe(Reader &, NetworkUpdate &);
template void describe(Writer &, const NetworkUpdate &);
template void describe(Reader &, GraphqlRequest &);
template void describe(Writer &, const GraphqlRequest &);
template void describe(Reader &, GraphqlResponse &);
template void describe(Writer &, const GraphqlResponse &);
template void describe(Reader &, GraphqlErrorExtensions &);
template void describe(Writer &, const GraphqlErrorExtensions &);
template void describe(Reader &, GraphqlError &);
template void describe(Writer &, const GraphqlError &);
template void describe(Reader &, GraphqlErrorLocationsItem &);
template void describe(Writer &, const GraphqlErrorLocationsItem &);
template void describe(Reader &, ErrorDetail &);
template void describe(Writer &, const ErrorDetail &);
template void describe(Reader &, Health &);
template void describe(Writer &, const Health &);
template void describe(Reader &, HealthChecksItem &);
template void describe(Writer &, const HealthChecksItem &);
template void describe(Reader &, Error &);
template void describe(Writer &, const Error &);
template void describe(Reader &, RewardHistory &);
template void describe(Writer &, const RewardHistory &);
template void describe(Reader &, RewardTotal &);
template void describe(Writer &, const RewardTotal &);
template void describe(Reader &, RewardEntry &);
template void describe(Writer &, const RewardEntry &);
template void describe(Reader &, RewardPage &);
template void describe(Writer &, const RewardPage &);
template void describe(Reader &, GlobalStatistics &);
template void describe(Writer &, const GlobalStatistics &);
template void describe(Reader &, ChainStatistics &);
template void describe(Writer &, const ChainStatistics &);
template void describe(Reader &, LeaderboardEntry &);
template void describe(Writer &, const LeaderboardEntry &);
template void describe(Reader &, ClaimResult &);
template void describe(Writer &, const ClaimResult &);
template void describe(Reader &, ProfileInput &);
template void describe(Writer &, const ProfileInput &);

} // namespace majlis::wire::habibi

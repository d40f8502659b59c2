// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/api/serialize.h"

#include "models/domain/strength.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QLatin1StringView reasonName(BalanceReason reason)
{
    switch (reason) {
    case BalanceReason::Initial:
        return "INITIAL"_L1;
    case BalanceReason::Transfer:
        return "TRANSFER"_L1;
    case BalanceReason::Rebase:
        return "REBASE"_L1;
    case BalanceReason::Claim:
        return "CLAIM"_L1;
    case BalanceReason::Correction:
        return "CORRECTION"_L1;
    }
    return "CORRECTION"_L1;
}

/// The 100 largest balances at depth 1..7, largest first.
std::vector<std::pair<Index, int>> largestBelow(const World &world, Index root)
{
    std::vector<std::pair<Index, int>> members{{root, 0}};
    for (std::size_t at = 0; at < members.size(); ++at) {
        const auto [node, depth] = members[at];
        if (depth == networkDepth)
            continue;
        for (Index child = world.firstChild(node); child != none; child = world.nextSibling(child))
            members.emplace_back(child, depth + 1);
    }
    members.erase(members.begin());
    const auto kept = std::min<std::size_t>(100, members.size());
    std::ranges::partial_sort(
        members, members.begin() + static_cast<std::ptrdiff_t>(kept), [&world](const auto &left, const auto &right) {
            const Wide a = world.balance(left.first);
            const Wide b = world.balance(right.first);
            return a != b ? a > b : left.first < right.first;
        });
    members.resize(kept);
    return members;
}

} // namespace

std::int64_t Serializer::computedAt(Index node) const
{
    const std::int64_t minute = m_platform.now() / 60'000 * 60'000;
    return std::max(m_platform.world().changedAt(node), minute);
}

QJsonArray Serializer::balances(Index node) const
{
    const World &world = m_platform.world();
    QJsonArray array;
    for (const Chain chain : allChains) {
        const Wide held = world.balance(node, chain);
        if (held == 0)
            continue;
        array.append(QJsonObject{{u"chain"_s, chainName(chain)}, {u"balance"_s, decimalText(held)},
            {u"usdValue"_s, dollarText(held, world.microDollars())},
            {u"recordedAt"_s, dateTime(world.recordedAt(node, chain))}});
    }
    return array;
}

QJsonObject Serializer::strength(Index node, bool withTop) const
{
    const World &world = m_platform.world();
    const auto total = world.descendants(node);
    const Wide weighted = world.weightedBalance(node);
    const auto terms = StrengthTerms::of(total, toAmount(weighted), world.maxDepth(node)).value_or(StrengthTerms());
    QJsonArray top;
    if (withTop) {
        for (const auto &[member, depth] : largestBelow(world, node))
            top.append(networkNode(member, depth, false));
    }
    return {{u"score"_s, terms.score}, {u"descendantScore"_s, terms.descendantScore},
        {u"balanceScore"_s, terms.balanceScore}, {u"depthScore"_s, terms.depthScore},
        {u"totalDescendants"_s, qint64(total)}, {u"weightedBalance"_s, decimalText(weighted)},
        {u"maxDepth"_s, world.maxDepth(node)}, {u"topDescendants"_s, top},
        {u"computedAt"_s, dateTime(computedAt(node))}};
}

QJsonObject Serializer::user(Index node, const Viewer &viewer) const
{
    const World &world = m_platform.world();
    const bool own = viewer.mayRead(node);
    const Chain chain = world.chain(node);
    const Index referrer = world.parent(node);
    QJsonObject code;
    if (own)
        code = referralCode({node, chain, true}, true);
    std::int64_t updated = world.createdAt(node);
    for (const Chain held : allChains)
        updated = std::max(updated, world.recordedAt(node, held));
    return {{u"id"_s, m_platform.userId(node)}, {u"address"_s, world.address(node).text()},
        {u"chain"_s, chainName(chain)}, {u"balance"_s, decimalText(world.balance(node))},
        {u"balances"_s, balances(node)}, {u"isVerified"_s, world.isVerified(node)},
        {u"role"_s, own ? QJsonValue(roleName(m_platform.role(node))) : QJsonValue()},
        {u"referralCode"_s, own ? QJsonValue(code) : QJsonValue()},
        {u"referrer"_s, referrer == none ? QJsonValue() : QJsonValue(world.address(referrer).text())},
        {u"referredAt"_s, referrer == none ? QJsonValue() : QJsonValue(dateTime(world.joinedAt(node)))},
        {u"directReferrals"_s, qint64(world.directReferrals(node))},
        {u"totalReferrals"_s, qint64(world.descendants(node))}, {u"maxDepth"_s, world.maxDepth(node)},
        {u"networkStrength"_s, strength(node, false)}, {u"profile"_s, m_platform.profile(node)},
        {u"createdAt"_s, dateTime(world.createdAt(node))}, {u"updatedAt"_s, dateTime(updated)}};
}

QJsonObject Serializer::networkNode(Index node, int depth, bool isRoot) const
{
    const World &world = m_platform.world();
    const Index parent = world.parent(node);
    return {{u"address"_s, world.address(node).text()}, {u"balance"_s, decimalText(world.balance(node))},
        {u"depth"_s, depth}, {u"displayName"_s, textOrNull(world.displayName(node))},
        {u"joinedAt"_s, dateTime(world.joinedAt(node))}, {u"isVerified"_s, world.isVerified(node)},
        {u"chain"_s, chainName(world.chain(node))},
        {u"parent"_s, isRoot || parent == none ? QJsonValue() : QJsonValue(world.address(parent).text())},
        {u"directReferrals"_s, qint64(world.directReferrals(node))},
        {u"totalDescendants"_s, qint64(world.descendants(node))}};
}

QJsonObject Serializer::networkEdge(Index node, int depth) const
{
    const World &world = m_platform.world();
    return {{u"from"_s, world.address(world.parent(node)).text()}, {u"to"_s, world.address(node).text()},
        {u"weight"_s, std::round(std::pow(0.7, depth) * 1e7) / 1e7}, {u"depth"_s, depth}};
}

QJsonObject Serializer::referralCode(const CodeOwner &owner, bool withUses) const
{
    const World &world = m_platform.world();
    return {{u"code"_s, m_platform.codeOf(owner.node, owner.chain)}, {u"owner"_s, world.address(owner.node).text()},
        {u"ownerDisplayName"_s, textOrNull(world.displayName(owner.node))}, {u"chain"_s, chainName(owner.chain)},
        {u"uses"_s, withUses ? QJsonValue(m_platform.usesOf(owner.node, owner.chain)) : QJsonValue()},
        {u"active"_s, owner.active}, {u"createdAt"_s, dateTime(world.createdAt(owner.node))}};
}

QJsonObject Serializer::rebase(const Rebase &rebase)
{
    return {{u"id"_s, QString(u"rb-"_s + chainName(rebase.chain) + u'-' + QString::number(rebase.epoch))},
        {u"chain"_s, chainName(rebase.chain)}, {u"epoch"_s, rebase.epoch}, {u"rateBps"_s, rebase.rateBps},
        {u"rebaseAmount"_s, decimalText(rebase.rebaseAmount)},
        {u"distributedAmount"_s, decimalText(rebase.distributed)},
        {u"totalSupplyBefore"_s, decimalText(rebase.supplyBefore)},
        {u"totalSupplyAfter"_s, decimalText(rebase.supplyAfter)}, {u"recipients"_s, qint64(rebase.recipients)},
        {u"totalWeight"_s, rebase.totalWeight}, {u"executedAt"_s, dateTime(rebase.executedAt)},
        {u"transactionHash"_s, textOrNull(rebase.transactionHash)}, {u"seq"_s, rebase.epoch}};
}

QJsonObject Serializer::registration(const Registration &registration) const
{
    const World &world = m_platform.world();
    return {{u"success"_s, true}, {u"referee"_s, world.address(registration.referee).text()},
        {u"referrer"_s, world.address(registration.referrer).text()}, {u"chain"_s, chainName(registration.chain)},
        {u"depth"_s, registration.depth}, {u"code"_s, registration.code}, {u"status"_s, u"CONFIRMED"_s},
        {u"transactionHash"_s, textOrNull(registration.transactionHash)},
        {u"registeredAt"_s, dateTime(registration.registeredAt)}};
}

QJsonObject Serializer::claim(const Claim &claim)
{
    return {{u"success"_s, true}, {u"id"_s, claim.id}, {u"type"_s, u"REFERRAL"_s},
        {u"amount"_s, decimalText(claim.amount)}, {u"chain"_s, chainName(claim.chain)}, {u"status"_s, u"PENDING"_s},
        {u"transactionHash"_s, textOrNull(claim.transactionHash)}, {u"claimedAt"_s, dateTime(claim.claimedAt)}};
}

QJsonObject Serializer::balanceUpdate(Index node, Chain chain, const BalanceChange *change) const
{
    const World &world = m_platform.world();
    const Wide held = world.balance(node, chain);
    const BalanceReason reason = change != nullptr ? change->reason : BalanceReason::Initial;
    return {{u"address"_s, world.address(node).text()}, {u"chain"_s, chainName(chain)},
        {u"balance"_s, decimalText(held)},
        {u"delta"_s, change != nullptr ? signedDecimalText(change->magnitude, change->negative) : u"0"_s},
        {u"reason"_s, reasonName(reason)}, {u"usdValue"_s, dollarText(held, world.microDollars())},
        {u"epoch"_s, change != nullptr && change->epoch > 0 ? QJsonValue(change->epoch) : QJsonValue()},
        {u"transactionHash"_s, change != nullptr ? textOrNull(change->transactionHash) : QJsonValue()},
        {u"recordedAt"_s, dateTime(world.recordedAt(node, chain))}, {u"seq"_s, qint64(world.balanceSeq(node))}};
}

} // namespace majlis::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/api/rewards.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::size_t mostEntries = 1'000;

} // namespace

std::optional<TimeFrame> timeFrameFromName(const QString &name)
{
    static const std::array names{u"DAY"_s, u"WEEK"_s, u"MONTH"_s, u"YEAR"_s, u"ALL"_s};
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<TimeFrame>(found - names.begin());
}

Rewards::Window Rewards::window(Index node, TimeFrame frame) const
{
    static constexpr std::array days{1, 7, 30, 365};
    const std::int64_t now = m_platform.now();
    if (frame == TimeFrame::All)
        return {std::min(now, m_platform.world().createdAt(node)), now};
    return {now - days[static_cast<std::size_t>(frame)] * dayMs, now};
}

void Rewards::settle(Index node, Entry &entry) const
{
    // A claim takes everything that was earned before it.
    for (const Claim &claim : m_platform.claims(node)) {
        if (claim.claimedAt < entry.earnedAt)
            continue;
        const bool final = claim.confirmedAt <= m_platform.now();
        entry.status = final ? "CLAIMED"_L1 : "CLAIMING"_L1;
        entry.settledAt = final ? claim.confirmedAt : 0;
        entry.hash = claim.transactionHash;
        return;
    }
    entry.status = "CLAIMABLE"_L1;
}

void Rewards::addReferrals(Index node, const Window &window, std::vector<Entry> &entries) const
{
    const World &world = m_platform.world();
    std::vector<std::pair<Index, int>> members{{node, 0}};
    for (std::size_t at = 0; at < members.size(); ++at) {
        const auto [member, depth] = members[at];
        if (depth > 0 && world.joinedAt(member) >= window.from && world.joinedAt(member) < window.to) {
            Entry entry;
            entry.isReferral = true;
            entry.amount = Platform::referralReward(depth);
            entry.chain = world.chain(member);
            entry.earnedAt = world.joinedAt(member);
            entry.source = member;
            entry.id = u"rr-%1-%2"_s.arg(node).arg(member);
            settle(node, entry);
            entries.push_back(std::move(entry));
        }
        if (depth == networkDepth)
            continue;
        for (Index child = world.firstChild(member); child != none; child = world.nextSibling(child))
            members.emplace_back(child, depth + 1);
    }
}

void Rewards::addRebases(Index node, const Window &window, std::vector<Entry> &entries) const
{
    const World &world = m_platform.world();
    for (const Chain chain : allChains) {
        for (const Rebase &rebase : world.rebases(chain)) {
            const auto share = world.rebaseShare(node, chain, rebase.epoch);
            if (!share || *share == 0 || rebase.executedAt < window.from || rebase.executedAt >= window.to)
                continue;
            Entry entry;
            entry.amount = *share;
            entry.chain = chain;
            entry.status = "CREDITED"_L1;
            entry.earnedAt = rebase.executedAt;
            entry.settledAt = rebase.executedAt;
            entry.epoch = rebase.epoch;
            entry.hash = rebase.transactionHash;
            entry.id = u"rs-%1-%2-%3"_s.arg(node).arg(slot(chain)).arg(rebase.epoch);
            entries.push_back(std::move(entry));
        }
    }
}

std::vector<Rewards::Entry> Rewards::entries(Index node, const Window &window) const
{
    std::vector<Entry> result;
    addReferrals(node, window, result);
    addRebases(node, window, result);
    std::ranges::sort(result, [](const Entry &left, const Entry &right) {
        return left.earnedAt != right.earnedAt ? left.earnedAt > right.earnedAt : left.id > right.id;
    });
    return result;
}

QJsonObject Rewards::entryJson(const Entry &entry) const
{
    return {{u"id"_s, entry.id}, {u"type"_s, entry.isReferral ? u"REFERRAL"_s : u"REBASE"_s},
        {u"amount"_s, decimalText(entry.amount)}, {u"chain"_s, chainName(entry.chain)}, {u"status"_s, entry.status},
        {u"earnedAt"_s, Serializer::dateTime(entry.earnedAt)},
        {u"settledAt"_s, entry.settledAt == 0 ? QJsonValue() : QJsonValue(Serializer::dateTime(entry.settledAt))},
        {u"source"_s,
            entry.source == none ? QJsonValue() : QJsonValue(m_platform.world().address(entry.source).text())},
        {u"epoch"_s, entry.epoch == 0 ? QJsonValue() : QJsonValue(entry.epoch)},
        {u"transactionHash"_s, entry.hash.isEmpty() ? QJsonValue() : QJsonValue(entry.hash)}};
}

QJsonArray Rewards::totals(Index node, const std::vector<Entry> &entries) const
{
    std::array<Wide, 2> earned{};
    Wide claimed = 0;
    std::array<bool, 2> occurs{};
    for (const Entry &entry : entries) {
        const std::size_t kind = entry.isReferral ? 0 : 1;
        occurs[kind] = true;
        earned[kind] += entry.amount;
        if (entry.status == "CLAIMED"_L1)
            claimed += entry.amount;
    }
    const Wide ever = m_platform.referralEarned(node);
    const Wide taken = m_platform.referralClaimed(node);
    QJsonArray array;
    if (occurs[0]) {
        array.append(QJsonObject{{u"type"_s, u"REFERRAL"_s}, {u"earned"_s, decimalText(earned[0])},
            {u"claimed"_s, decimalText(claimed)}, {u"claimable"_s, decimalText(ever > taken ? ever - taken : 0)}});
    }
    if (occurs[1]) {
        array.append(QJsonObject{{u"type"_s, u"REBASE"_s}, {u"earned"_s, decimalText(earned[1])},
            {u"claimed"_s, u"0"_s}, {u"claimable"_s, u"0"_s}});
    }
    return array;
}

QJsonObject Rewards::history(Index node, TimeFrame frame) const
{
    static const std::array names{u"DAY"_s, u"WEEK"_s, u"MONTH"_s, u"YEAR"_s, u"ALL"_s};
    const Window span = window(node, frame);
    const auto all = entries(node, span);
    Wide sum = 0;
    QJsonArray list;
    for (const Entry &entry : all) {
        sum += entry.amount;
        if (static_cast<std::size_t>(list.size()) < mostEntries)
            list.append(entryJson(entry));
    }
    const bool more = all.size() > mostEntries;
    return {{u"address"_s, m_platform.world().address(node).text()},
        {u"timeframe"_s, names[static_cast<std::size_t>(frame)]}, {u"from"_s, Serializer::dateTime(span.from)},
        {u"to"_s, Serializer::dateTime(span.to)}, {u"totalEarned"_s, decimalText(sum)},
        {u"totals"_s, totals(node, all)}, {u"entries"_s, list},
        {u"nextCursor"_s, more ? QJsonValue(all[mostEntries - 1].id) : QJsonValue()}};
}

ApiResult<QJsonObject> Rewards::page(Index node, TimeFrame frame, int limit, const QString &cursor) const
{
    const auto all = entries(node, window(node, frame));
    auto at = all.begin();
    if (!cursor.isEmpty()) {
        at = std::ranges::find(all, cursor, &Entry::id);
        if (at == all.end())
            return refuse(ApiError::validation(u"cursor"_s, u"This cursor does not belong here"_s));
        ++at;
    }
    QJsonArray list;
    QString last;
    for (; at != all.end() && list.size() < limit; ++at) {
        list.append(entryJson(*at));
        last = at->id;
    }
    return QJsonObject{{u"entries"_s, list}, {u"nextCursor"_s, at == all.end() ? QJsonValue() : QJsonValue(last)}};
}

} // namespace majlis::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/api/statistics.h"

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::int64_t countEveryMs = 60'000;

} // namespace

/// Who has an account here counts when it did something lately; of the made-up people about one in six has a day on
/// which it looks in.
void Statistics::countActive(std::int64_t now)
{
    const World &world = m_platform.world();
    m_countedAt = now;
    m_active = {};
    const auto day = static_cast<std::uint64_t>(now / dayMs);
    for (Index node = 0; node < world.count(); ++node) {
        if (m_platform.accounts().contains(node) || mix(mix(day) ^ node) % 6 == 0)
            ++m_active[slot(world.chain(node))];
    }
}

QJsonObject Statistics::global()
{
    const World &world = m_platform.world();
    const std::int64_t now = m_platform.now();
    if (m_countedAt + countEveryMs <= now)
        countActive(now);
    Wide supply = 0;
    Wide rebased = 0;
    std::uint32_t active = 0;
    QJsonArray chains;
    for (const Chain chain : allChains) {
        supply += world.supply(chain);
        active += m_active[slot(chain)];
        const auto &history = world.rebases(chain);
        for (const Rebase &rebase : history)
            rebased += rebase.distributed;
        const auto next = m_life.nextRebase(chain);
        chains.append(QJsonObject{{u"chain"_s, chainName(chain)}, {u"totalSupply"_s, decimalText(world.supply(chain))},
            {u"activeUsers"_s, qint64(m_active[slot(chain)])}, {u"rebaseRateBps"_s, 200},
            {u"lastRebase"_s, history.empty() ? QJsonValue() : QJsonValue(Serializer::rebase(history.back()))},
            {u"nextRebaseAt"_s, next ? QJsonValue(Serializer::dateTime(*next)) : QJsonValue()}});
    }
    return {{u"totalSupply"_s, decimalText(supply)}, {u"chains"_s, chains}, {u"totalUsers"_s, qint64(world.count())},
        {u"verifiedUsers"_s, qint64(world.verifiedCount())}, {u"activeUsers"_s, qint64(active)},
        {u"totalReferrals"_s, qint64(world.referralCount())}, {u"totalRebased"_s, decimalText(rebased)},
        {u"priceUsd"_s, decimalText(Wide(world.microDollars()) * 1'000'000'000'000ULL)},
        {u"updatedAt"_s, Serializer::dateTime(now)}};
}

} // namespace majlis::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/leaderboard/leaderboardviewmodel.h"

#include "models/platforms/habibi/habibiservice.h"
#include "viewmodels/common/knownstate.h"
#include "viewmodels/format/addresses.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/format/names.h"

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;
using habibi::HabibiService;
using Type = LeaderboardViewModel::Type;

namespace
{

constexpr std::chrono::milliseconds staleRanking = std::chrono::minutes(10); // rankings are computed now and then

wire::habibi::LeaderboardType wireType(Type type)
{
    using Wire = wire::habibi::LeaderboardType;
    switch (type) {
    case Type::NetworkStrength:
        return Wire::NetworkStrength;
    case Type::Balance:
        return Wire::Balance;
    case Type::TotalReferrals:
        return Wire::TotalReferrals;
    case Type::DirectReferrals:
        return Wire::DirectReferrals;
    case Type::Rewards:
        return Wire::Rewards;
    }
    return Wire::NetworkStrength;
}

QString valueText(Type type, const Amount &value)
{
    switch (type) {
    case Type::NetworkStrength:
        return format::score(value.toDoubleLossy());
    case Type::Balance:
    case Type::Rewards:
        return format::amount(value);
    case Type::TotalReferrals:
    case Type::DirectReferrals:
        return format::amount(value, 0);
    }
    return {};
}

/// Ranks gained since yesterday: "▲ 3".
void setMove(RankRow &row, const std::optional<std::int64_t> &previous)
{
    if (!previous) {
        row.move = LeaderboardViewModel::tr("new");
        return;
    }
    const std::int64_t gained = *previous - row.rank;
    row.moveSign = gained > 0 ? 1 : gained < 0 ? -1 : 0;
    row.move = gained == 0 ? u"="_s : (gained > 0 ? u"▲ "_s : u"▼ "_s) + format::count(std::abs(gained));
}

} // namespace

LeaderboardViewModel::LeaderboardViewModel(
    CurrentPlatform &platform, const Clock &clock, Ticker &ticker, QObject *parent)
    : AsyncState(parent)
    , m_clock(clock)
    , m_link(platform, [this](HabibiService *service, QObject *context) { attach(service, context); })
{
    connect(&ticker, &Ticker::tick, this, &LeaderboardViewModel::show);
}

LeaderboardViewModel::~LeaderboardViewModel() = default;

void LeaderboardViewModel::setType(Type type)
{
    if (m_type == type) {
        return;
    }
    m_type = type;
    Q_EMIT typeChanged();
    show();
    load(false);
}

QString LeaderboardViewModel::valueTitle() const
{
    switch (m_type) {
    case Type::NetworkStrength:
        return tr("Strength");
    case Type::Balance:
        return tr("Balance");
    case Type::TotalReferrals:
        return tr("People");
    case Type::DirectReferrals:
        return tr("Direct");
    case Type::Rewards:
        return tr("Rewards");
    }
    return {};
}

bool LeaderboardViewModel::isEmpty() const
{
    return status() == Status::Ready && m_ranks.rows().empty();
}

void LeaderboardViewModel::refresh()
{
    load(true);
}

void LeaderboardViewModel::ensureLoaded()
{
    load(false);
}

void LeaderboardViewModel::showPerson(const QString &address)
{
    Q_EMIT personRequested(address);
}

void LeaderboardViewModel::attach(HabibiService *service, QObject *context)
{
    if (service != nullptr) {
        connect(service, &HabibiService::leaderboardChanged, context, [this] { show(); });
        connect(service, &HabibiService::accountChanged, context, [this] { show(); });
    }
    show();
}

void LeaderboardViewModel::load(bool force)
{
    if (HabibiService *service = m_link.service()) {
        service->loadLeaderboard(wireType(m_type), force);
    }
}

void LeaderboardViewModel::show()
{
    HabibiService *service = m_link.service();
    if (service == nullptr) {
        m_ranks.setRows({});
        reset();
        return;
    }
    const auto &known = service->leaderboard(wireType(m_type));
    std::vector<RankRow> rows;
    if (known.value) {
        for (const wire::habibi::LeaderboardEntry &entry : *known.value) {
            RankRow row;
            row.rank = static_cast<int>(entry.rank);
            row.address = entry.address.text();
            row.addressText = format::shortAddress(row.address);
            row.name = format::plainName(entry.displayName.value_or(QString()));
            row.verified = entry.isVerified;
            row.chain = format::chainName(entry.chain);
            row.value = valueText(m_type, entry.value);
            row.valueExact = format::exactAmount(entry.value);
            row.balance = format::amount(entry.balance);
            row.self = service->account() == entry.address;
            setMove(row, entry.previousRank);
            rows.push_back(std::move(row));
        }
    }
    m_ranks.setRows(std::move(rows));
    showKnown(*this, known, m_clock.now(), false, staleRanking);
}

} // namespace majlis::viewmodels

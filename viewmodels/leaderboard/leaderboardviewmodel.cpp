// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/leaderboard/leaderboardviewmodel.h"

namespace majlis::viewmodels
{

LeaderboardViewModel::LeaderboardViewModel(QObject *parent)
    : AsyncState(parent)
{
}

void LeaderboardViewModel::setType(Type type)
{
    if (m_type == type) {
        return;
    }
    m_type = type;
    Q_EMIT typeChanged();
    refresh();
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

void LeaderboardViewModel::refresh() { }

void LeaderboardViewModel::showPerson(const QString &address)
{
    Q_EMIT personRequested(address);
}

} // namespace majlis::viewmodels

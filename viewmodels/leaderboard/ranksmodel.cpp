// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/leaderboard/ranksmodel.h"

namespace majlis::viewmodels
{

QHash<int, QByteArray> RanksModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{RankRole, "rank"}, {AddressRole, "address"},
        {AddressTextRole, "addressText"}, {NameRole, "name"}, {VerifiedRole, "verified"}, {ChainRole, "chain"},
        {ValueTextRole, "valueText"}, {ValueExactRole, "valueExact"}, {BalanceRole, "balance"},
        {MoveTextRole, "moveText"}, {MoveSignRole, "moveSign"}, {SelfRole, "self"}};
    return names;
}

QVariant RanksModel::value(const RankRow &row, int role) const
{
    switch (role) {
    case RankRole:
        return row.rank;
    case AddressRole:
        return row.address;
    case AddressTextRole:
        return row.addressText;
    case NameRole:
        return row.name;
    case VerifiedRole:
        return row.verified;
    case ChainRole:
        return row.chain;
    case ValueTextRole:
        return row.value;
    case ValueExactRole:
        return row.valueExact;
    case BalanceRole:
        return row.balance;
    case MoveTextRole:
        return row.move;
    case MoveSignRole:
        return row.moveSign;
    case SelfRole:
        return row.self;
    default:
        return {};
    }
}

} // namespace majlis::viewmodels

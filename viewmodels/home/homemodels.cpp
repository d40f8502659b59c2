// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/home/homemodels.h"

namespace majlis::viewmodels
{

QHash<int, QByteArray> ChainsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{ChainRole, "chain"}, {NameRole, "name"}, {BalanceRole, "balance"},
        {BalanceExactRole, "balanceExact"}, {ValueTextRole, "valueText"}, {ShareRole, "share"},
        {RebaseInRole, "rebaseIn"}, {RebaseAtRole, "rebaseAt"}, {RebaseLastRole, "rebaseLast"},
        {FreshnessRole, "freshness"}};
    return names;
}

QVariant ChainsModel::value(const ChainRow &row, int role) const
{
    switch (role) {
    case ChainRole:
        return row.chain;
    case NameRole:
        return row.name;
    case BalanceRole:
        return row.balance;
    case BalanceExactRole:
        return row.balanceExact;
    case ValueTextRole:
        return row.value;
    case ShareRole:
        return row.share;
    case RebaseInRole:
        return row.rebaseIn;
    case RebaseAtRole:
        return row.rebaseAt;
    case RebaseLastRole:
        return row.rebaseLast;
    case FreshnessRole:
        return QVariant::fromValue(row.freshness);
    default:
        return {};
    }
}

QHash<int, QByteArray> StrengthModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{NameRole, "name"}, {ValueTextRole, "valueText"}, {BasisRole, "basis"},
        {ExplanationRole, "explanation"}, {ShareRole, "share"}};
    return names;
}

QVariant StrengthModel::value(const StrengthTerm &row, int role) const
{
    switch (role) {
    case NameRole:
        return row.name;
    case ValueTextRole:
        return row.value;
    case BasisRole:
        return row.basis;
    case ExplanationRole:
        return row.explanation;
    case ShareRole:
        return row.share;
    default:
        return {};
    }
}

QHash<int, QByteArray> JoinsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{AddressRole, "address"}, {AddressTextRole, "addressText"},
        {NameRole, "name"}, {DepthRole, "depth"}, {JoinedRole, "joined"}, {JoinedAtRole, "joinedAt"},
        {VerifiedRole, "verified"}, {IsNewRole, "isNew"}};
    return names;
}

QVariant JoinsModel::value(const JoinRow &row, int role) const
{
    switch (role) {
    case AddressRole:
        return row.address;
    case AddressTextRole:
        return row.addressText;
    case NameRole:
        return row.name;
    case DepthRole:
        return row.depth;
    case JoinedRole:
        return row.joined;
    case JoinedAtRole:
        return row.joinedAt;
    case VerifiedRole:
        return row.verified;
    case IsNewRole:
        return row.isNew;
    default:
        return {};
    }
}

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/accountsmodel.h"

namespace majlis::viewmodels
{

QHash<int, QByteArray> AccountsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{AccountIdRole, "accountId"}, {NameRole, "name"},
        {AddressRole, "address"}, {AddressTextRole, "addressText"}, {ChainsRole, "chains"}, {SolanaRole, "solana"},
        {HiddenRole, "isHidden"}, {CurrentRole, "isCurrent"}, {OriginRole, "origin"}};
    return names;
}

QVariant AccountsModel::value(const AccountRow &row, int role) const
{
    switch (role) {
    case AccountIdRole:
        return row.id;
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case AddressRole:
        return row.address;
    case AddressTextRole:
        return row.addressText;
    case ChainsRole:
        return row.chains;
    case SolanaRole:
        return row.isSolana;
    case HiddenRole:
        return row.isHidden;
    case CurrentRole:
        return row.isCurrent;
    case OriginRole:
        return static_cast<int>(row.origin);
    default:
        return {};
    }
}

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/uplinemodel.h"

namespace majlis::viewmodels
{

QHash<int, QByteArray> UplineModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{NodeIndexRole, "nodeIndex"}, {NameRole, "name"},
        {HasNameRole, "hasName"}, {AddressRole, "address"}, {LevelRole, "level"}};
    return names;
}

QVariant UplineModel::value(const UplineRow &row, int role) const
{
    switch (role) {
    case NodeIndexRole:
        return row.node;
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case HasNameRole:
        return row.hasName;
    case AddressRole:
        return row.address;
    case LevelRole:
        return row.level;
    default:
        return {};
    }
}

} // namespace majlis::viewmodels

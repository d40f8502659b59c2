// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/connections/connectionsmodel.h"

namespace majlis::viewmodels
{

QHash<int, QByteArray> ConnectionsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{IdRole, "connectionId"}, {NameRole, "name"}, {UrlRole, "url"},
        {KindRole, "kind"}, {StateRole, "state"}, {StateTextRole, "stateText"}, {CurrentRole, "current"}};
    return names;
}

QVariant ConnectionsModel::value(const ConnectionRow &row, int role) const
{
    switch (role) {
    case IdRole:
        return row.id;
    case NameRole:
        return row.name;
    case UrlRole:
        return row.url;
    case KindRole:
        return static_cast<int>(row.kind);
    case StateRole:
        return static_cast<int>(row.state);
    case StateTextRole:
        return row.stateText;
    case CurrentRole:
        return row.current;
    default:
        return {};
    }
}

} // namespace majlis::viewmodels

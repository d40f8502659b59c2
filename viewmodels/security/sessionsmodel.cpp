// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/security/sessionsmodel.h"

namespace majlis::viewmodels
{

QHash<int, QByteArray> SessionsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{SessionIdRole, "sessionId"}, {PlatformRole, "platform"},
        {NameRole, "name"}, {UrlRole, "url"}, {AccountRole, "account"}, {OpenRole, "isOpen"}, {EndingRole, "isEnding"}};
    return names;
}

QVariant SessionsModel::value(const SessionRow &row, int role) const
{
    switch (role) {
    case SessionIdRole:
        return row.id;
    case PlatformRole:
        return row.platform;
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case UrlRole:
        return row.url;
    case AccountRole:
        return row.account;
    case OpenRole:
        return row.isOpen;
    case EndingRole:
        return row.isEnding;
    default:
        return {};
    }
}

} // namespace majlis::viewmodels

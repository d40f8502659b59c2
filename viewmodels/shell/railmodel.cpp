// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/railmodel.h"

namespace majlis::viewmodels
{

QHash<int, QByteArray> RailModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{PageRole, "page"}, {LabelRole, "label"}, {IconNameRole, "iconName"},
        {ShortcutRole, "shortcut"}, {AvailableRole, "available"}, {CurrentRole, "current"}};
    return names;
}

QVariant RailModel::value(const RailItem &row, int role) const
{
    switch (role) {
    case PageRole:
        return QVariant::fromValue(row.page);
    case Qt::DisplayRole:
    case LabelRole:
        return row.label;
    case IconNameRole:
        return row.icon;
    case ShortcutRole:
        return row.shortcut;
    case AvailableRole:
        return row.enabled;
    case CurrentRole:
        return row.current;
    default:
        return {};
    }
}

bool RailModel::isSame(const RailItem &left, const RailItem &right) const
{
    return left.page == right.page;
}

} // namespace majlis::viewmodels

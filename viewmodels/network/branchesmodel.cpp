// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/branchesmodel.h"

namespace majlis::viewmodels
{

QHash<int, QByteArray> BranchesModel::roleNames() const
{
    static const QHash<int, QByteArray> names{
        {NodeIndexRole, "nodeIndex"}, {NameRole, "name"}, {PeopleRole, "people"}, {StrengthRole, "strength"}};
    return names;
}

QVariant BranchesModel::value(const BranchRow &row, int role) const
{
    switch (role) {
    case NodeIndexRole:
        return row.node;
    case NameRole:
    case Qt::DisplayRole:
        return row.name;
    case PeopleRole:
        return row.people;
    case StrengthRole:
        return row.strength;
    default:
        return {};
    }
}

QHash<int, QByteArray> ComparedModel::roleNames() const
{
    static const QHash<int, QByteArray> names{
        {LabelRole, "label"}, {LeftRole, "leftText"}, {RightRole, "rightText"}, {LargerRole, "larger"}};
    return names;
}

QVariant ComparedModel::value(const ComparedRow &row, int role) const
{
    switch (role) {
    case LabelRole:
    case Qt::DisplayRole:
        return row.label;
    case LeftRole:
        return row.left;
    case RightRole:
        return row.right;
    case LargerRole:
        return row.larger;
    default:
        return {};
    }
}

} // namespace majlis::viewmodels

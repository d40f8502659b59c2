// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/security/approvalsmodel.h"

namespace majlis::viewmodels
{

QHash<int, QByteArray> ApprovalsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{ApprovalIdRole, "approvalId"}, {ChainRole, "chain"}, {WhatRole, "what"},
        {AmountRole, "amount"}, {ContractRole, "contract"}, {SpenderRole, "spender"}, {SpenderNameRole, "spenderName"},
        {AgeRole, "age"}, {UnlimitedRole, "isUnlimited"}, {RevokingRole, "isRevoking"}};
    return names;
}

QVariant ApprovalsModel::value(const ApprovalRow &row, int role) const
{
    switch (role) {
    case ApprovalIdRole:
        return row.id;
    case ChainRole:
        return row.chain;
    case Qt::DisplayRole:
    case WhatRole:
        return row.what;
    case AmountRole:
        return row.amount;
    case ContractRole:
        return row.contract;
    case SpenderRole:
        return row.spender;
    case SpenderNameRole:
        return row.spenderName;
    case AgeRole:
        return row.age;
    case UnlimitedRole:
        return row.isUnlimited;
    case RevokingRole:
        return row.isRevoking;
    default:
        return {};
    }
}

QHash<int, QByteArray> ApprovalChainsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{PositionRole, "position"}, {NameRole, "name"}, {NodeRole, "node"},
        {TextRole, "text"}, {LoadingRole, "isLoading"}, {FailedRole, "isFailed"}};
    return names;
}

QVariant ApprovalChainsModel::value(const ApprovalChainRow &row, int role) const
{
    switch (role) {
    case PositionRole:
        return row.position;
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case NodeRole:
        return row.node;
    case TextRole:
        return row.text;
    case LoadingRole:
        return row.isLoading;
    case FailedRole:
        return row.isFailed;
    default:
        return {};
    }
}

} // namespace majlis::viewmodels

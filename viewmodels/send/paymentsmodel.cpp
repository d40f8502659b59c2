// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/send/paymentsmodel.h"

namespace majlis::viewmodels
{

QHash<int, QByteArray> PaymentsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{IdRole, "transactionId"}, {AmountRole, "amount"},
        {RecipientRole, "recipient"}, {NameRole, "name"}, {NetworkRole, "network"}, {StateRole, "stateText"},
        {ToneRole, "tone"}, {AgeRole, "age"}, {SignedAtRole, "signedAt"}, {ProblemRole, "problem"},
        {CanLookRole, "canLook"}, {CanGiveUpRole, "canGiveUp"}, {BusyRole, "busy"}};
    return names;
}

QVariant PaymentsModel::value(const PaymentRow &row, int role) const
{
    switch (role) {
    case IdRole:
        return row.id;
    case Qt::DisplayRole:
    case AmountRole:
        return row.amount;
    case RecipientRole:
        return row.recipient;
    case NameRole:
        return row.name;
    case NetworkRole:
        return row.network;
    case StateRole:
        return row.state;
    case ToneRole:
        return row.tone;
    case AgeRole:
        return row.age;
    case SignedAtRole:
        return row.signedAt;
    case ProblemRole:
        return row.problem;
    case CanLookRole:
        return row.canLook;
    case CanGiveUpRole:
        return row.canGiveUp;
    case BusyRole:
        return row.busy;
    default:
        return {};
    }
}

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/diagnostics/diagnosticsmodels.h"

namespace majlis::viewmodels
{

QHash<int, QByteArray> ErrorsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{WhenRole, "when"}, {WhenExactRole, "whenExact"}, {WhereRole, "where"},
        {TitleRole, "title"}, {DetailRole, "detail"}, {CountRole, "times"}};
    return names;
}

QVariant ErrorsModel::value(const ErrorRow &row, int role) const
{
    switch (role) {
    case WhenRole:
        return row.when;
    case WhenExactRole:
        return row.whenExact;
    case WhereRole:
        return row.where;
    case TitleRole:
        return row.title;
    case DetailRole:
        return row.detail;
    case CountRole:
        return row.count;
    default:
        return {};
    }
}

QHash<int, QByteArray> FeedsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{StreamRole, "stream"}, {StateRole, "state"},
        {StateTextRole, "stateText"}, {DialectRole, "dialect"}, {LatencyRole, "latency"},
        {LastMessageRole, "lastMessage"}, {ReceivedRole, "received"}, {GapsRole, "gaps"}};
    return names;
}

QVariant FeedsModel::value(const FeedRow &row, int role) const
{
    switch (role) {
    case StreamRole:
        return row.stream;
    case StateRole:
        return static_cast<int>(row.state);
    case StateTextRole:
        return row.stateText;
    case DialectRole:
        return row.dialect;
    case LatencyRole:
        return row.latency;
    case LastMessageRole:
        return row.lastMessage;
    case ReceivedRole:
        return row.received;
    case GapsRole:
        return row.gaps;
    default:
        return {};
    }
}

QHash<int, QByteArray> FactsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{NameRole, "name"}, {TextRole, "text"}};
    return names;
}

QVariant FactsModel::value(const FactRow &row, int role) const
{
    switch (role) {
    case NameRole:
        return row.name;
    case TextRole:
        return row.text;
    default:
        return {};
    }
}

} // namespace majlis::viewmodels

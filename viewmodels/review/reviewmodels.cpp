// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/review/reviewmodels.h"

namespace majlis::viewmodels
{

QHash<int, QByteArray> ReviewLinesModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{LabelRole, "label"}, {ValueRole, "valueText"}, {GroupedRole, "grouped"},
        {IsTextRole, "isText"}, {IsMoneyRole, "isMoney"}};
    return names;
}

QVariant ReviewLinesModel::value(const ReviewLine &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return row.label;
    case ValueRole:
        return row.value;
    case GroupedRole:
        return row.grouped;
    case IsTextRole:
        return row.isText;
    case IsMoneyRole:
        return row.isMoney;
    default:
        return {};
    }
}

QHash<int, QByteArray> ReviewWarningsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{SeverityRole, "severity"}, {TitleRole, "title"}, {AdviceRole, "advice"}};
    return names;
}

QVariant ReviewWarningsModel::value(const ReviewWarning &row, int role) const
{
    switch (role) {
    case SeverityRole:
        return static_cast<int>(row.severity);
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case AdviceRole:
        return row.advice;
    default:
        return {};
    }
}

} // namespace majlis::viewmodels

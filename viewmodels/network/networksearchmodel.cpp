// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/networksearchmodel.h"

namespace majlis::viewmodels
{

void NetworkSearchModel::setQuery(const QString &query)
{
    if (m_query == query) {
        return;
    }
    m_query = query;
    Q_EMIT queryChanged();
}

QHash<int, QByteArray> NetworkSearchModel::roleNames() const
{
    static const QHash<int, QByteArray> names{
        {NodeIndexRole, "nodeIndex"}, {TitleRole, "title"}, {SubtitleRole, "subtitle"}, {VerifiedRole, "verified"}};
    return names;
}

void NetworkSearchModel::setSearching(bool searching)
{
    if (m_searching != searching) {
        m_searching = searching;
        Q_EMIT searchingChanged();
    }
}

void NetworkSearchModel::setResult(std::vector<SearchHit> hits, const QString &summary)
{
    setRows(std::move(hits));
    if (m_summary != summary) {
        m_summary = summary;
        Q_EMIT summaryChanged();
    }
}

QVariant NetworkSearchModel::value(const SearchHit &row, int role) const
{
    switch (role) {
    case NodeIndexRole:
        return row.node;
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case SubtitleRole:
        return row.subtitle;
    case VerifiedRole:
        return row.verified;
    default:
        return {};
    }
}

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// Somebody found.
struct SearchHit {
    int node = -1;
    QString title; ///< name, or the grouped address
    QString subtitle; ///< address, level
    bool verified = false;
    bool operator==(const SearchHit &) const = default;
};

/// People whose name or address matches what is typed, best first, at most 50. Searched on a worker thread; the rows
/// are those of the newest query that has finished.
class NetworkSearchModel : public RowsModel<SearchHit>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by NetworkViewModel")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged FINAL)
    Q_PROPERTY(bool searching READ isSearching NOTIFY searchingChanged FINAL)
    /// "12 people", "More than 50 people", "Nobody": empty without a query.
    Q_PROPERTY(QString summary READ summary NOTIFY summaryChanged FINAL)

public:
    enum Role {
        NodeIndexRole = Qt::UserRole + 1, ///< int
        TitleRole, ///< QString
        SubtitleRole, ///< QString
        VerifiedRole, ///< bool
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;

    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString &query);
    [[nodiscard]] bool isSearching() const { return m_searching; }
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setSearching(bool searching);
    void setResult(std::vector<SearchHit> hits, const QString &summary);

Q_SIGNALS:
    void queryChanged();
    void searchingChanged();
    void summaryChanged();

protected:
    [[nodiscard]] QVariant value(const SearchHit &row, int role) const override;
    [[nodiscard]] bool isSame(const SearchHit &left, const SearchHit &right) const override
    {
        return left.node == right.node;
    }

private:
    QString m_query;
    QString m_summary;
    bool m_searching = false;
};

} // namespace majlis::viewmodels

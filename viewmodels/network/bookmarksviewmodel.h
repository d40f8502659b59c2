// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace majlis::store
{
class Settings;
}

namespace majlis::viewmodels
{

class CurrentPlatform;
class NetworkPeople;
class PersonTexts;

/// Somebody whom the user wants to find again.
struct BookmarkRow {
    QString address;
    QString name; ///< or the short address
    int node = -1; ///< -1: not in this network any more
    bool operator==(const BookmarkRow &) const = default;
};

class BookmarksModel : public RowsModel<BookmarkRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by BookmarksViewModel")

public:
    enum Role {
        AddressRole = Qt::UserRole + 1, ///< QString
        NameRole, ///< QString
        NodeIndexRole, ///< int
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const BookmarkRow &row, int role) const override;
    [[nodiscard]] bool isSame(const BookmarkRow &left, const BookmarkRow &right) const override
    {
        return left.address == right.address;
    }
};

/// The people that the user has marked in this network, kept in the settings by connection and root. GUI thread.
class BookmarksViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by NetworkViewModel")
    Q_PROPERTY(majlis::viewmodels::BookmarksModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)

public:
    static constexpr qsizetype mostPerNetwork = 200;

    /// All outlive this object.
    BookmarksViewModel(const NetworkPeople &people, const PersonTexts &texts, const CurrentPlatform &platform,
        store::Settings &settings, QObject *parent = nullptr);
    ~BookmarksViewModel() override;

    [[nodiscard]] BookmarksModel *rows() { return &m_rows; }
    [[nodiscard]] int count() const { return m_rows.rowCount(); }

    [[nodiscard]] Q_INVOKABLE bool isMarked(int node) const;
    Q_INVOKABLE void toggle(int node);
    Q_INVOKABLE void remove(const QString &address);

    void restart(); ///< others are there now

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString network() const; ///< the key of this network; empty: there is none
    [[nodiscard]] QStringList stored() const;
    void store(const QStringList &addresses);

    const NetworkPeople &m_people;
    const PersonTexts &m_texts;
    const CurrentPlatform &m_platform;
    store::Settings &m_settings;
    BookmarksModel m_rows;
};

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/shell/fuzzymatch.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <vector>

namespace majlis::viewmodels
{

/// A thing that the command palette can do.
struct PaletteCommand {
    QString id; ///< stable, for ranking and tests: `page.home`
    QString title;
    QString group; ///< "Go to", "Do", "People"
    QString icon;
    QString shortcut;
    std::function<void()> run;
    std::function<bool()> isEnabled; ///< empty: always
};

/// The command palette (Ctrl+K): every command, narrowed to those that match what is typed. Matching takes the letters
/// in order, ranks word starts and unbroken runs first, and ignores case and accents.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by ShellViewModel")
    Q_PROPERTY(bool open READ isOpen WRITE setOpen NOTIFY openChanged FINAL)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// The row that Enter runs; 0 after each change of the filter, -1 when there is none.
    Q_PROPERTY(int currentRow READ currentRow WRITE setCurrentRow NOTIFY currentRowChanged FINAL)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1, ///< QString
        GroupRole, ///< QString
        IconNameRole, ///< QString
        ShortcutRole, ///< QString
        MatchesRole, ///< QList<int>: positions in the title to emphasise
    };
    Q_ENUM(Role)
    /// Adds commands that depend on the text, such as people of the network; at most `limit` of them.
    using Source = std::function<std::vector<PaletteCommand>(const QString &filter, int limit)>;

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] bool isOpen() const { return m_open; }
    void setOpen(bool open);
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] int count() const { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] int currentRow() const { return m_currentRow; }
    void setCurrentRow(int row);

    Q_INVOKABLE void moveCurrent(int by); ///< wraps around
    Q_INVOKABLE void run(int row); ///< closes first, then does it; rows that are gone do nothing

    void addCommand(PaletteCommand command);
    void addSource(Source source);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void openChanged();
    void filterChanged();
    void countChanged();
    void currentRowChanged();

private:
    struct Shown {
        PaletteCommand command;
        FuzzyMatch match;
    };
    void refresh();
    [[nodiscard]] std::vector<Shown> matching() const;

    std::vector<PaletteCommand> m_commands;
    std::vector<Source> m_sources;
    std::vector<Shown> m_shown;
    QString m_filter;
    int m_currentRow = -1;
    bool m_open = false;
};

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/palettemodel.h"

#include <algorithm>

namespace majlis::viewmodels
{

namespace
{
constexpr int mostFromSource = 8;
}

void PaletteModel::setOpen(bool open)
{
    if (m_open == open) {
        return;
    }
    m_open = open;
    if (open) {
        m_filter.clear();
        Q_EMIT filterChanged();
        refresh();
    }
    Q_EMIT openChanged();
}

void PaletteModel::setFilter(const QString &filter)
{
    if (m_filter == filter) {
        return;
    }
    m_filter = filter;
    Q_EMIT filterChanged();
    refresh();
}

void PaletteModel::setCurrentRow(int row)
{
    const int bounded = std::clamp(row, count() == 0 ? -1 : 0, count() - 1);
    if (m_currentRow == bounded) {
        return;
    }
    m_currentRow = bounded;
    Q_EMIT currentRowChanged();
}

void PaletteModel::moveCurrent(int by)
{
    if (count() > 0) {
        setCurrentRow(((m_currentRow + by) % count() + count()) % count());
    }
}

void PaletteModel::run(int row)
{
    if (row < 0 || row >= count()) {
        return;
    }
    const auto action = m_shown[static_cast<std::size_t>(row)].command.run; // copied: closing may change the rows
    setOpen(false);
    if (action) {
        action();
    }
}

void PaletteModel::addCommand(PaletteCommand command)
{
    m_commands.push_back(std::move(command));
    refresh();
}

void PaletteModel::addSource(Source source)
{
    m_sources.push_back(std::move(source));
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Shown &shown = m_shown[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return shown.command.title;
    case GroupRole:
        return shown.command.group;
    case IconNameRole:
        return shown.command.icon;
    case ShortcutRole:
        return shown.command.shortcut;
    case MatchesRole:
        return QVariant::fromValue(shown.match.positions);
    default:
        return {};
    }
}

QHash<int, QByteArray> PaletteModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{TitleRole, "title"}, {GroupRole, "group"}, {IconNameRole, "iconName"},
        {ShortcutRole, "shortcut"}, {MatchesRole, "matches"}};
    return names;
}

void PaletteModel::refresh()
{
    auto next = matching();
    const bool otherCount = next.size() != m_shown.size();
    beginResetModel();
    m_shown = std::move(next);
    endResetModel();
    if (otherCount) {
        Q_EMIT countChanged();
    }
    m_currentRow = -1;
    setCurrentRow(0);
    if (m_shown.empty()) {
        Q_EMIT currentRowChanged();
    }
}

std::vector<PaletteModel::Shown> PaletteModel::matching() const
{
    std::vector<Shown> found;
    for (const PaletteCommand &command : m_commands) {
        if (command.isEnabled && !command.isEnabled()) {
            continue;
        }
        if (auto match = fuzzyMatch(m_filter, command.title)) {
            found.push_back({command, std::move(*match)});
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, [](const Shown &shown) { return shown.match.score; });
    if (!m_filter.isEmpty()) {
        for (const Source &source : m_sources) {
            for (PaletteCommand &command : source(m_filter, mostFromSource)) {
                auto match = fuzzyMatch(m_filter, command.title).value_or(FuzzyMatch{});
                found.push_back({std::move(command), std::move(match)});
            }
        }
    }
    return found;
}

} // namespace majlis::viewmodels

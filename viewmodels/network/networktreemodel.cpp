// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/networktreemodel.h"

#include <algorithm>

namespace majlis::viewmodels
{

namespace
{
constexpr int deepest = 7;
constexpr int seriesColours = 8;
} // namespace

NetworkTreeModel::NetworkTreeModel(const Texts &texts, QObject *parent)
    : QAbstractListModel(parent)
    , m_texts(texts)
{
}

void NetworkTreeModel::toggle(int row)
{
    if (const int node = nodeAt(row); node >= 0) {
        setExpanded(row, !m_nodes[static_cast<std::size_t>(node)].expanded);
    }
}

void NetworkTreeModel::expand(int row)
{
    setExpanded(row, true);
}

void NetworkTreeModel::collapse(int row)
{
    setExpanded(row, false);
}

void NetworkTreeModel::expandAll()
{
    for (Node &node : m_nodes) {
        node.expanded = true;
    }
    rebuild();
}

void NetworkTreeModel::collapseAll()
{
    for (Node &node : m_nodes) {
        node.expanded = node.parent == none;
    }
    rebuild();
}

int NetworkTreeModel::parentRow(int row) const
{
    const int node = nodeAt(row);
    if (node < 0) {
        return -1;
    }
    const std::uint32_t parent = m_nodes[static_cast<std::size_t>(node)].parent;
    for (int above = row - 1; above >= 0 && parent != none; --above) {
        if (m_visible[static_cast<std::size_t>(above)] == parent) {
            return above;
        }
    }
    return -1;
}

int NetworkTreeModel::nodeAt(int row) const
{
    return row >= 0 && row < count() ? static_cast<int>(m_visible[static_cast<std::size_t>(row)]) : -1;
}

void NetworkTreeModel::setForest(std::span<const std::uint32_t> parents, std::span<const std::uint8_t> depths)
{
    Q_ASSERT(parents.size() == depths.size());
    m_nodes.assign(parents.size(), {});
    m_roots.clear();
    m_path.clear();
    m_colours.clear();
    m_faded.clear();
    m_kept.clear();
    m_top = none;
    m_selected = none;
    for (std::uint32_t i = 0; i < parents.size(); ++i) {
        m_nodes[i].parent = parents[i];
        m_nodes[i].depth = depths[i];
        m_nodes[i].expanded = parents[i] == none;
        link(i);
    }
    rebuild();
}

void NetworkTreeModel::addNode(std::uint32_t parent)
{
    const auto node = static_cast<std::uint32_t>(m_nodes.size());
    Node added;
    added.parent = parent;
    added.expanded = parent == none;
    added.depth = parent == none ? std::uint8_t{0} : static_cast<std::uint8_t>(m_nodes[parent].depth + 1);
    m_nodes.push_back(added);
    link(node);
    const int parentRow = parent == none ? -1 : rowOf(parent);
    if (parent != none) {
        if (parentRow < 0) {
            return;
        }
        Q_EMIT dataChanged(index(parentRow), index(parentRow));
        if (!m_nodes[parent].expanded || isDeepest(parent)) {
            return;
        }
    }
    if (parent == none && m_top != none) {
        return;
    }
    const int row = parent == none ? count() : branchEnd(parentRow);
    beginInsertRows({}, row, row);
    m_visible.insert(m_visible.begin() + row, node);
    endInsertRows();
    Q_EMIT countChanged();
    updateCurrentRow();
}

void NetworkTreeModel::touchNode(std::uint32_t node)
{
    if (const int row = rowOf(node); row >= 0) {
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void NetworkTreeModel::setDepthLimit(int depth)
{
    const int bounded = std::clamp(depth, 1, deepest);
    if (m_depthLimit != bounded) {
        m_depthLimit = bounded;
        rebuild();
    }
}

void NetworkTreeModel::setLit(std::vector<std::uint8_t> faded, std::vector<std::uint8_t> kept)
{
    if (kept.empty() && m_kept.empty()) {
        return;
    }
    m_faded = std::move(faded);
    m_kept = std::move(kept);
    rebuild();
}

void NetworkTreeModel::setColours(const std::vector<std::uint8_t> &colours)
{
    m_colours = colours;
    if (!m_visible.empty()) {
        Q_EMIT dataChanged(index(0), index(count() - 1), {ColourRole});
    }
}

void NetworkTreeModel::setTop(std::uint32_t node)
{
    const std::uint32_t top = node < m_nodes.size() ? node : none;
    if (m_top == top) {
        return;
    }
    m_top = top;
    if (top != none) {
        m_nodes[top].expanded = true;
    }
    rebuild();
}

void NetworkTreeModel::select(std::uint32_t node)
{
    if (m_selected == node) {
        return;
    }
    const auto before = std::exchange(m_path, {});
    m_selected = node < m_nodes.size() ? node : none;
    for (std::uint32_t at = m_selected; at != none; at = m_nodes[at].parent) {
        m_path.push_back(at);
    }
    std::ranges::reverse(m_path);
    for (std::size_t i = 0; i + 1 < m_path.size(); ++i) {
        if (!m_nodes[m_path[i]].expanded) {
            if (const int row = rowOf(m_path[i]); row >= 0) {
                setExpanded(row, true);
            }
        }
    }
    for (const std::uint32_t touched : before) {
        touchNode(touched);
    }
    for (const std::uint32_t touched : m_path) {
        touchNode(touched);
    }
    updateCurrentRow();
}

void NetworkTreeModel::touchTexts()
{
    if (!m_visible.empty()) {
        Q_EMIT dataChanged(index(0), index(count() - 1), {JoinedRole, BalanceRole});
    }
}

int NetworkTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant NetworkTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const std::uint32_t node = m_visible[static_cast<std::size_t>(index.row())];
    switch (role) {
    case NodeIndexRole:
        return static_cast<int>(node);
    case DepthRole:
        return static_cast<int>(m_nodes[node].depth);
    case ExpandableRole:
        return isExpandable(node);
    case ExpandedRole:
        return m_nodes[node].expanded && isExpandable(node);
    case SelectedRole:
        return node == m_selected;
    case OnPathRole:
        return std::ranges::find(m_path, node) != m_path.end();
    case ColourRole:
        return node < m_colours.size() ? int{m_colours[node]} : m_nodes[node].depth % seriesColours;
    case FadedRole:
        return node < m_faded.size() && m_faded[node] != 0;
    case Qt::DisplayRole:
        return m_texts.text(node, NameRole);
    case NameRole:
    case AddressTextRole:
    case DirectRole:
    case DescendantsRole:
    case BalanceRole:
    case JoinedRole:
    case JoinedAtRole:
    case VerifiedRole:
        return m_texts.text(node, static_cast<Role>(role));
    default:
        return {};
    }
}

QHash<int, QByteArray> NetworkTreeModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{NodeIndexRole, "nodeIndex"}, {NameRole, "name"},
        {AddressTextRole, "addressText"}, {DepthRole, "depth"}, {ExpandableRole, "expandable"},
        {ExpandedRole, "expanded"}, {DirectRole, "direct"}, {DescendantsRole, "descendants"}, {BalanceRole, "balance"},
        {JoinedRole, "joined"}, {JoinedAtRole, "joinedAt"}, {VerifiedRole, "verified"}, {SelectedRole, "selected"},
        {OnPathRole, "onPath"}, {ColourRole, "colour"}, {FadedRole, "faded"}};
    return names;
}

void NetworkTreeModel::link(std::uint32_t node)
{
    const std::uint32_t parent = m_nodes[node].parent;
    if (parent == none) {
        m_roots.push_back(node);
        return;
    }
    Node &above = m_nodes[parent];
    if (above.lastChild == none) {
        above.firstChild = node;
    } else {
        m_nodes[above.lastChild].nextSibling = node;
    }
    above.lastChild = node;
}

void NetworkTreeModel::setExpanded(int row, bool expanded)
{
    const int index = nodeAt(row);
    if (index < 0) {
        return;
    }
    const auto node = static_cast<std::uint32_t>(index);
    if (m_nodes[node].expanded == expanded || !isExpandable(node)) {
        return;
    }
    if (expanded) {
        m_nodes[node].expanded = true;
        std::vector<std::uint32_t> rows;
        appendBranch(node, rows);
        rows.erase(rows.begin());
        beginInsertRows({}, row + 1, row + static_cast<int>(rows.size()));
        m_visible.insert(m_visible.begin() + row + 1, rows.begin(), rows.end());
        endInsertRows();
    } else {
        const int end = branchEnd(row);
        beginRemoveRows({}, row + 1, end - 1);
        m_visible.erase(m_visible.begin() + row + 1, m_visible.begin() + end);
        m_nodes[node].expanded = false;
        endRemoveRows();
    }
    Q_EMIT dataChanged(this->index(row), this->index(row), {ExpandedRole});
    Q_EMIT countChanged();
    updateCurrentRow();
}

void NetworkTreeModel::appendBranch(std::uint32_t node, std::vector<std::uint32_t> &rows) const
{
    std::vector<std::uint32_t> open{node};
    while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        rows.push_back(at);
        if (!m_nodes[at].expanded || isDeepest(at)) {
            continue;
        }
        const auto firstChild = static_cast<std::ptrdiff_t>(open.size());
        for (std::uint32_t child = m_nodes[at].firstChild; child != none; child = m_nodes[child].nextSibling) {
            if (isKept(child)) {
                open.push_back(child);
            }
        }
        std::reverse(open.begin() + firstChild, open.end());
    }
}

int NetworkTreeModel::branchEnd(int row) const
{
    const std::uint8_t depth = m_nodes[m_visible[static_cast<std::size_t>(row)]].depth;
    int end = row + 1;
    while (end < count() && m_nodes[m_visible[static_cast<std::size_t>(end)]].depth > depth) {
        ++end;
    }
    return end;
}

int NetworkTreeModel::rowOf(std::uint32_t node) const
{
    const auto found = std::ranges::find(m_visible, node);
    return found == m_visible.end() ? -1 : static_cast<int>(found - m_visible.begin());
}

bool NetworkTreeModel::isExpandable(std::uint32_t node) const
{
    if (isDeepest(node)) {
        return false;
    }
    for (std::uint32_t child = m_nodes[node].firstChild; child != none; child = m_nodes[child].nextSibling) {
        if (isKept(child)) {
            return true;
        }
    }
    return false;
}

bool NetworkTreeModel::isDeepest(std::uint32_t node) const
{
    return m_depthLimit < deepest && m_nodes[node].depth - topDepth() >= m_depthLimit;
}

void NetworkTreeModel::rebuild()
{
    std::vector<std::uint32_t> rows;
    if (m_top != none) {
        appendBranch(m_top, rows);
    } else {
        for (const std::uint32_t root : m_roots) {
            if (isKept(root)) {
                appendBranch(root, rows);
            }
        }
    }
    beginResetModel();
    m_visible = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
    updateCurrentRow();
}

void NetworkTreeModel::updateCurrentRow()
{
    const int row = m_selected == none ? -1 : rowOf(m_selected);
    if (m_currentRow != row) {
        m_currentRow = row;
        Q_EMIT currentRowChanged();
    }
}

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace majlis::viewmodels
{

/// The network as a table: the visible rows of a tree, flattened. Holds one integer per visible row and a bit per node,
/// so it stays quick beyond 100,000 people; texts are made only for the rows that a view asks for. The same selection
/// as the scene; the way through the network for keyboard and screen readers.
class NetworkTreeModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by NetworkViewModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// Row of the selected person, -1 when none is selected or it is inside a collapsed branch.
    Q_PROPERTY(int currentRow READ currentRow NOTIFY currentRowChanged FINAL)

public:
    enum Role {
        NodeIndexRole = Qt::UserRole + 1, ///< int: index in the scene's model
        NameRole, ///< QString: display name, or the grouped address
        AddressTextRole, ///< QString
        DepthRole, ///< int: 0 for the root
        ExpandableRole, ///< bool
        ExpandedRole, ///< bool
        DirectRole, ///< QString: people referred directly
        DescendantsRole, ///< QString: people below, "–" when not known
        BalanceRole, ///< QString, "–" when not known
        JoinedRole, ///< QString: "3 months ago"
        JoinedAtRole, ///< QString
        VerifiedRole, ///< bool
        SelectedRole, ///< bool
        OnPathRole, ///< bool: on the way from the root to the selected person
        ColourRole, ///< int: as in the scene
        FadedRole, ///< bool: only here because the filters light somebody below
    };
    Q_ENUM(Role)

    /// Where the texts come from; node indices are those of the arrays given to setForest.
    class Texts
    {
    public:
        virtual ~Texts() = default;
        [[nodiscard]] virtual QVariant text(std::uint32_t node, Role role) const = 0;
    };
    static constexpr std::uint32_t none = 0xffffffff;

    explicit NetworkTreeModel(const Texts &texts, QObject *parent = nullptr);

    [[nodiscard]] int count() const { return static_cast<int>(m_visible.size()); }
    [[nodiscard]] int currentRow() const { return m_currentRow; }

    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE void expand(int row);
    Q_INVOKABLE void collapse(int row);
    Q_INVOKABLE void expandAll(); ///< down to the depth limit
    Q_INVOKABLE void collapseAll(); ///< roots stay open
    /// Left in a tree: the parent's row, or -1.
    Q_INVOKABLE int parentRow(int row) const;
    /// The node of a row, -1 when out of range.
    Q_INVOKABLE int nodeAt(int row) const;

    /// Replaces the forest; `parents[i]` is the parent's index or none, `depths[i]` its level. Roots open, nothing
    /// else.
    void setForest(std::span<const std::uint32_t> parents, std::span<const std::uint8_t> depths);
    /// Adds a node with the next index.
    void addNode(std::uint32_t parent);
    void touchNode(std::uint32_t node); ///< its texts changed
    /// Levels below the roots (or below the top) that are shown.
    void setDepthLimit(int depth);
    /// Leaves out whom the filters do not light, but for those on the way to somebody who is lit; those are faded.
    /// One byte a node each, or both empty: everyone. Nodes beyond the arrays are shown.
    void setLit(std::vector<std::uint8_t> faded, std::vector<std::uint8_t> kept);
    /// By node, into the scene's palette; those beyond the array are coloured by level.
    void setColours(const std::vector<std::uint8_t> &colours);
    /// Only this node's branch; none: all.
    void setTop(std::uint32_t node);
    /// Selects and opens the branches above it.
    void select(std::uint32_t node);
    void touchTexts(); ///< ages moved on: visible rows are asked for again

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    void currentRowChanged();

private:
    struct Node {
        std::uint32_t parent = none;
        std::uint32_t firstChild = none;
        std::uint32_t lastChild = none;
        std::uint32_t nextSibling = none;
        std::uint8_t depth = 0;
        bool expanded = false;
    };
    void link(std::uint32_t node);
    void setExpanded(int row, bool expanded);
    void appendBranch(std::uint32_t node, std::vector<std::uint32_t> &rows) const;
    [[nodiscard]] int branchEnd(int row) const; ///< one past the last visible descendant
    [[nodiscard]] int rowOf(std::uint32_t node) const; ///< -1 when not visible
    [[nodiscard]] bool isExpandable(std::uint32_t node) const;
    [[nodiscard]] bool isKept(std::uint32_t node) const { return node >= m_kept.size() || m_kept[node] != 0; }
    [[nodiscard]] bool isDeepest(std::uint32_t node) const;
    [[nodiscard]] int topDepth() const { return m_top == none ? 0 : m_nodes[m_top].depth; }
    void rebuild();
    void updateCurrentRow();

    const Texts &m_texts;
    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_roots;
    std::vector<std::uint32_t> m_visible;
    std::vector<std::uint32_t> m_path; ///< from the root to the selected node
    std::vector<std::uint8_t> m_colours;
    std::vector<std::uint8_t> m_faded;
    std::vector<std::uint8_t> m_kept;
    std::uint32_t m_top = none;
    std::uint32_t m_selected = none;
    int m_currentRow = -1;
    int m_depthLimit = 7;
};

} // namespace majlis::viewmodels

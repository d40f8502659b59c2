// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <algorithm>
#include <vector>

namespace majlis::viewmodels
{

/// The base of the short list models (tens to hundreds of rows): rows of one value type with a stable key, replaced as
/// a whole. `setRows` turns the difference into exact inserts, removes, moves and data changes, so that a list keeps
/// its scroll position, focus and selection when it is refreshed. GUI thread.
template <class Row>
class RowsModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
            return {};
        }
        return value(m_rows[static_cast<std::size_t>(index.row())], role);
    }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row *at(int row) const
    {
        return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
    }

    void setRows(std::vector<Row> next)
    {
        removeMissing(next);
        for (std::size_t i = 0; i < next.size(); ++i) {
            place(static_cast<int>(i), next[i]);
        }
    }

protected:
    /// What `role` shows of a row; invalid for roles that it has not. O(1), no side effects.
    [[nodiscard]] virtual QVariant value(const Row &row, int role) const = 0;
    /// True when both rows are the same thing, perhaps with other values.
    [[nodiscard]] virtual bool isSame(const Row &left, const Row &right) const = 0;

private:
    [[nodiscard]] int find(const std::vector<Row> &rows, const Row &row, std::size_t from) const
    {
        for (std::size_t i = from; i < rows.size(); ++i) {
            if (isSame(rows[i], row)) {
                return static_cast<int>(i);
            }
        }
        return -1;
    }
    void removeMissing(const std::vector<Row> &next)
    {
        for (int i = rowCount() - 1; i >= 0; --i) {
            if (find(next, m_rows[static_cast<std::size_t>(i)], 0) < 0) {
                beginRemoveRows({}, i, i);
                m_rows.erase(m_rows.begin() + i);
                endRemoveRows();
            }
        }
    }
    void place(int target, Row &row)
    {
        const int present = find(m_rows, row, static_cast<std::size_t>(target));
        if (present < 0) {
            beginInsertRows({}, target, target);
            m_rows.insert(m_rows.begin() + target, std::move(row));
            endInsertRows();
            return;
        }
        if (present != target) {
            beginMoveRows({}, present, present, {}, target);
            std::rotate(m_rows.begin() + target, m_rows.begin() + present, m_rows.begin() + present + 1);
            endMoveRows();
        }
        Row &held = m_rows[static_cast<std::size_t>(target)];
        if (!(held == row)) {
            held = std::move(row);
            Q_EMIT dataChanged(index(target), index(target));
        }
    }

    std::vector<Row> m_rows;
};

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/labelmodel.h"

#include <algorithm>

namespace majlis::graph3d
{

void LabelModel::removeAllBut(std::span<const Label> labels)
{
    for (std::size_t row = m_labels.size(); row-- > 0;) {
        const bool stays
            = std::ranges::any_of(labels, [&](const Label &label) { return label.index == m_labels[row].index; });
        if (stays)
            continue;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_labels.erase(m_labels.begin() + static_cast<std::ptrdiff_t>(row));
        endRemoveRows();
    }
}

void LabelModel::setLabels(std::span<const Label> labels)
{
    removeAllBut(labels);
    std::vector<Label> added;
    int firstChanged = -1;
    int lastChanged = -1;
    for (const Label &label : labels) {
        const auto known = std::ranges::find_if(m_labels, [&](const Label &old) { return old.index == label.index; });
        if (known == m_labels.end()) {
            added.push_back(label);
        } else if (!(*known == label)) {
            *known = label;
            const int row = static_cast<int>(known - m_labels.begin());
            firstChanged = firstChanged < 0 ? row : std::min(firstChanged, row);
            lastChanged = std::max(lastChanged, row);
        }
    }
    if (firstChanged >= 0)
        Q_EMIT dataChanged(index(firstChanged), index(lastChanged));
    if (added.empty())
        return;
    const int first = static_cast<int>(m_labels.size());
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    m_labels.insert(m_labels.end(), added.begin(), added.end());
    endInsertRows();
}

int LabelModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_labels.size());
}

QVariant LabelModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Label &label = m_labels[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return label.text;
    case XRole:
        return label.place.x();
    case YRole:
        return label.place.y();
    case StrongRole:
        return label.strong;
    case OpacityRole:
        return label.opacity;
    default:
        return {};
    }
}

QHash<int, QByteArray> LabelModel::roleNames() const
{
    return {
        {TextRole, "text_"}, {XRole, "labelX"}, {YRole, "labelY"}, {StrongRole, "strong"}, {OpacityRole, "strength"}};
}

} // namespace majlis::graph3d

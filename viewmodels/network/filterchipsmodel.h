// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QString>
#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// One thing that is on, in words.
struct FilterChip {
    int part = 0; ///< NetworkFilterViewModel::Part
    QString text; ///< "Verified", "At least 1,000"
    bool operator==(const FilterChip &) const = default;
};

/// The filters that are on.
class FilterChipsModel : public RowsModel<FilterChip>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by NetworkFilterViewModel")

public:
    enum Role {
        PartRole = Qt::UserRole + 1, ///< int
        TextRole, ///< QString
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;

    [[nodiscard]] QHash<int, QByteArray> roleNames() const override
    {
        static const QHash<int, QByteArray> names{{PartRole, "part"}, {TextRole, "label"}};
        return names;
    }

protected:
    [[nodiscard]] QVariant value(const FilterChip &row, int role) const override
    {
        return role == PartRole                           ? QVariant(row.part)
            : role == TextRole || role == Qt::DisplayRole ? QVariant(row.text)
                                                          : QVariant();
    }
    [[nodiscard]] bool isSame(const FilterChip &left, const FilterChip &right) const override
    {
        return left.part == right.part;
    }
};

} // namespace majlis::viewmodels

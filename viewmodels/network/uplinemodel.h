// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// Somebody on the way from a person up to the root.
struct UplineRow {
    int node = -1;
    QString name; ///< plain text, untrusted; the short address where there is none
    bool hasName = false;
    QString address; ///< in full
    int level = 0; ///< 0: the root
    bool operator==(const UplineRow &) const = default;
};

/// Who brought the selected person, nearest first.
class UplineModel : public RowsModel<UplineRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by NetworkViewModel")

public:
    enum Role {
        NodeIndexRole = Qt::UserRole + 1, ///< int: for NetworkViewModel.selectAndFly
        NameRole, ///< QString
        HasNameRole, ///< bool: false, the name is an address
        AddressRole, ///< QString
        LevelRole, ///< int
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const UplineRow &row, int role) const override;
    [[nodiscard]] bool isSame(const UplineRow &left, const UplineRow &right) const override
    {
        return left.node == right.node;
    }
};

} // namespace majlis::viewmodels

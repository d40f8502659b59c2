// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QString>
#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// A branch that was gathered to be compared: a person and everyone below.
struct BranchRow {
    int node = -1;
    QString name; ///< of the person
    QString people; ///< below, levels 1..7
    QString strength;
    bool operator==(const BranchRow &) const = default;
};

class BranchesModel : public RowsModel<BranchRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by BranchesViewModel")

public:
    enum Role {
        NodeIndexRole = Qt::UserRole + 1, ///< int
        NameRole, ///< QString
        PeopleRole, ///< QString
        StrengthRole, ///< QString
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const BranchRow &row, int role) const override;
    [[nodiscard]] bool isSame(const BranchRow &left, const BranchRow &right) const override
    {
        return left.node == right.node;
    }
};

/// One fact of two branches side by side.
struct ComparedRow {
    QString key;
    QString label;
    QString left;
    QString right;
    int larger = 0; ///< -1 the left, 1 the right, 0 neither
    bool operator==(const ComparedRow &) const = default;
};

class ComparedModel : public RowsModel<ComparedRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by BranchesViewModel")

public:
    enum Role {
        LabelRole = Qt::UserRole + 1, ///< QString
        LeftRole, ///< QString
        RightRole, ///< QString
        LargerRole, ///< int
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const ComparedRow &row, int role) const override;
    [[nodiscard]] bool isSame(const ComparedRow &left, const ComparedRow &right) const override
    {
        return left.key == right.key;
    }
};

} // namespace majlis::viewmodels

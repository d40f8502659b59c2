// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// One rank.
struct RankRow {
    int rank = 0;
    QString address;
    QString addressText;
    QString name; ///< plain text, untrusted; empty when not set
    bool verified = false;
    QString chain;
    QString value; ///< what is ranked by, formatted with its unit
    QString valueExact;
    QString balance;
    QString move; ///< "▲ 3", "▼ 1", "–" unchanged, "new"
    int moveSign = 0; ///< -1, 0, +1
    bool self = false;
    bool operator==(const RankRow &) const = default;
};

class RanksModel : public RowsModel<RankRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by LeaderboardViewModel")

public:
    enum Role {
        RankRole = Qt::UserRole + 1, ///< int
        AddressRole, ///< QString
        AddressTextRole, ///< QString
        NameRole, ///< QString
        VerifiedRole, ///< bool
        ChainRole, ///< QString
        ValueTextRole, ///< QString
        ValueExactRole, ///< QString
        BalanceRole, ///< QString
        MoveTextRole, ///< QString
        MoveSignRole, ///< int
        SelfRole, ///< bool: the signed-in account
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const RankRow &row, int role) const override;
    [[nodiscard]] bool isSame(const RankRow &left, const RankRow &right) const override
    {
        return left.address == right.address;
    }
};

} // namespace majlis::viewmodels

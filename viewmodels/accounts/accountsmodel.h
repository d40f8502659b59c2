// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// One account of the wallet, as it is shown.
struct AccountRow {
    enum class Origin {
        Derived, ///< from the recovery phrase
        Imported, ///< a key of its own: the phrase does not bring it back
        Watched, ///< an address without a key
    };
    int id = -1; ///< wallet::AccountId
    QString name;
    QString address; ///< in full
    QString addressText; ///< shortened
    QString chains; ///< "Base and Arbitrum", "Solana"
    Origin origin = Origin::Derived;
    bool isSolana = false;
    bool isHidden = false;
    bool isCurrent = false; ///< the one that platforms are used with
    bool operator==(const AccountRow &) const = default;
};

/// The accounts of the open wallet, in the wallet's order.
class AccountsModel : public RowsModel<AccountRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a view model")

public:
    enum Origin { Derived, Imported, Watched };
    Q_ENUM(Origin)
    enum Role {
        AccountIdRole = Qt::UserRole + 1, ///< int
        NameRole, ///< QString: the user's
        AddressRole, ///< QString
        AddressTextRole, ///< QString
        ChainsRole, ///< QString
        SolanaRole, ///< bool
        HiddenRole, ///< bool
        CurrentRole, ///< bool
        OriginRole, ///< AccountsModel.Origin
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const AccountRow &row, int role) const override;
    [[nodiscard]] bool isSame(const AccountRow &left, const AccountRow &right) const override
    {
        return left.id == right.id;
    }
};

} // namespace majlis::viewmodels

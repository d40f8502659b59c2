// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// Somebody in the address book.
struct ContactRow {
    QString address; ///< in full
    QString addressText; ///< shortened
    QString name; ///< the user's; empty: paid, but never named
    QString note;
    QString paid; ///< "Paid 3 times, 2 days ago", empty: never
    QString chains; ///< "Base and Arbitrum", "Solana"
    bool operator==(const ContactRow &) const = default;
};

class ContactsModel : public RowsModel<ContactRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a view model")

public:
    enum Role {
        AddressRole = Qt::UserRole + 1, ///< QString
        AddressTextRole, ///< QString
        NameRole, ///< QString
        NoteRole, ///< QString
        PaidRole, ///< QString
        ChainsRole, ///< QString
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const ContactRow &row, int role) const override;
    [[nodiscard]] bool isSame(const ContactRow &left, const ContactRow &right) const override
    {
        return left.address == right.address;
    }
};

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/addressbook/contactsmodel.h"

namespace majlis::viewmodels
{

QHash<int, QByteArray> ContactsModel::roleNames() const
{
    static const QHash<int, QByteArray> names{{AddressRole, "address"}, {AddressTextRole, "addressText"},
        {NameRole, "name"}, {NoteRole, "note"}, {PaidRole, "paid"}, {ChainsRole, "chains"}};
    return names;
}

QVariant ContactsModel::value(const ContactRow &row, int role) const
{
    switch (role) {
    case AddressRole:
        return row.address;
    case AddressTextRole:
        return row.addressText;
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case NoteRole:
        return row.note;
    case PaidRole:
        return row.paid;
    case ChainsRole:
        return row.chains;
    default:
        return {};
    }
}

} // namespace majlis::viewmodels

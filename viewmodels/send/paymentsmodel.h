// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// A payment that was signed here.
struct PaymentRow {
    QString id; ///< hash or first signature, in full
    QString amount; ///< "12.5 MJG"
    QString recipient; ///< in full
    QString name; ///< by the address book; empty: not in it
    QString network;
    QString state; ///< in words
    int tone = 0; ///< PaymentsModel::Tone
    QString age; ///< "4 min ago"
    QString signedAt; ///< exact local time
    QString problem; ///< what is wrong with the node, or what the chain said; empty: nothing
    bool canLook = false;
    bool canGiveUp = false;
    bool busy = false; ///< a node is being asked
    bool operator==(const PaymentRow &) const = default;
};

class PaymentsModel : public RowsModel<PaymentRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a view model")

public:
    enum Tone {
        Waiting, ///< its end is open
        Good, ///< it is on the chain
        Bad, ///< it is not, or did nothing
        Uncertain, ///< nobody can say, or nobody answers
    };
    Q_ENUM(Tone)
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString
        AmountRole, ///< QString
        RecipientRole, ///< QString
        NameRole, ///< QString
        NetworkRole, ///< QString
        StateRole, ///< QString
        ToneRole, ///< int, PaymentsModel::Tone
        AgeRole, ///< QString
        SignedAtRole, ///< QString
        ProblemRole, ///< QString
        CanLookRole, ///< bool
        CanGiveUpRole, ///< bool
        BusyRole, ///< bool
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const PaymentRow &row, int role) const override;
    [[nodiscard]] bool isSame(const PaymentRow &left, const PaymentRow &right) const override
    {
        return left.id == right.id;
    }
};

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"
#include "viewmodels/common/values.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// What the account holds on one chain.
struct ChainRow {
    QString chain; ///< "base"
    QString name; ///< "Base"
    QString balance; ///< formatted, or "–" when not known
    QString balanceExact; ///< all digits, for the tool tip
    QString value; ///< in US dollars, empty without a price
    double share = 0; ///< 0..1 of the total, for the bar
    QString rebaseIn; ///< "in 5 h 12 min", "paused", or "–"
    QString rebaseAt; ///< exact local time
    QString rebaseLast; ///< "Epoch 42: +12.5, 3 h ago", empty before the first
    Freshness freshness;
    bool operator==(const ChainRow &) const = default;
};

class ChainsModel : public RowsModel<ChainRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by HomeViewModel")

public:
    enum Role {
        ChainRole = Qt::UserRole + 1, ///< QString: the contract's name
        NameRole, ///< QString
        BalanceRole, ///< QString
        BalanceExactRole, ///< QString
        ValueTextRole, ///< QString
        ShareRole, ///< double
        RebaseInRole, ///< QString
        RebaseAtRole, ///< QString
        RebaseLastRole, ///< QString
        FreshnessRole, ///< Freshness
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const ChainRow &row, int role) const override;
    [[nodiscard]] bool isSame(const ChainRow &left, const ChainRow &right) const override
    {
        return left.chain == right.chain;
    }
};

/// One of the three terms of network strength (domain.md 1.2).
struct StrengthTerm {
    QString key; ///< "descendants", "balance", "depth"
    QString name; ///< "People"
    QString value; ///< the term, two digits, or "–"
    QString basis; ///< what it comes from: "1,204 people in 7 levels"
    QString explanation; ///< the formula in words and what would raise it
    double share = 0; ///< 0..1 of the score
    bool operator==(const StrengthTerm &) const = default;
};

class StrengthModel : public RowsModel<StrengthTerm>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by HomeViewModel")

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< QString
        ValueTextRole, ///< QString
        BasisRole, ///< QString
        ExplanationRole, ///< QString
        ShareRole, ///< double
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const StrengthTerm &row, int role) const override;
    [[nodiscard]] bool isSame(const StrengthTerm &left, const StrengthTerm &right) const override
    {
        return left.key == right.key;
    }
};

/// Somebody who joined the user's network.
struct JoinRow {
    QString address; ///< canonical
    QString addressText; ///< grouped and shortened
    QString name; ///< plain text, untrusted; empty when not set
    int depth = 0; ///< levels below the user
    QString joined; ///< "4 min ago"
    QString joinedAt; ///< exact local time
    bool verified = false;
    bool isNew = false; ///< arrived while the program was running
    bool operator==(const JoinRow &) const = default;
};

class JoinsModel : public RowsModel<JoinRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by HomeViewModel")

public:
    enum Role {
        AddressRole = Qt::UserRole + 1, ///< QString
        AddressTextRole, ///< QString
        NameRole, ///< QString
        DepthRole, ///< int
        JoinedRole, ///< QString
        JoinedAtRole, ///< QString
        VerifiedRole, ///< bool
        IsNewRole, ///< bool
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const JoinRow &row, int role) const override;
    [[nodiscard]] bool isSame(const JoinRow &left, const JoinRow &right) const override
    {
        return left.address == right.address;
    }
};

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// Something that somebody may take, as it is shown.
struct ApprovalRow {
    QString id;
    QString chain; ///< "Base"
    QString what; ///< "USDC", "Item 7 of a collection", "All of a collection"
    QString amount; ///< "Unlimited", "12.5 USDC", "Unknown amount"; empty for items
    QString contract; ///< in full
    QString spender; ///< in full
    QString spenderName; ///< of a known contract or somebody in the address book; empty: unknown
    QString age; ///< "4 min ago", "Age unknown"
    bool isUnlimited = false;
    bool isRevoking = false;
    bool operator==(const ApprovalRow &) const = default;
};

/// What the account allows on the chains that were asked, the unlimited ones first.
class ApprovalsModel : public RowsModel<ApprovalRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a view model")

public:
    enum Role {
        ApprovalIdRole = Qt::UserRole + 1, ///< QString
        ChainRole, ///< QString
        WhatRole, ///< QString
        AmountRole, ///< QString
        ContractRole, ///< QString
        SpenderRole, ///< QString
        SpenderNameRole, ///< QString
        AgeRole, ///< QString
        UnlimitedRole, ///< bool
        RevokingRole, ///< bool
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const ApprovalRow &row, int role) const override;
    [[nodiscard]] bool isSame(const ApprovalRow &left, const ApprovalRow &right) const override
    {
        return left.id == right.id;
    }
};

/// A chain, and what is known of it.
struct ApprovalChainRow {
    int position = 0; ///< among the chains that the wallet knows
    QString name;
    QString node; ///< its address; empty: none
    QString text; ///< "2 approvals; that is all there is", "Unknown: no node"
    bool isLoading = false;
    bool isFailed = false;
    bool operator==(const ApprovalChainRow &) const = default;
};

/// The EVM chains of the platforms.
class ApprovalChainsModel : public RowsModel<ApprovalChainRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a view model")

public:
    enum Role {
        PositionRole = Qt::UserRole + 1, ///< int
        NameRole, ///< QString
        NodeRole, ///< QString
        TextRole, ///< QString
        LoadingRole, ///< bool
        FailedRole, ///< bool
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const ApprovalChainRow &row, int role) const override;
    [[nodiscard]] bool isSame(const ApprovalChainRow &left, const ApprovalChainRow &right) const override
    {
        return left.position == right.position;
    }
};

} // namespace majlis::viewmodels

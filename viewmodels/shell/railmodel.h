// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"
#include "viewmodels/shell/page.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// One entry of the navigation rail.
struct RailItem {
    page::Id page = page::Id::Home;
    QString label;
    QString icon; ///< name in the icon set, such as `house`
    QString shortcut; ///< as Qt writes it: "Ctrl+1"
    bool enabled = true;
    bool current = false;
    bool operator==(const RailItem &) const = default;
};

/// The pages of the navigation rail, top to bottom.
class RailModel : public RowsModel<RailItem>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by ShellViewModel")

public:
    enum Role {
        PageRole = Qt::UserRole + 1, ///< PageId
        LabelRole, ///< QString
        IconNameRole, ///< QString
        ShortcutRole, ///< QString
        AvailableRole, ///< bool: false is shown, but cannot be opened yet
        CurrentRole, ///< bool
    };
    Q_ENUM(Role)

    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const RailItem &row, int role) const override;
    [[nodiscard]] bool isSame(const RailItem &left, const RailItem &right) const override;
};

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// A session with a platform, as it is shown.
struct SessionRow {
    QString id;
    QString platform; ///< "HABIBI"
    QString name; ///< of the connection
    QString url;
    QString account; ///< its name and shortened address
    bool isOpen = false;
    bool isEnding = false;
    bool operator==(const SessionRow &) const = default;
};

/// The sessions with all platforms, the open ones first.
class SessionsModel : public RowsModel<SessionRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a view model")

public:
    enum Role {
        SessionIdRole = Qt::UserRole + 1, ///< QString
        PlatformRole, ///< QString
        NameRole, ///< QString
        UrlRole, ///< QString
        AccountRole, ///< QString
        OpenRole, ///< bool
        EndingRole, ///< bool
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const SessionRow &row, int role) const override;
    [[nodiscard]] bool isSame(const SessionRow &left, const SessionRow &right) const override
    {
        return left.id == right.id;
    }
};

} // namespace majlis::viewmodels

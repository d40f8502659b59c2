// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// One platform that the program can talk to.
struct ConnectionRow {
    enum class Kind { Platform, Sandbox };
    enum class State { Unknown, Testing, Good, Failed, Stopped };
    QString id;
    QString name;
    QString url; ///< empty for a sandbox that is not running
    Kind kind = Kind::Platform;
    State state = State::Unknown;
    QString stateText; ///< "Ready, answers in 12 ms", "Not running", "Does not answer"
    bool current = false;
    bool operator==(const ConnectionRow &) const = default;
};

class ConnectionsModel : public RowsModel<ConnectionRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by ConnectionsViewModel")

public:
    enum Kind { Platform, Sandbox };
    Q_ENUM(Kind)
    enum State { Unknown, Testing, Good, Failed, Stopped };
    Q_ENUM(State)
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString
        NameRole, ///< QString
        UrlRole, ///< QString
        KindRole, ///< ConnectionsModel.Kind
        StateRole, ///< ConnectionsModel.State
        StateTextRole, ///< QString
        CurrentRole, ///< bool
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const ConnectionRow &row, int role) const override;
    [[nodiscard]] bool isSame(const ConnectionRow &left, const ConnectionRow &right) const override
    {
        return left.id == right.id;
    }
};

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowsmodel.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// One kind of recent failure.
struct ErrorRow {
    QString key;
    QString when; ///< "2 min ago"
    QString whenExact;
    QString where; ///< "GET /users/{address}"
    QString title;
    QString detail; ///< for developers; no secrets
    int count = 1;
    bool operator==(const ErrorRow &) const = default;
};

class ErrorsModel : public RowsModel<ErrorRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by DiagnosticsViewModel")

public:
    enum Role {
        WhenRole = Qt::UserRole + 1, ///< QString
        WhenExactRole, ///< QString
        WhereRole, ///< QString
        TitleRole, ///< QString
        DetailRole, ///< QString
        CountRole, ///< int
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const ErrorRow &row, int role) const override;
    [[nodiscard]] bool isSame(const ErrorRow &left, const ErrorRow &right) const override
    {
        return left.key == right.key;
    }
};

/// How one stream is doing.
struct FeedRow {
    enum class State { Closed, Connecting, Live, Quiet, Stale };
    QString stream; ///< "balance:0x70…79C8"
    State state = State::Closed;
    QString stateText;
    QString dialect; ///< "Socket.IO", "WebSocket", "GraphQL"
    QString latency; ///< measured from the server's time stamp or the ping: "12 ms", "–"
    QString lastMessage; ///< "4 s ago", "–"
    QString received; ///< messages
    QString gaps; ///< sequence gaps since start
    bool operator==(const FeedRow &) const = default;
};

class FeedsModel : public RowsModel<FeedRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by DiagnosticsViewModel")

public:
    enum State { Closed, Connecting, Live, Quiet, Stale };
    Q_ENUM(State)
    enum Role {
        StreamRole = Qt::UserRole + 1, ///< QString
        StateRole, ///< FeedsModel.State
        StateTextRole, ///< QString
        DialectRole, ///< QString
        LatencyRole, ///< QString
        LastMessageRole, ///< QString
        ReceivedRole, ///< QString
        GapsRole, ///< QString
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const FeedRow &row, int role) const override;
    [[nodiscard]] bool isSame(const FeedRow &left, const FeedRow &right) const override
    {
        return left.stream == right.stream;
    }
};

/// A name and what it is, such as a library and its version.
struct FactRow {
    QString name;
    QString text;
    bool operator==(const FactRow &) const = default;
};

class FactsModel : public RowsModel<FactRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by DiagnosticsViewModel")

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< QString
        TextRole, ///< QString
    };
    Q_ENUM(Role)
    using RowsModel::RowsModel;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const FactRow &row, int role) const override;
    [[nodiscard]] bool isSame(const FactRow &left, const FactRow &right) const override
    {
        return left.name == right.name;
    }
};

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "viewmodels/common/rowsmodel.h"

#include <QtQml/qqmlregistration.h>

namespace majlis::viewmodels
{

/// One notice at the edge of the window.
struct Toast {
    enum class Kind { Info, Success, Warning, Failure };
    int id = 0;
    QString key; ///< notices with the same key collapse into one with a count
    Kind kind = Kind::Info;
    QString title;
    QString text;
    int count = 1;
    bool operator==(const Toast &) const = default;
};

/// Notices, newest first. A repeated failure raises the count of its notice instead of adding one, and a failure that
/// goes on after being dismissed comes back after a growing while (5 s, doubling to 10 min).
class ToastModel : public RowsModel<Toast>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by ShellViewModel")

public:
    enum Kind { Info, Success, Warning, Failure };
    Q_ENUM(Kind)
    enum Role {
        IdRole = Qt::UserRole + 1, ///< int
        KindRole, ///< ToastModel.Kind
        TitleRole, ///< QString
        TextRole, ///< QString
        CountRole, ///< int: how often it happened, 1 for once
    };
    Q_ENUM(Role)

    explicit ToastModel(const Clock &clock, QObject *parent = nullptr);

    Q_INVOKABLE void dismiss(int id);
    void show(Toast::Kind kind, const QString &key, const QString &title, const QString &text = {});
    /// What `key` reported is over: its notice goes and its window starts small again.
    void settle(const QString &key);

    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const Toast &row, int role) const override;
    [[nodiscard]] bool isSame(const Toast &left, const Toast &right) const override;

private:
    struct Quiet {
        std::chrono::milliseconds until{0};
        std::chrono::milliseconds window{0};
    };
    const Clock &m_clock;
    QHash<QString, Quiet> m_quiet;
    int m_lastId = 0;
};

} // namespace majlis::viewmodels

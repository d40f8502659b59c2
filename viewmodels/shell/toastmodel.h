// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "viewmodels/common/rowsmodel.h"

#include <QHash>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

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
/// A notice leaves by itself when there was time to read it; a failure stays until it is dismissed or settled.
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

    /// How long a notice stays: by the length of what it says; none for failures.
    [[nodiscard]] static std::optional<std::chrono::milliseconds> readingTime(const Toast &toast);

    Q_INVOKABLE void dismiss(int id);
    /// The pointer or the keyboard is on it: its time stands still until it is let go.
    Q_INVOKABLE void hold(int id, bool held);
    /// Takes away what has been there long enough. A timer does it; call it in tests.
    void expire();
    void show(Toast::Kind kind, const QString &key, const QString &title, const QString &text = {});
    /// What `key` reported is over: its notice goes and its window starts small again.
    void settle(const QString &key);

    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const Toast &row, int role) const override;
    [[nodiscard]] bool isSame(const Toast &left, const Toast &right) const override;

private:
    struct Stay {
        std::chrono::milliseconds left{0}; ///< at `since`
        std::chrono::milliseconds since{0}; ///< monotonic
        bool held = false;
        [[nodiscard]] std::chrono::milliseconds leftAt(std::chrono::milliseconds now) const
        {
            return held ? left : left - (now - since);
        }
    };
    struct Quiet {
        std::chrono::milliseconds until{0};
        std::chrono::milliseconds window{0};
    };
    void stay(const Toast &toast);
    void arm();

    const Clock &m_clock;
    QHash<int, Stay> m_stays; ///< of the notices that leave by themselves
    QTimer m_timer; ///< single shot, to the next that is due
    QHash<QString, Quiet> m_quiet;
    int m_lastId = 0;
};

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QSize>
#include <QTimer>

#include <optional>

class QWindow;

namespace majlis::store
{
class Settings;
}

namespace majlis::client
{

/// Remembers size, maximised state and (where the desktop lets a program place itself) position of the main window.
/// A remembered place that no screen shows any more is not used.
class WindowState : public QObject
{
    Q_OBJECT

public:
    explicit WindowState(store::Settings &settings, QObject *parent = nullptr);

    /// Applies what is remembered, or `size`, then follows the window.
    void attach(QWindow &window, std::optional<QSize> size);

private:
    void restore(QWindow &window);
    void save();

    store::Settings &m_settings;
    QPointer<QWindow> m_window;
    QTimer m_settled;
};

} // namespace majlis::client

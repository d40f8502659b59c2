// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/desktop/clipboardguard.h"
#include "app/client/desktop/desktoplink.h"
#include "app/client/windowstate.h"
#include "wallet/walletservice.h"

#include <QObject>
#include <QPointer>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QStringList>

#include <memory>
#include <optional>

namespace majlis::client
{

struct AppServices;

/// The QML engine and the main window over the services. Ages and countdowns move while the window is on show; input
/// keeps the wallet from locking itself.
class ShellWindow : public QObject
{
    Q_OBJECT

public:
    explicit ShellWindow(AppServices &services, QObject *parent = nullptr);
    ~ShellWindow() override;

    /// False when Main.qml does not load; the reasons are in warnings().
    [[nodiscard]] bool load(std::optional<QSize> size);
    /// Before load(): the window waits for this instead of any word about the wallet, because somebody is opening it.
    void awaitWallet(wallet::WalletService::State state) { m_awaited = state; }
    [[nodiscard]] QQuickWindow *window() const { return m_window; }
    /// What the QML engine complained about since the start; in a sound program nothing.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }
    void bringToFront();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showWhenPageIsKnown();
    [[nodiscard]] bool isPageKnown() const;

    AppServices &m_services;
    WindowState m_state;
    DesktopLink m_desktop;
    std::optional<wallet::WalletService::State> m_awaited;
    std::unique_ptr<QObject> m_waiting; ///< for the word that shows the window
    ClipboardGuard m_clipboard;
    QStringList m_warnings;
    QQmlApplicationEngine m_engine;
    QPointer<QQuickWindow> m_window;
};

} // namespace majlis::client

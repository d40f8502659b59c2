// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/shellwindow.h"

#include "app/client/appservices.h"

#include <QGuiApplication>
#include <QTimer>

#include <chrono>

namespace majlis::client
{

using namespace Qt::StringLiterals;

namespace
{
constexpr std::chrono::milliseconds longestWithoutWindow{300};
}

ShellWindow::ShellWindow(AppServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_state(services.settings)
    , m_desktop(services)
    , m_clipboard(desktopClipboard())
{
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
    connect(&m_engine, &QQmlApplicationEngine::warnings, this, [this](const QList<QQmlError> &warnings) {
        for (const QQmlError &warning : warnings) {
            m_warnings += warning.toString();
        }
    });
    connect(&services.root, &viewmodels::RootViewModel::copyRequested, &m_clipboard, &ClipboardGuard::copy);
    connect(&services.root, &viewmodels::RootViewModel::copySecretRequested, &m_clipboard,
        [this](const std::shared_ptr<wallet::SecretBytes> &text) { m_clipboard.copySecret(*text); });
    qApp->installEventFilter(this);
}

ShellWindow::~ShellWindow()
{
    m_services.ticker.setRunning(false);
}

bool ShellWindow::load(std::optional<QSize> size)
{
    m_engine.setInitialProperties({{u"viewModel"_s, QVariant::fromValue(&m_services.root)}});
    m_engine.load(QUrl(u"qrc:/qt/qml/Majlis/Main.qml"_s));
    m_window
        = m_engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(m_engine.rootObjects().front());
    if (!m_window) {
        return false;
    }
    m_state.attach(*m_window, size);
    const auto follow = [this] {
        m_services.ticker.setRunning(m_window && m_window->isVisible() && m_window->visibility() != QWindow::Minimized);
    };
    connect(m_window, &QWindow::visibilityChanged, this, follow);
    showWhenPageIsKnown();
    return true;
}

bool ShellWindow::isPageKnown() const
{
    const auto state = m_services.wallet.state();
    return m_awaited ? state == *m_awaited : state != wallet::WalletService::State::Unknown;
}

void ShellWindow::showWhenPageIsKnown()
{
    // The signer looks at the wallet's file while QML loads: waiting for its word spares a first frame of another page.
    if (isPageKnown()) {
        m_window->show();
        return;
    }
    m_waiting = std::make_unique<QObject>();
    const auto reveal = [this] {
        if (m_waiting) {
            m_waiting.release()->deleteLater(); // this runs inside one of its slots
            m_window->show();
        }
    };
    connect(
        &m_services.wallet, &wallet::WalletService::stateChanged, m_waiting.get(),
        [this, reveal] {
            if (isPageKnown()) {
                reveal();
            }
        },
        Qt::QueuedConnection);
    QTimer::singleShot(longestWithoutWindow, m_waiting.get(), reveal);
}

void ShellWindow::bringToFront()
{
    if (m_window) {
        m_window->setWindowStates(m_window->windowStates() & ~Qt::WindowMinimized);
        m_window->show();
        m_window->raise();
        m_window->requestActivate();
    }
}

bool ShellWindow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        m_services.root.shell()->noteActivity();
        break;
    case QEvent::ApplicationPaletteChange:
        m_desktop.followTheme();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace majlis::client

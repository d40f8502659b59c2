// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/desktop/desktoplink.h"

#include "app/client/appservices.h"
#ifdef MAJLIS_DBUS
#include "app/client/desktop/desktoptheme.h"
#include "app/client/desktop/sessionwatch.h"
#endif

#include <QGuiApplication>
#include <QPalette>
#include <QTimer>

#include <optional>

namespace majlis::client
{

namespace
{
constexpr int halfBright = 128;
}

#ifndef MAJLIS_DBUS
class DesktopTheme
{
};
class SessionWatch
{
};
#endif

DesktopLink::DesktopLink(AppServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    followTheme();
    QTimer::singleShot(0, this, &DesktopLink::connectBuses);
}

DesktopLink::~DesktopLink() = default;

void DesktopLink::followTheme()
{
    std::optional<bool> dark;
#ifdef MAJLIS_DBUS
    dark = m_theme ? m_theme->prefersDark() : std::nullopt;
#endif
    // Qt 6.4 has no colour scheme of the desktop; its palette is that of the desktop's theme.
    m_services.root.setSystemDark(
        dark.value_or(QGuiApplication::palette().color(QPalette::Window).lightness() < halfBright));
}

void DesktopLink::connectBuses()
{
#ifdef MAJLIS_DBUS
    m_theme = std::make_unique<DesktopTheme>(QDBusConnection::sessionBus());
    connect(m_theme.get(), &DesktopTheme::changed, this, &DesktopLink::followTheme);
    m_session = std::make_unique<SessionWatch>(QDBusConnection::systemBus(), QDBusConnection::sessionBus());
    connect(m_session.get(), &SessionWatch::left, &m_services.autoLock, &wallet::AutoLock::lockNow);
#endif
}

} // namespace majlis::client

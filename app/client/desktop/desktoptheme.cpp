// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/desktop/desktoptheme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace majlis::client
{

using namespace Qt::StringLiterals;

namespace
{

const QString portalService = u"org.freedesktop.portal.Desktop"_s;
const QString portalPath = u"/org/freedesktop/portal/desktop"_s;
const QString portalInterface = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString colorScheme = u"color-scheme"_s;

constexpr uint preferDark = 1;
constexpr uint preferLight = 2;

} // namespace

DesktopTheme::DesktopTheme(QDBusConnection session, QObject *parent)
    : QObject(parent)
    , m_session(std::move(session))
{
    if (m_session.isConnected()) {
        m_session.connect(portalService, portalPath, portalInterface, u"SettingChanged"_s, this,
            SLOT(settingChanged(QString, QString, QDBusVariant)));
        read();
    }
}

void DesktopTheme::read()
{
    QDBusMessage message = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, u"Read"_s);
    message.setArguments({appearance, colorScheme});
    auto *watcher = new QDBusPendingCallWatcher(m_session.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError()) {
            take(reply.value().variant());
        }
    });
}

void DesktopTheme::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme) {
        take(value.variant());
    }
}

void DesktopTheme::take(const QVariant &value)
{
    // Read() of older portals wraps the value in one variant more than SettingChanged does.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const uint scheme = inner.toUInt();
    const std::optional<bool> next = scheme == preferDark ? std::optional(true)
        : scheme == preferLight                           ? std::optional(false)
                                                          : std::nullopt;
    if (m_prefersDark != next) {
        m_prefersDark = next;
        Q_EMIT changed();
    }
}

} // namespace majlis::client

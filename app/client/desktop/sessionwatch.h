// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/autolock.h"

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QTimer>

namespace majlis::client
{

/// Says when the user has left: the computer is about to sleep, or the session was locked. Listens to login1 on the
/// system bus (PrepareForSleep, and Lock of this process's session) and to the screen savers of freedesktop and GNOME
/// on the session bus. A bus or service that is not there is nothing to report: idle locking is still in force.
/// Holds sleep back (login1 "delay") for the moment it takes to wipe the keys. GUI thread, never blocks.
class SessionWatch : public QObject
{
    Q_OBJECT

public:
    SessionWatch(QDBusConnection system, QDBusConnection session, QObject *parent = nullptr);

    /// Which object of login1 is listened to for Lock; empty until it is known.
    [[nodiscard]] QString sessionPath() const { return m_sessionPath; }
    [[nodiscard]] bool isHoldingSleep() const { return m_sleepHold.isValid(); }

Q_SIGNALS:
    void left(majlis::wallet::AutoLock::Reason reason);
    void sessionFound();

private Q_SLOTS:
    void prepareForSleep(bool about);
    void sessionLocked();
    void screenSaverChanged(bool active);

private:
    void findSession();
    void findSessionById();
    void findSessionOfUser();
    void takeSession(const QString &path);
    void holdSleep();

    QDBusConnection m_system;
    QDBusConnection m_session;
    QString m_sessionPath;
    QDBusUnixFileDescriptor m_sleepHold;
    QTimer m_release;
};

} // namespace majlis::client

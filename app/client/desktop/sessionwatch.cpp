// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/desktop/sessionwatch.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <chrono>

namespace majlis::client
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const QString loginService = u"org.freedesktop.login1"_s;
const QString loginPath = u"/org/freedesktop/login1"_s;
const QString managerInterface = u"org.freedesktop.login1.Manager"_s;
const QString sessionInterface = u"org.freedesktop.login1.Session"_s;

// login1 waits five seconds at most; locking takes milliseconds, unless a signature is being made.
constexpr auto wipeTime = 500ms;

/// Calls, and gives the answer to `take` unless `context` has gone.
template <class Take>
void call(QDBusConnection bus, const QDBusMessage &message, QObject *context, Take take)
{
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, take] {
        watcher->deleteLater();
        take(watcher->reply());
    });
}

QDBusMessage managerCall(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(loginService, loginPath, managerInterface, method);
    message.setArguments(arguments);
    return message;
}

QString pathIn(const QDBusMessage &reply)
{
    return reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty()
        ? reply.arguments().constFirst().value<QDBusObjectPath>().path()
        : QString();
}

} // namespace

SessionWatch::SessionWatch(QDBusConnection system, QDBusConnection session, QObject *parent)
    : QObject(parent)
    , m_system(std::move(system))
    , m_session(std::move(session))
{
    m_release.setSingleShot(true);
    m_release.setInterval(wipeTime);
    connect(&m_release, &QTimer::timeout, this, [this] { m_sleepHold = {}; });
    if (m_system.isConnected()) {
        m_system.connect(
            loginService, loginPath, managerInterface, u"PrepareForSleep"_s, this, SLOT(prepareForSleep(bool)));
        findSession();
        holdSleep();
    }
    if (m_session.isConnected()) {
        // KDE's is at /ScreenSaver as well as at the path of the specification: any path will do.
        for (const QString &saver : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s}) {
            m_session.connect(saver, {}, saver, u"ActiveChanged"_s, this, SLOT(screenSaverChanged(bool)));
        }
    }
}

void SessionWatch::prepareForSleep(bool about)
{
    if (!about) {
        holdSleep();
        return;
    }
    Q_EMIT left(wallet::AutoLock::Reason::Suspend);
    m_release.start();
}

void SessionWatch::sessionLocked()
{
    Q_EMIT left(wallet::AutoLock::Reason::SessionLocked);
}

void SessionWatch::screenSaverChanged(bool active)
{
    if (active) {
        Q_EMIT left(wallet::AutoLock::Reason::SessionLocked);
    }
}

void SessionWatch::findSession()
{
    const auto pid = static_cast<uint>(QCoreApplication::applicationPid());
    call(m_system, managerCall(u"GetSessionByPID"_s, {pid}), this, [this](const QDBusMessage &reply) {
        const QString path = pathIn(reply);
        path.isEmpty() ? findSessionById() : takeSession(path);
    });
}

void SessionWatch::findSessionById()
{
    // Programs that systemd starts for the user belong to no session; the environment may still name it.
    const QString id = qEnvironmentVariable("XDG_SESSION_ID");
    if (id.isEmpty()) {
        findSessionOfUser();
        return;
    }
    call(m_system, managerCall(u"GetSession"_s, {id}), this, [this](const QDBusMessage &reply) {
        const QString path = pathIn(reply);
        path.isEmpty() ? findSessionOfUser() : takeSession(path);
    });
}

void SessionWatch::findSessionOfUser()
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        loginService, u"/org/freedesktop/login1/user/self"_s, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message.setArguments({u"org.freedesktop.login1.User"_s, u"Display"_s});
    call(m_system, message, this, [this](const QDBusMessage &reply) {
        if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty()) {
            return; // no login1 here
        }
        // A structure of the session's id and its path.
        const QVariant display = reply.arguments().constFirst().value<QDBusVariant>().variant();
        if (!display.canConvert<QDBusArgument>()) {
            return;
        }
        const auto argument = display.value<QDBusArgument>();
        QString id;
        QDBusObjectPath path;
        argument.beginStructure();
        argument >> id >> path;
        argument.endStructure();
        takeSession(path.path());
    });
}

void SessionWatch::takeSession(const QString &path)
{
    m_sessionPath = path;
    m_system.connect(loginService, path, sessionInterface, u"Lock"_s, this, SLOT(sessionLocked()));
    Q_EMIT sessionFound();
}

void SessionWatch::holdSleep()
{
    m_release.stop();
    const QVariantList arguments{u"sleep"_s, u"Majlis"_s, u"Locks the wallet"_s, u"delay"_s};
    call(m_system, managerCall(u"Inhibit"_s, arguments), this, [this](const QDBusMessage &reply) {
        if (reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty()) {
            m_sleepHold = reply.arguments().constFirst().value<QDBusUnixFileDescriptor>();
        }
    });
}

} // namespace majlis::client

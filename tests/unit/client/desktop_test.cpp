// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's words, said by services of this test on a bus of its own.
#include "app/client/desktop/desktoptheme.h"
#include "app/client/desktop/sessionwatch.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

using namespace majlis::client;
using namespace Qt::StringLiterals;
using Reason = majlis::wallet::AutoLock::Reason;

namespace
{

constexpr int patience = 10'000;
const QString sessionPath = u"/org/freedesktop/login1/session/_3test"_s;

/// login1 and the portal, as far as they are asked.
class Login : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    int inhibitors = 0;

public Q_SLOTS:
    QDBusObjectPath GetSessionByPID(uint pid) const
    {
        return QDBusObjectPath(pid == static_cast<uint>(QCoreApplication::applicationPid()) ? sessionPath : u"/"_s);
    }
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &, const QString &, const QString &mode)
    {
        CHECK(what == u"sleep");
        CHECK(mode == u"delay");
        ++inhibitors;
        QFile null(u"/dev/null"_s);
        CHECK(null.open(QIODevice::ReadOnly));
        return QDBusUnixFileDescriptor(null.handle());
    }
};

class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key) const
    {
        CHECK(group == u"org.freedesktop.appearance");
        CHECK(key == u"color-scheme");
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }
};

/// A bus daemon, one connection for the services and one for who listens.
struct Bus {
    Bus()
    {
        daemon.start(u"dbus-daemon"_s,
            {u"--session"_s, u"--nofork"_s, u"--print-address"_s, u"--address=unix:dir="_s + folder.path()});
        REQUIRE(daemon.waitForReadyRead(patience));
        const QString address = QString::fromUtf8(daemon.readLine()).trimmed();
        services = QDBusConnection::connectToBus(address, u"services"_s);
        listener = QDBusConnection::connectToBus(address, u"listener"_s);
        REQUIRE(services.isConnected());
        REQUIRE(listener.isConnected());
    }
    ~Bus()
    {
        QDBusConnection::disconnectFromBus(u"services"_s);
        QDBusConnection::disconnectFromBus(u"listener"_s);
        daemon.terminate();
        daemon.waitForFinished(patience);
    }
    void offer(const QString &service, const QString &path, QObject &object)
    {
        REQUIRE(services.registerObject(path, &object, QDBusConnection::ExportAllSlots));
        REQUIRE(services.registerService(service));
    }
    void say(const QString &path, const QString &interface, const QString &name, const QVariantList &arguments)
    {
        QDBusMessage message = QDBusMessage::createSignal(path, interface, name);
        message.setArguments(arguments);
        REQUIRE(services.send(message));
    }

    QTemporaryDir folder;
    QProcess daemon;
    QDBusConnection services{u"none"_s};
    QDBusConnection listener{u"none"_s};
};

} // namespace

TEST_CASE_METHOD(Bus, "suspend, a locked session and the screen saver each say that the user has left", "[desktop]")
{
    Login login;
    offer(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, login);
    REQUIRE(services.registerService(u"org.freedesktop.ScreenSaver"_s));
    SessionWatch watch(listener, listener);
    std::vector<Reason> reasons;
    QObject::connect(&watch, &SessionWatch::left, &watch, [&reasons](Reason reason) { reasons.push_back(reason); });
    REQUIRE(QTest::qWaitFor([&] { return watch.sessionPath() == sessionPath && watch.isHoldingSleep(); }, patience));

    say(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, {true});
    REQUIRE(QTest::qWaitFor([&] { return reasons.size() == 1; }, patience));
    CHECK(reasons.back() == Reason::Suspend);
    REQUIRE(QTest::qWaitFor([&] { return !watch.isHoldingSleep(); }, patience));
    say(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, {false});
    REQUIRE(QTest::qWaitFor([&] { return watch.isHoldingSleep(); }, patience));
    CHECK(login.inhibitors == 2);
    CHECK(reasons.size() == 1);

    say(u"/org/freedesktop/login1/session/_other"_s, u"org.freedesktop.login1.Session"_s, u"Lock"_s, {});
    say(u"/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s, u"ActiveChanged"_s, {false});
    say(sessionPath, u"org.freedesktop.login1.Session"_s, u"Lock"_s, {});
    REQUIRE(QTest::qWaitFor([&] { return reasons.size() == 2; }, patience));
    CHECK(reasons.back() == Reason::SessionLocked);
    say(u"/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s, u"ActiveChanged"_s, {true});
    REQUIRE(QTest::qWaitFor([&] { return reasons.size() == 3; }, patience));
    CHECK(reasons.back() == Reason::SessionLocked);
}

TEST_CASE_METHOD(Bus, "without login1 nothing is said and nothing fails", "[desktop]")
{
    SessionWatch watch(listener, QDBusConnection(u"no such connection"_s));
    QSignalSpy left(&watch, &SessionWatch::left);
    CHECK_FALSE(left.wait(50));
    CHECK(watch.sessionPath().isEmpty());
    CHECK_FALSE(watch.isHoldingSleep());
}

TEST_CASE_METHOD(Bus, "the portal says which theme the desktop prefers, and when that changes", "[desktop]")
{
    Portal portal;
    portal.scheme = 1;
    offer(u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s, portal);
    DesktopTheme theme(listener);
    REQUIRE(QTest::qWaitFor([&] { return theme.prefersDark() == true; }, patience));
    const auto change = [this](const QString &group, uint scheme) {
        say(u"/org/freedesktop/portal/desktop"_s, u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s,
            {group, u"color-scheme"_s, QVariant::fromValue(QDBusVariant(scheme))});
    };
    QSignalSpy changed(&theme, &DesktopTheme::changed);
    change(u"org.example.other"_s, 2);
    change(u"org.freedesktop.appearance"_s, 2);
    REQUIRE(QTest::qWaitFor([&] { return theme.prefersDark() == false; }, patience));
    CHECK(changed.size() == 1);
    change(u"org.freedesktop.appearance"_s, 0);
    REQUIRE(QTest::qWaitFor([&] { return !theme.prefersDark().has_value(); }, patience));
}

TEST_CASE_METHOD(Bus, "without a portal there is no preference", "[desktop]")
{
    DesktopTheme theme(listener);
    QSignalSpy changed(&theme, &DesktopTheme::changed);
    CHECK_FALSE(changed.wait(50));
    CHECK_FALSE(theme.prefersDark().has_value());
}

#include "desktop_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QStringList>
#include <QTest>
#include <QUrl>

#include <catch2/catch.hpp>

namespace majlis::test
{

/// A real majlis-sandbox on a port of its own; it ends with this object.
class SandboxProcess
{
public:
    explicit SandboxProcess(const QStringList &arguments = {})
    {
        using namespace Qt::StringLiterals;
        m_network.setProxy(QNetworkProxy::NoProxy);
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(QStringLiteral(MAJLIS_BIN_DIR "/majlis-sandbox"),
            QStringList{u"--port"_s, u"0"_s, u"--users"_s, u"300"_s, u"--speed"_s, u"0"_s} + arguments);
        REQUIRE(QTest::qWaitFor([this] { return m_process.canReadLine(); }, 20'000));
        m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
        REQUIRE(m_ready["ready"_L1].toBool());
    }
    ~SandboxProcess()
    {
        m_process.kill();
        m_process.waitForFinished(5'000);
    }
    SandboxProcess(const SandboxProcess &) = delete;
    SandboxProcess &operator=(const SandboxProcess &) = delete;

    [[nodiscard]] QUrl url() const { return QUrl(m_ready[QLatin1StringView("rest")].toString()); }

    /// One of the sandbox's own buttons, such as `fault`; the answer's object.
    QJsonObject press(const QString &button, const QJsonObject &body)
    {
        QNetworkRequest request(QUrl(m_ready[QLatin1StringView("control")].toString() + u'/' + button));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        request.setRawHeader("X-Sandbox-Token", m_ready[QLatin1StringView("controlToken")].toString().toLatin1());
        QNetworkReply *reply = m_network.post(request, QJsonDocument(body).toJson());
        REQUIRE(QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000));
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QByteArray answer = reply->readAll();
        reply->deleteLater();
        INFO(button.toStdString() << ": " << answer.toStdString());
        REQUIRE(status == 200);
        return QJsonDocument::fromJson(answer).object();
    }
    void fault(const QString &mode, const QString &path = {}, int argument = -1)
    {
        QJsonObject body{{QStringLiteral("mode"), mode}};
        if (!path.isEmpty())
            body[QStringLiteral("path")] = path;
        if (argument >= 0)
            body[QStringLiteral("arg")] = argument;
        press(QStringLiteral("fault"), body);
    }
    void heal() { fault(QStringLiteral("none")); }

private:
    QProcess m_process;
    QNetworkAccessManager m_network;
    QJsonObject m_ready;
};

} // namespace majlis::test

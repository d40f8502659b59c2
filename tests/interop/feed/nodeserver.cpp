// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/interop/feed/nodeserver.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace majlis::test
{

namespace
{

QJsonObject whole(QNetworkReply *reply)
{
    REQUIRE(QTest::qWaitFor([&] { return reply->isFinished(); }, 5000));
    return QJsonDocument::fromJson(reply->readAll()).object();
}

} // namespace

NodeServer::NodeServer(const QString &script, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"node"_s, QStringList{QStringLiteral(MAJLIS_FEED_DIR "/") + script} + arguments);
    REQUIRE(m_process.waitForStarted());
    REQUIRE(m_process.waitForReadyRead(15'000));
    m_url = QUrl(QJsonDocument::fromJson(m_process.readLine()).object()[u"url"_s].toString());
    m_url.setScheme(u"http"_s);
    REQUIRE(m_url.isValid());
}

NodeServer::~NodeServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(3000))
        m_process.kill();
    m_process.waitForFinished(3000);
}

QJsonObject NodeServer::get(const QString &path) const
{
    QNetworkAccessManager network;
    auto url = m_url;
    url.setPath(path);
    return whole(network.get(QNetworkRequest(url)));
}

QJsonObject NodeServer::post(const QString &path, const QByteArray &body) const
{
    QNetworkAccessManager network;
    auto url = m_url;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain"_s);
    return whole(network.post(request, body));
}

} // namespace majlis::test

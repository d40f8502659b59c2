// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/feeds/feedsession.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

FeedSession::FeedSession(FeedServices services, std::unique_ptr<QWebSocket> socket, const QString &path)
    : m_services(services)
    , m_socket(std::move(socket))
    , m_path(path)
    , m_peer(m_socket->peerAddress().toString())
{
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &FeedSession::take);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &QObject::deleteLater);
}

FeedSession::~FeedSession()
{
    m_services.hub.forget(this);
    m_socket->disconnect(this);
    m_socket.release()->deleteLater(); // it may be in the middle of telling us that it is gone
}

void FeedSession::take(const QString &text)
{
    if (!m_services.limits.count(RateClass::Feed, m_peer, m_services.platform.now()).allowed)
        return close(1008, u"Too many messages"_s);
    onText(text);
}

void FeedSession::send(const QByteArray &frame, bool isEvent)
{
    if (!isEvent || m_services.faults.all().empty()) {
        m_socket->sendTextMessage(QString::fromUtf8(frame));
        return;
    }
    const auto fault = m_services.faults.take(m_path);
    if (!fault) {
        m_socket->sendTextMessage(QString::fromUtf8(frame));
        return;
    }
    if (fault->mode == FaultMode::Drop)
        return abort();
    if (fault->mode == FaultMode::Delay) {
        QTimer::singleShot(
            fault->argument, this, [this, frame] { m_socket->sendTextMessage(QString::fromUtf8(frame)); });
        return;
    }
    m_socket->sendTextMessage(QString::fromUtf8(spoilFrame(frame, *fault)));
}

void FeedSession::close(int code, const QString &reason)
{
    m_services.hub.forget(this);
    m_socket->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
}

void FeedSession::abort()
{
    m_services.hub.forget(this);
    m_socket->abort();
}

bool FeedSession::listen(const ChannelKey &key)
{
    if (!m_channels.contains(key) && !mayListenToMore())
        return false;
    m_channels.insert(key);
    m_services.hub.subscribe(key, this);
    return true;
}

void FeedSession::unlisten(const ChannelKey &key)
{
    m_channels.remove(key);
    m_services.hub.unsubscribe(key, this);
}

} // namespace majlis::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/feeds/feedhub.h"
#include "app/sandbox/http/faults.h"
#include "app/sandbox/http/ratelimiter.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <QWebSocket>

#include <memory>

namespace majlis::sandbox
{

/// What every live connection needs of the platform. All outlive it.
struct FeedServices {
    Platform &platform;
    AuthService &auth;
    FeedHub &hub;
    Faults &faults;
    RateLimiter &limits;
};

/// A live connection, whatever its dialect: owns the socket, counts what the client sends, and spoils what it sends
/// itself when a fault says so. Deletes itself when the socket is gone. One thread.
class FeedSession : public QObject, public FeedSubscriber
{
    Q_OBJECT

public:
    static constexpr int maxSubscriptions = 50;

    FeedSession(FeedServices services, std::unique_ptr<QWebSocket> socket, const QString &path);
    ~FeedSession() override;
    [[nodiscard]] QString peer() const { return m_peer; }

    void abort(); ///< without a close frame

protected:
    virtual void onText(const QString &text) = 0;
    /// Sends a text frame. Events (not answers) are what faults spoil.
    void send(const QByteArray &frame, bool isEvent = false);
    void close(int code, const QString &reason);

    /// Listens to a channel; false: too many already.
    bool listen(const ChannelKey &key);
    void unlisten(const ChannelKey &key);
    [[nodiscard]] bool listens(const ChannelKey &key) const { return m_channels.contains(key); }
    [[nodiscard]] bool mayListenToMore() const { return m_channels.size() < maxSubscriptions; }

    FeedServices m_services;
    std::unique_ptr<QWebSocket> m_socket;

private:
    void take(const QString &text);

    QString m_path;
    QString m_peer;
    QSet<ChannelKey> m_channels;
};

} // namespace majlis::sandbox

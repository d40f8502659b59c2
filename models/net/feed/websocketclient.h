// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/feed/wsreader.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

class QSslSocket;

namespace majlis::net
{

/// How a connection ended. Exactly one of these is the story: an HTTP answer other than 101, a failure below, a close.
struct WsEnd {
    int httpStatus = 0; ///< the upgrade was answered with this
    std::optional<std::chrono::milliseconds> retryAfter; ///< with httpStatus
    std::optional<Error> error; ///< Offline, Timeout, Tls, Malformed
    std::uint16_t closeCode = 0; ///< 1005, 1006 as RFC 6455 has them
    bool byUs = false; ///< we closed, for a fault of the server's when `error` is set
};

/// A WebSocket client for feeds. Qt's own turns every text into UTF-16, and hides the status of a refused upgrade, on
/// which the choice of the dialect depends; hence this one: RFC 6455 without extensions over QSslSocket, certificates
/// checked and never ignored. Lives on one thread with an event loop; reports to one listener.
class WebSocketClient : public QObject
{
    Q_OBJECT

public:
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void socketOpened() = 0;
        /// WsReader::padding bytes behind `text` may be read. It is gone after the call.
        virtual void socketText(std::string_view text) = 0;
        virtual void socketBinary(std::size_t bytes) = 0;
        /// Last call.
        virtual void socketEnded(const WsEnd &end) = 0;
    };
    using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

    WebSocketClient(Listener &listener, std::size_t maxMessageBytes, QObject *parent = nullptr);
    ~WebSocketClient() override;

    /// `url` is ws or wss. An empty subprotocol asks for none.
    void open(const QUrl &url, const QByteArray &subprotocol, const Headers &headers);
    void sendText(std::string_view text);
    /// Closes in an orderly way, within two seconds in any case.
    void close(std::uint16_t code);
    /// Closes with 1000 unless it has ended, never reports again, and deletes itself when all is said. A call from
    /// inside a report is fine.
    void detach();
    /// Leaves what comes in the kernel, which slows the server down; nothing is lost.
    void setPaused(bool paused);

private:
    enum class State { Idle, Connecting, Handshake, Open, Closing, Ended };

    void onConnected();
    void onReadyRead();
    void onDisconnected();
    void readHandshake();
    [[nodiscard]] bool acceptHandshake(const QByteArray &head);
    void readFrames();
    void fail(ErrorCode code, const QString &detail);
    void failFrame(std::uint16_t code);
    void finish(WsEnd end);
    void sendFrame(int opcode, std::string_view payload);

    Listener &m_listener;
    WsReader m_reader;
    std::unique_ptr<QSslSocket> m_socket;
    QTimer m_deadline;
    QUrl m_url;
    QByteArray m_subprotocol;
    Headers m_headers;
    QByteArray m_key;
    QByteArray m_head;
    QByteArray m_out;
    State m_state = State::Idle;
    bool m_paused = false;
    bool m_reading = false;
    bool m_detached = false;
    WsEnd m_end;
};

} // namespace majlis::net

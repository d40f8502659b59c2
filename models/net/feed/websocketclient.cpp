// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/websocketclient.h"

#include "models/net/rategate.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QSslError>
#include <QSslSocket>

#include <array>

namespace majlis::net
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int openWithinMs = 10'000;
constexpr int closeWithinMs = 2'000;
constexpr qsizetype maxHeadBytes = 16LL * 1024;
constexpr qint64 socketBuffer = 1024LL * 1024;
constexpr std::size_t readAtOnce = std::size_t{256} * 1024;
constexpr int opText = 1;
constexpr int opClose = 8;
constexpr int opPong = 10;

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (auto &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

QByteArray headerOf(const QByteArrayList &lines, const QByteArray &lowerCaseName)
{
    for (const auto &line : lines) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == lowerCaseName)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace

WebSocketClient::WebSocketClient(Listener &listener, std::size_t maxMessageBytes, QObject *parent)
    : QObject(parent)
    , m_listener(listener)
    , m_reader(maxMessageBytes)
    , m_socket(std::make_unique<QSslSocket>())
{
    m_deadline.setSingleShot(true);
    m_socket->setReadBufferSize(socketBuffer);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_state == State::Closing)
            finish(m_end);
        else
            fail(ErrorCode::Timeout, u"the WebSocket handshake was not answered"_s);
    });
    connect(m_socket.get(), &QSslSocket::readyRead, this, &WebSocketClient::onReadyRead);
    connect(m_socket.get(), &QSslSocket::disconnected, this, &WebSocketClient::onDisconnected);
    connect(m_socket.get(), &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        QStringList texts;
        for (const auto &error : errors)
            texts += error.errorString();
        fail(ErrorCode::Tls, texts.join("; "_L1));
    });
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (m_state == State::Open || m_state == State::Closing)
            return; // disconnected() follows
        const bool tls = error == QAbstractSocket::SslHandshakeFailedError;
        fail(tls ? ErrorCode::Tls : ErrorCode::Offline, m_socket->errorString());
    });
}

WebSocketClient::~WebSocketClient()
{
    m_state = State::Ended;
    m_socket->disconnect(this);
    m_socket->abort();
}

void WebSocketClient::open(const QUrl &url, const QByteArray &subprotocol, const Headers &headers)
{
    m_url = url;
    m_subprotocol = subprotocol;
    m_headers = headers;
    m_state = State::Connecting;
    m_deadline.start(openWithinMs);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (url.scheme() == "wss"_L1) {
        connect(m_socket.get(), &QSslSocket::encrypted, this, &WebSocketClient::onConnected);
        m_socket->connectToHostEncrypted(url.host(), static_cast<quint16>(url.port(443)));
    } else {
        connect(m_socket.get(), &QAbstractSocket::connected, this, &WebSocketClient::onConnected);
        m_socket->connectToHost(url.host(), static_cast<quint16>(url.port(80)));
    }
}

void WebSocketClient::onConnected()
{
    m_state = State::Handshake;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_key = randomBytes(16).toBase64();
    auto target = m_url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (m_url.hasQuery())
        target += '?' + m_url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray request = "GET " + target + " HTTP/1.1\r\nHost: " + m_url.host(QUrl::FullyEncoded).toLatin1();
    if (m_url.port() > 0)
        request += ':' + QByteArray::number(m_url.port());
    request
        += "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + m_key;
    if (!m_subprotocol.isEmpty())
        request += "\r\nSec-WebSocket-Protocol: " + m_subprotocol;
    request += "\r\nUser-Agent: Majlis/" MAJLIS_VERSION;
    for (const auto &[name, value] : m_headers)
        request += "\r\n" + name + ": " + value;
    m_socket->write(request + "\r\n\r\n");
}

void WebSocketClient::onReadyRead()
{
    if (m_state == State::Handshake)
        readHandshake();
    if (m_state == State::Open || m_state == State::Closing)
        readFrames();
}

void WebSocketClient::readHandshake()
{
    while (m_state == State::Handshake && m_socket->bytesAvailable() > 0) {
        // Line by line, so that frames behind the head stay in the socket.
        const auto line = m_socket->readLine(maxHeadBytes);
        m_head += line;
        if (m_head.size() > maxHeadBytes)
            return fail(ErrorCode::Malformed, u"endless answer to the WebSocket handshake"_s);
        if ((line == "\r\n" || line == "\n") && m_head.size() > line.size()) {
            if (!acceptHandshake(m_head))
                return;
            m_deadline.stop();
            m_head.clear();
            m_state = State::Open;
            m_listener.socketOpened();
        }
    }
}

bool WebSocketClient::acceptHandshake(const QByteArray &head)
{
    auto lines = QByteArray(head).replace("\r\n", "\n").split('\n');
    const auto first = lines.takeFirst().split(' ');
    const int status = first.value(1).toInt();
    if (!first.value(0).startsWith("HTTP/1.") || status < 100) {
        fail(ErrorCode::Malformed, u"the server does not speak HTTP"_s);
        return false;
    }
    if (status != 101) {
        WsEnd end{.httpStatus = status, .retryAfter = {}, .error = {}};
        if (const auto wait = headerOf(lines, "retry-after"); !wait.isEmpty())
            end.retryAfter = retryDelay(wait, {}, {}, {QDateTime::currentMSecsSinceEpoch()});
        finish(end);
        return false;
    }
    const QByteArray salted = m_key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const auto expected = QCryptographicHash::hash(salted, QCryptographicHash::Sha1).toBase64();
    const bool fits = headerOf(lines, "upgrade").toLower() == "websocket"
        && headerOf(lines, "connection").toLower().contains("upgrade")
        && headerOf(lines, "sec-websocket-accept") == expected
        && headerOf(lines, "sec-websocket-protocol") == m_subprotocol
        && headerOf(lines, "sec-websocket-extensions").isEmpty();
    if (!fits)
        fail(ErrorCode::Malformed, u"the WebSocket handshake was answered wrongly"_s);
    return fits;
}

void WebSocketClient::readFrames()
{
    if (m_reading)
        return;
    m_reading = true;
    while (!m_paused && (m_state == State::Open || m_state == State::Closing)) {
        const auto event = m_reader.next();
        switch (event) {
        case WsReader::Event::NeedMore: {
            if (m_socket->bytesAvailable() == 0) {
                m_reading = false;
                return;
            }
            const auto read = m_socket->read(m_reader.prepare(readAtOnce), static_cast<qint64>(readAtOnce));
            m_reader.commit(static_cast<std::size_t>(std::max<qint64>(0, read)));
            break;
        }
        case WsReader::Event::Text:
            if (m_state == State::Open && !m_detached)
                m_listener.socketText(m_reader.payload());
            break;
        case WsReader::Event::Binary:
            if (m_state == State::Open && !m_detached)
                m_listener.socketBinary(m_reader.payload().size());
            break;
        case WsReader::Event::Ping:
            sendFrame(opPong, m_reader.payload());
            break;
        case WsReader::Event::Pong:
            break;
        case WsReader::Event::Close: {
            const auto code = m_reader.closeCode();
            if (m_state == State::Open) {
                m_end = {.httpStatus = 0, .retryAfter = {}, .error = {}, .closeCode = code};
                const std::array<char, 2> bytes{static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
                sendFrame(opClose, code == 1005 ? std::string_view() : std::string_view(bytes.data(), bytes.size()));
            }
            m_reading = false;
            return finish(m_end);
        }
        case WsReader::Event::Error:
            m_reading = false;
            return failFrame(m_reader.closeCode());
        }
    }
    m_reading = false;
}

void WebSocketClient::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    if (!paused)
        QMetaObject::invokeMethod(this, &WebSocketClient::onReadyRead, Qt::QueuedConnection);
}

void WebSocketClient::sendText(std::string_view text)
{
    if (m_state == State::Open)
        sendFrame(opText, text);
}

void WebSocketClient::sendFrame(int opcode, std::string_view payload)
{
    m_out.clear();
    m_out.append(static_cast<char>(0x80 | opcode));
    const auto size = payload.size();
    if (size < 126) {
        m_out.append(static_cast<char>(0x80 | size));
    } else {
        const int bytes = size < 65536 ? 2 : 8;
        m_out.append(static_cast<char>(bytes == 2 ? 0xfe : 0xff));
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
            m_out.append(static_cast<char>(size >> shift & 0xff));
    }
    const auto mask = randomBytes(4);
    m_out.append(mask);
    for (std::size_t i = 0; i < size; ++i)
        m_out.append(static_cast<char>(payload[i] ^ mask[static_cast<qsizetype>(i & 3)]));
    m_socket->write(m_out);
}

void WebSocketClient::close(std::uint16_t code)
{
    if (m_state == State::Closing || m_state == State::Ended)
        return;
    m_end = {.httpStatus = 0, .retryAfter = {}, .error = m_end.error, .closeCode = code, .byUs = true};
    if (m_state != State::Open)
        return finish(m_end);
    const std::array<char, 2> bytes{static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
    sendFrame(opClose, {bytes.data(), bytes.size()});
    m_socket->flush();
    m_state = State::Closing;
    m_paused = false;
    m_deadline.start(closeWithinMs);
}

void WebSocketClient::failFrame(std::uint16_t code)
{
    Error error;
    error.code = code == 1009 ? ErrorCode::TooLarge : ErrorCode::Malformed;
    error.detail = u"a WebSocket frame that breaks the rules (close %1)"_s.arg(code);
    const std::array<char, 2> bytes{static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
    if (m_state == State::Open)
        sendFrame(opClose, {bytes.data(), bytes.size()});
    m_socket->flush();
    finish({.httpStatus = 0, .retryAfter = {}, .error = error, .closeCode = code, .byUs = true});
}

void WebSocketClient::fail(ErrorCode code, const QString &detail)
{
    Error error;
    error.code = code;
    error.detail = detail;
    finish({.httpStatus = 0, .retryAfter = {}, .error = error});
}

void WebSocketClient::onDisconnected()
{
    if (m_state == State::Closing)
        return finish(m_end);
    if (m_state == State::Open) {
        m_paused = false;
        readFrames(); // what came before the end
    }
    if (m_state == State::Open)
        finish({.httpStatus = 0, .retryAfter = {}, .error = {}, .closeCode = 1006});
    else if (m_state != State::Ended)
        fail(ErrorCode::Offline, u"the connection ended during the handshake"_s);
}

void WebSocketClient::finish(WsEnd end)
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    m_deadline.stop();
    m_socket->disconnectFromHost();
    if (m_detached)
        deleteLater();
    else
        m_listener.socketEnded(end);
}

void WebSocketClient::detach()
{
    m_detached = true;
    if (m_state == State::Ended)
        deleteLater();
    else
        close(1000);
}

} // namespace majlis::net

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/socketio.h"

#include "models/net/httprequest.h"

#include <simdjson.h>

#include <algorithm>

namespace majlis::net
{

using std::chrono::milliseconds;
namespace dom = simdjson::dom;

namespace
{

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::string_view stringField(const dom::element &object, std::string_view name)
{
    std::string_view value;
    if (object[name].get_string().get(value) != simdjson::SUCCESS)
        return {};
    return value;
}

std::optional<std::uint64_t> integerField(const dom::element &object, std::string_view name)
{
    std::uint64_t value = 0;
    if (object[name].get_uint64().get(value) != simdjson::SUCCESS)
        return {};
    return value;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

Error errorOf(std::string_view code, std::string_view message)
{
    Error error;
    error.code = code.empty() ? ErrorCode::Unauthorized : errorCodeFromContract(text(code));
    error.reason = text(code).left(100);
    error.serverMessage = text(message).left(500);
    return error;
}

} // namespace

SocketIoDialect::SocketIoDialect(QByteArray path)
    : m_path(std::move(path))
{
}

FeedDialect::Endpoint SocketIoDialect::endpoint(const FeedCredentials &) const
{
    return {.path = m_path, .query = "EIO=4&transport=websocket", .subprotocol = {}, .headers = {}};
}

void SocketIoDialect::opened(const FeedCredentials &credentials, FeedPeer &)
{
    m_credentials = credentials; // the server speaks first
}

void SocketIoDialect::received(std::string_view frame, FeedPeer &peer)
{
    if (frame.empty())
        return peer.malformed();
    const auto rest = frame.substr(1);
    switch (frame.front()) {
    case '0':
        return open(rest, peer);
    case '2': {
        peer.alive();
        std::string pong(frame);
        pong.front() = '3';
        return peer.send(pong);
    }
    case '4':
        return packet(rest, peer);
    case '1':
    case '3':
    case '5':
    case '6':
        return;
    default:
        return peer.malformed();
    }
}

void SocketIoDialect::open(std::string_view json, FeedPeer &peer)
{
    if (m_engineOpen)
        return;
    const auto *root = m_json.parse(json);
    if (!root || !root->is_object())
        return peer.malformed();
    m_engineOpen = true;
    const auto bounded = [&](const char *name, milliseconds fallback) {
        const auto value = integerField(*root, name);
        return value && *value >= 100 && *value <= 600'000 ? milliseconds(*value) : fallback;
    };
    m_pingInterval = bounded("pingInterval", m_pingInterval);
    m_pingTimeout = bounded("pingTimeout", m_pingTimeout);
    m_maxPayload = static_cast<std::size_t>(integerField(*root, "maxPayload").value_or(m_maxPayload));
    QByteArray auth = "40{\"address\":" + jsonString(m_credentials.address);
    if (!m_credentials.token.isEmpty())
        auth += ",\"token\":" + jsonString(m_credentials.token);
    peer.send(view(auth + '}'));
}

void SocketIoDialect::packet(std::string_view packet, FeedPeer &peer)
{
    if (packet.empty())
        return peer.malformed();
    const char type = packet.front();
    auto rest = packet.substr(1);
    if (!m_connected && type != '0' && type != '4')
        return;
    if (!rest.empty() && rest.front() == '/') {
        // Another namespace: only a refusal of ours would matter, and we never asked for one.
        return peer.unknown();
    }
    switch (type) {
    case '0':
        if (!m_connected) {
            m_connected = true;
            Heartbeat heartbeat(Heartbeat::Who::Theirs, m_pingInterval, m_pingTimeout);
            peer.ready(heartbeat);
        }
        return;
    case '1':
        return peer.end(Ending::Backoff, errorOf("unavailable", "the server disconnected the client"));
    case '2':
        return event(rest, peer);
    case '4':
        return connectError(rest, peer);
    default:
        return; // acknowledgements and binary packets: never asked for
    }
}

void SocketIoDialect::connectError(std::string_view json, FeedPeer &peer)
{
    const auto *root = m_json.parse(json);
    std::string_view code;
    std::string_view message;
    if (root) {
        message = stringField(*root, "message");
        dom::element data;
        if ((*root)["data"].get(data) == simdjson::SUCCESS)
            code = stringField(data, "code");
    }
    const auto error = errorOf(code, message);
    peer.end(code == "token_expired" ? Ending::RefreshToken : Ending::BadToken, error);
}

void SocketIoDialect::event(std::string_view rest, FeedPeer &peer)
{
    const auto digits = std::ranges::find_if_not(rest, isDigit) - rest.begin();
    const auto ackId = rest.substr(0, static_cast<std::size_t>(digits));
    const auto *root = m_json.parse(rest.substr(ackId.size()));
    dom::array arguments;
    std::string_view name;
    if (!root || root->get_array().get(arguments) != simdjson::SUCCESS
        || arguments.at(0).get_string().get(name) != simdjson::SUCCESS)
        return peer.malformed();
    if (!ackId.empty() && ackId.size() <= 16)
        peer.send("43" + std::string(ackId) + "[]");
    dom::element payload;
    const bool hasPayload = arguments.at(1).get(payload) == simdjson::SUCCESS;
    if (name == "subscribe:error" && hasPayload)
        return subscribeError(payload, peer);
    if (!peer.vocabulary().findByUpdateType(name))
        return peer.unknown();
    if (!hasPayload)
        return peer.malformed();
    update(name, payload, peer);
}

void SocketIoDialect::update(std::string_view name, const dom::element &payload, FeedPeer &peer)
{
    const auto *kind = peer.vocabulary().findByUpdateType(name);
    auto subject = stringField(payload, view(kind->subjectField));
    // Without an envelope, what does not name its address can only be the connection's.
    if (subject.empty() && kind->ofHandshakeAddress)
        subject = view(m_credentials.address);
    const auto stream = peer.find({view(kind->topic), subject});
    if (stream == 0)
        return peer.unknown();
    double ts = 0;
    if (payload["ts"].get_double().get(ts) != simdjson::SUCCESS)
        ts = 0;
    const auto seq = integerField(payload, "seq");
    peer.message({.stream = stream,
        .payload = &payload,
        .snapshot = false,
        .unknownType = false,
        .role = seq && kind->payloadSequence ? SequenceRole::Order : SequenceRole::None,
        .seq = seq,
        .wireMs = ts});
}

void SocketIoDialect::subscribeError(const dom::element &payload, FeedPeer &peer)
{
    const auto *kind = peer.vocabulary().find(stringField(payload, "type"));
    const auto error = errorOf(stringField(payload, "code"), stringField(payload, "message"));
    if (!kind || kind->ofHandshakeAddress)
        return peer.unknown();
    const auto stream = peer.find({view(kind->topic), stringField(payload, view(kind->subjectField))});
    if (stream == 0)
        return peer.unknown();
    peer.refused(stream, error);
}

void SocketIoDialect::command(const char *name, StreamId stream, const StreamKey &key, FeedPeer &peer)
{
    const auto *kind = peer.vocabulary().find(view(key.topic));
    QByteArray arguments = "{\"type\":" + jsonString(key.topic);
    if (kind && !kind->ofHandshakeAddress && !key.subject.isEmpty())
        arguments += ",\"" + kind->subjectField + "\":" + jsonString(key.subject);
    const QByteArray frame = QByteArray("42[\"") + name + "\"," + arguments + "}]";
    if (static_cast<std::size_t>(frame.size()) > m_maxPayload)
        return peer.refused(stream, errorOf("validation_failed", "longer than the server takes"));
    peer.send(view(frame));
}

void SocketIoDialect::subscribe(StreamId stream, const StreamKey &key, std::optional<std::uint64_t>, FeedPeer &peer)
{
    const auto *kind = peer.vocabulary().find(view(key.topic));
    if (kind && kind->ofHandshakeAddress
        && !(StreamKeyView(view(key.topic), view(key.subject))
            == StreamKeyView(view(key.topic), view(m_credentials.address)))) {
        auto error = errorOf("forbidden", {});
        error.detail = QStringLiteral("this connection serves one address; another one needs a session of its own");
        return peer.refused(stream, error);
    }
    command("subscribe", stream, key, peer);
    peer.subscribed(stream, {});
}

void SocketIoDialect::unsubscribe(StreamId stream, const StreamKey &key, FeedPeer &peer)
{
    command("unsubscribe", stream, key, peer);
}

void SocketIoDialect::leave(FeedPeer &peer)
{
    if (m_connected)
        peer.send("41");
}

Ending SocketIoDialect::closed(std::uint16_t) const
{
    return Ending::Backoff;
}

} // namespace majlis::net

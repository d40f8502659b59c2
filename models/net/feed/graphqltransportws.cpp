// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/graphqltransportws.h"

#include "models/net/graphqlclient.h"
#include "models/net/jsonelement.h"

#include <simdjson.h>

#include <charconv>

namespace majlis::net
{

namespace dom = simdjson::dom;

namespace
{

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::string_view stringField(const dom::element &object, std::string_view name)
{
    std::string_view value;
    if (object[name].get_string().get(value) != simdjson::SUCCESS)
        return {};
    return value;
}

// Ours are decimal counters; 0 for anything else.
std::uint64_t idOf(std::string_view text)
{
    std::uint64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    return error == std::errc() && end == text.data() + text.size() ? id : 0;
}

} // namespace

GraphqlTransportWsDialect::GraphqlTransportWsDialect(QByteArray path)
    : m_path(std::move(path))
{
}

FeedDialect::Endpoint GraphqlTransportWsDialect::endpoint(const FeedCredentials &) const
{
    return {.path = m_path, .query = {}, .subprotocol = "graphql-transport-ws", .headers = {}};
}

void GraphqlTransportWsDialect::opened(const FeedCredentials &credentials, FeedPeer &peer)
{
    QByteArray init = R"({"type":"connection_init")";
    if (!credentials.token.isEmpty())
        init += R"(,"payload":{"authorization":)" + jsonString("Bearer " + credentials.token) + '}';
    peer.send(view(init + '}'));
}

void GraphqlTransportWsDialect::received(std::string_view text, FeedPeer &peer)
{
    const auto *root = m_json.parse(text);
    const auto type = root ? stringField(*root, "type") : std::string_view();
    if (type.empty())
        return peer.malformed();
    if (type == "connection_ack") {
        if (!m_acknowledged) {
            m_acknowledged = true;
            peer.ready(Heartbeat(Heartbeat::Who::Ours, std::chrono::seconds(25), std::chrono::seconds(10)));
        }
        return;
    }
    if (type == "ping")
        return pong(*root, peer);
    if (type == "pong")
        return peer.alive();
    const auto found = m_streams.find(idOf(stringField(*root, "id")));
    if (found == m_streams.end())
        return peer.unknown(); // crossed with our complete
    const auto stream = found->second;
    if (type == "next")
        return next(*root, stream, peer);
    if (type != "error" && type != "complete")
        return peer.unknown();
    m_streams.erase(found);
    if (type == "complete")
        return peer.streamEnded(stream);
    QString duplicate;
    dom::element payload;
    const bool readable = (*root)["payload"].get(payload) == simdjson::SUCCESS;
    const auto errors = readable ? toJsonValue(payload, duplicate) : std::nullopt;
    peer.refused(stream, mapGraphqlErrors(errors.value_or(QJsonValue()), false));
}

void GraphqlTransportWsDialect::next(const dom::element &root, StreamId stream, FeedPeer &peer)
{
    dom::object data;
    if (root["payload"]["data"].get_object().get(data) != simdjson::SUCCESS || data.begin() == data.end())
        return peer.malformed(); // errors without data among them
    const auto field = *data.begin();
    const auto *kind = peer.vocabulary().findByGraphqlField(field.key);
    if (!kind)
        return peer.unknown();
    std::uint64_t seq = 0;
    const bool ordered = kind->payloadSequence && field.value["seq"].get_uint64().get(seq) == simdjson::SUCCESS;
    double ts = 0;
    if (field.value["ts"].get_double().get(ts) != simdjson::SUCCESS)
        ts = 0;
    const dom::element payload = field.value;
    peer.message({.stream = stream,
        .payload = &payload,
        .snapshot = false,
        .unknownType = false,
        .role = ordered ? SequenceRole::Order : SequenceRole::None,
        .seq = ordered ? std::optional(seq) : std::nullopt,
        .wireMs = ts});
}

void GraphqlTransportWsDialect::pong(const dom::element &root, FeedPeer &peer)
{
    dom::element payload;
    if (root["payload"].get(payload) != simdjson::SUCCESS)
        return peer.send(R"({"type":"pong"})");
    peer.send(R"({"type":"pong","payload":)" + simdjson::minify(payload) + '}');
}

void GraphqlTransportWsDialect::subscribe(
    StreamId stream, const StreamKey &key, std::optional<std::uint64_t>, FeedPeer &peer)
{
    const auto *kind = peer.vocabulary().find(view(key.topic));
    if (!kind || kind->graphqlQuery.isEmpty()) {
        Error error;
        error.code = ErrorCode::NotFound;
        error.detail = QStringLiteral("no GraphQL subscription for this stream");
        return peer.refused(stream, error);
    }
    const auto id = m_nextId++;
    m_streams.emplace(id, stream);
    peer.send(view(R"({"id":")" + QByteArray::number(static_cast<qulonglong>(id))
        + R"(","type":"subscribe","payload":{"query":)" + jsonString(kind->graphqlQuery) + R"(,"variables":{)"
        + jsonString(kind->graphqlVariable) + ':' + jsonString(key.subject) + "}}}"));
    peer.subscribed(stream, {});
}

void GraphqlTransportWsDialect::unsubscribe(StreamId stream, const StreamKey &, FeedPeer &peer)
{
    const auto found = std::ranges::find_if(m_streams, [stream](const auto &entry) { return entry.second == stream; });
    if (found == m_streams.end())
        return;
    peer.send(
        view(R"({"id":")" + QByteArray::number(static_cast<qulonglong>(found->first)) + R"(","type":"complete"})"));
    m_streams.erase(found);
}

void GraphqlTransportWsDialect::ping(std::int64_t, FeedPeer &peer)
{
    peer.send(R"({"type":"ping"})");
}

Ending GraphqlTransportWsDialect::closed(std::uint16_t code) const
{
    switch (code) {
    case 4400:
    case 4406:
        return Ending::NextDialect;
    case 4401:
        return Ending::RefreshToken;
    case 4403:
        return Ending::BadToken;
    default:
        return Ending::Backoff;
    }
}

} // namespace majlis::net

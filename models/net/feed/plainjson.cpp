// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/plainjson.h"

#include "models/net/httprequest.h"

#include <simdjson.h>

namespace majlis::net
{

using std::chrono::milliseconds;
namespace dom = simdjson::dom;

struct PlainJsonDialect::Envelope {
    const dom::element *root = nullptr;
    std::string_view type;
    std::string_view channel;
    std::string_view address;
    std::string_view chain;
    std::string_view code;
    std::string_view message;
    std::optional<std::uint64_t> seq;
    double ts = 0;
    dom::element data;
    bool hasData = false;
};

namespace
{

enum Field : unsigned {
    None = 0,
    Type = 1,
    Channel = 2,
    Address = 4,
    Chain = 8,
    Seq = 16,
    Ts = 32,
    Data = 64,
    Code = 128,
    Message = 256,
};

Field fieldOf(std::string_view key)
{
    // By length first: this runs for every key of every message.
    switch (key.size()) {
    case 2:
        return key == "ts" ? Ts : None;
    case 3:
        return key == "seq" ? Seq : None;
    case 4:
        return key == "type" ? Type : key == "data" ? Data : key == "code" ? Code : None;
    case 5:
        return key == "chain" ? Chain : None;
    case 7:
        return key == "channel" ? Channel : key == "address" ? Address : key == "message" ? Message : None;
    default:
        return None;
    }
}

std::string_view stringField(const dom::element &object, std::string_view name)
{
    std::string_view text;
    if (object[name].get_string().get(text) != simdjson::SUCCESS)
        return {};
    return text;
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

PlainJsonDialect::PlainJsonDialect(QByteArray path, QByteArray query)
    : m_path(std::move(path))
    , m_query(std::move(query))
{
}

FeedDialect::Endpoint PlainJsonDialect::endpoint(const FeedCredentials &credentials) const
{
    Endpoint endpoint{.path = m_path, .query = m_query, .subprotocol = {}, .headers = {}};
    if (!credentials.token.isEmpty())
        endpoint.headers.emplace_back("Authorization", "Bearer " + credentials.token);
    return endpoint;
}

void PlainJsonDialect::opened(const FeedCredentials &, FeedPeer &peer)
{
    peer.ready(Heartbeat(Heartbeat::Who::Ours, std::chrono::seconds(25), std::chrono::seconds(10)));
}

bool PlainJsonDialect::read(const dom::element &root, Envelope &envelope)
{
    dom::object object;
    if (root.get_object().get(object) != simdjson::SUCCESS)
        return false;
    envelope.root = &root;
    unsigned seen = 0;
    for (const auto field : object) {
        const auto which = fieldOf(field.key);
        if ((seen & which) != 0)
            return false; // two readers could understand it differently
        seen |= which;
        bool good = true;
        std::string_view *text = which == Type ? &envelope.type
            : which == Channel                 ? &envelope.channel
            : which == Address                 ? &envelope.address
            : which == Chain                   ? &envelope.chain
            : which == Code                    ? &envelope.code
            : which == Message                 ? &envelope.message
                                               : nullptr;
        if (text) {
            good = field.value.get_string().get(*text) == simdjson::SUCCESS || which >= Code;
        } else if (which == Seq) {
            std::uint64_t seq = 0;
            good = field.value.get_uint64().get(seq) == simdjson::SUCCESS;
            envelope.seq = seq;
        } else if (which == Ts) {
            good = field.value.get_double().get(envelope.ts) == simdjson::SUCCESS;
        } else if (which == Data) {
            envelope.data = field.value;
            envelope.hasData = true;
        }
        if (!good)
            return false;
    }
    return !envelope.type.empty();
}

void PlainJsonDialect::received(std::string_view text, FeedPeer &peer)
{
    const auto *root = m_json.parse(text);
    Envelope envelope;
    if (!root || !read(*root, envelope))
        return peer.malformed();
    dispatch(envelope, peer);
}

void PlainJsonDialect::dispatch(const Envelope &envelope, FeedPeer &peer)
{
    const auto type = envelope.type;
    if (type == "pong" || type == "auth_ok")
        return peer.alive();
    if (type == "ping") {
        peer.alive();
        const auto ts = std::to_string(static_cast<std::int64_t>(envelope.ts));
        return peer.send("{\"type\":\"pong\",\"ts\":" + ts + "}");
    }
    if (type == "unsubscribed")
        return;
    if (type == "error")
        return refusal(envelope, peer);
    if (type == "subscribed") {
        const auto stream = streamOf(envelope, peer.vocabulary().find(envelope.channel), peer);
        return stream != 0 ? peer.subscribed(stream, envelope.seq) : peer.unknown();
    }
    update(envelope, peer);
}

StreamId PlainJsonDialect::streamOf(const Envelope &envelope, const StreamKind *kind, FeedPeer &peer)
{
    if (!kind)
        return 0;
    if (kind->topic.isEmpty())
        return peer.find({envelope.channel, {}});
    auto subject = kind->subjectField == "chain" ? envelope.chain : envelope.address;
    if (subject.empty() && !kind->subjectField.isEmpty())
        subject = stringField(envelope.hasData ? envelope.data : *envelope.root, view(kind->subjectField));
    return peer.find({view(kind->topic), subject});
}

void PlainJsonDialect::update(const Envelope &envelope, FeedPeer &peer)
{
    const auto *kind = envelope.channel.empty() ? peer.vocabulary().findByUpdateType(envelope.type)
                                                : peer.vocabulary().find(envelope.channel);
    const auto stream = streamOf(envelope, kind, peer);
    if (stream == 0)
        return peer.unknown();
    if (envelope.type == "snapshot")
        return snapshot(envelope, *kind, stream, peer);
    peer.message({.stream = stream,
        .payload = envelope.hasData ? &envelope.data : envelope.root,
        .snapshot = false,
        .unknownType = !kind->updateType.isEmpty() && envelope.type != view(kind->updateType),
        .role = envelope.seq ? SequenceRole::Order : SequenceRole::None,
        .seq = envelope.seq,
        .wireMs = envelope.ts});
}

void PlainJsonDialect::snapshot(const Envelope &envelope, const StreamKind &kind, StreamId stream, FeedPeer &peer)
{
    const auto role = envelope.seq ? SequenceRole::Baseline : SequenceRole::None;
    const auto &data = envelope.hasData ? envelope.data : *envelope.root;
    if (kind.snapshotList.isEmpty()) {
        return peer.message({.stream = stream,
            .payload = &data,
            .snapshot = true,
            .unknownType = false,
            .role = role,
            .seq = envelope.seq,
            .wireMs = envelope.ts});
    }
    peer.message({.stream = stream,
        .payload = nullptr,
        .snapshot = true,
        .unknownType = false,
        .role = role,
        .seq = envelope.seq,
        .wireMs = envelope.ts});
    dom::array list;
    if (data[view(kind.snapshotList)].get_array().get(list) != simdjson::SUCCESS)
        return peer.malformed();
    for (const auto item : list) {
        const dom::element payload = item;
        peer.message({.stream = stream,
            .payload = &payload,
            .snapshot = false,
            .unknownType = false,
            .role = SequenceRole::None,
            .seq = envelope.seq,
            .wireMs = envelope.ts});
    }
}

void PlainJsonDialect::refusal(const Envelope &envelope, FeedPeer &peer)
{
    Error error;
    error.code
        = errorCodeFromContract(QString::fromUtf8(envelope.code.data(), static_cast<qsizetype>(envelope.code.size())));
    error.reason = QString::fromUtf8(envelope.code.data(), static_cast<qsizetype>(envelope.code.size())).left(100);
    error.serverMessage
        = QString::fromUtf8(envelope.message.data(), static_cast<qsizetype>(envelope.message.size())).left(500);
    if (envelope.code == "token_expired" && envelope.channel.empty())
        return peer.end(Ending::RefreshToken, error);
    if (envelope.code == "unauthorized" && envelope.channel.empty())
        return peer.end(Ending::BadToken, error);
    if (envelope.code == "already_subscribed")
        return;
    const auto stream = streamOf(envelope, peer.vocabulary().find(envelope.channel), peer);
    if (stream == 0 || envelope.channel.empty())
        return peer.unknown();
    peer.refused(stream, error);
}

void PlainJsonDialect::request(
    const char *type, const StreamKey &key, std::optional<std::uint64_t> since, FeedPeer &peer)
{
    const auto *kind = peer.vocabulary().find(view(key.topic));
    QByteArray text = QByteArray("{\"type\":\"") + type + "\",\"channel\":" + jsonString(key.topic);
    if (kind && !kind->subjectField.isEmpty() && !key.subject.isEmpty())
        text += ",\"" + kind->subjectField + "\":" + jsonString(key.subject);
    if (since)
        text += ",\"since\":" + QByteArray::number(static_cast<qulonglong>(*since));
    peer.send(view(text + '}'));
}

void PlainJsonDialect::subscribe(StreamId, const StreamKey &key, std::optional<std::uint64_t> since, FeedPeer &peer)
{
    request("subscribe", key, since, peer);
}

void PlainJsonDialect::unsubscribe(StreamId, const StreamKey &key, FeedPeer &peer)
{
    request("unsubscribe", key, {}, peer);
}

void PlainJsonDialect::ping(std::int64_t epochMs, FeedPeer &peer)
{
    peer.send("{\"type\":\"ping\",\"ts\":" + std::to_string(epochMs) + "}");
}

Ending PlainJsonDialect::closed(std::uint16_t code) const
{
    switch (code) {
    case 1008:
        return Ending::BadToken;
    case 4401:
        return Ending::RefreshToken;
    default:
        return Ending::Backoff;
    }
}

} // namespace majlis::net

// SPDX-License-Identifier: GPL-3.0-or-later
// The frames of habibi.feeds.md, one by one, without a socket.
#include "models/net/feed/graphqltransportws.h"
#include "models/net/feed/plainjson.h"
#include "models/net/feed/socketio.h"
#include "models/net/feed/wsreader.h"
#include "models/platforms/habibi/streams.h"

#include <catch2/catch.hpp>

#include <string>
#include <unordered_map>
#include <vector>

using namespace majlis;
using namespace majlis::net;

namespace
{

const QByteArray me = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const std::string balance
    = R"({"address":"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266","chain":"base","balance":"1250.5","delta":"0","reason":"INITIAL","recordedAt":"2026-11-20T14:04:05.000Z","seq":1831,"ts":1795187045000})";

class Recorder final : public FeedPeer
{
public:
    void send(std::string_view text) override { sent.emplace_back(text); }
    void ready(const Heartbeat &) override { ++readies; }
    StreamId find(StreamKeyView key) const override
    {
        const auto found = streams.find(key);
        return found == streams.end() ? 0 : found->second;
    }
    const FeedVocabulary &vocabulary() const override { return *words; }
    void message(const DialectMessage &message) override
    {
        messages.push_back(message);
        messages.back().payload = nullptr; // borrowed
        DecodedPayload decoded;
        good += message.payload
            && words->kinds.at(message.stream - 1).decoder->decode(*message.payload, message.snapshot, decoded);
    }
    void subscribed(StreamId stream, std::optional<std::uint64_t> seq) override { confirmed.emplace_back(stream, seq); }
    void refused(StreamId stream, const Error &error) override
    {
        refusedStream = stream;
        last = error;
    }
    void streamEnded(StreamId stream) override { endedStream = stream; }
    void alive() override { ++signs; }
    void malformed() override { ++bad; }
    void unknown() override { ++strange; }
    void end(Ending why, const Error &error) override
    {
        ending = why;
        last = error;
    }

    std::shared_ptr<const FeedVocabulary> words = habibi::feedVocabulary();
    std::unordered_map<StreamKey, StreamId, StreamKeyHash, StreamKeyEqual> streams{
        {{"balance", me}, 1}, {{"network", me}, 2}, {{"rebase", "solana"}, 3}};
    std::vector<std::string> sent;
    std::vector<DialectMessage> messages;
    std::vector<std::pair<StreamId, std::optional<std::uint64_t>>> confirmed;
    std::optional<Ending> ending;
    Error last;
    StreamId refusedStream = 0;
    StreamId endedStream = 0;
    int readies = 0;
    int good = 0;
    int signs = 0;
    int bad = 0;
    int strange = 0;
};

void hear(FeedDialect &dialect, Recorder &peer, const std::string &text)
{
    std::string padded = text;
    padded.resize(text.size() + WsReader::padding);
    dialect.received(std::string_view(padded).substr(0, text.size()), peer);
}

} // namespace

TEST_CASE("Socket.IO: handshake, subscriptions, updates, pings, good-bye")
{
    SocketIoDialect dialect;
    Recorder peer;
    CHECK_FALSE(dialect.accepts({}));
    CHECK(dialect.endpoint({}).path == "/socket.io/");
    CHECK(dialect.endpoint({}).query == "EIO=4&transport=websocket");
    dialect.opened({.token = "jwt", .address = me}, peer);
    CHECK(peer.sent.empty());
    hear(dialect, peer, "42[\"balance:update\"," + balance + "]");
    CHECK(peer.messages.empty()); // before 40 nothing counts
    hear(dialect, peer, R"(0{"sid":"x","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000})");
    REQUIRE(peer.sent.size() == 1);
    CHECK(peer.sent[0] == R"(40{"address":"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266","token":"jwt"})");
    hear(dialect, peer, R"(40{"sid":"y"})");
    CHECK(peer.readies == 1);
    dialect.subscribe(1, {"balance", me}, {}, peer);
    dialect.subscribe(3, {"rebase", "solana"}, 7, peer);
    CHECK(peer.sent[1] == R"(42["subscribe",{"type":"balance"}])");
    CHECK(peer.sent[2] == R"(42["subscribe",{"type":"rebase","chain":"solana"}])");
    hear(dialect, peer, "42[\"balance:update\"," + balance + ",\"offset\"]");
    REQUIRE(peer.messages.size() == 1);
    CHECK(peer.good == 1);
    CHECK(peer.messages[0].stream == 1);
    CHECK(peer.messages[0].role == SequenceRole::None);
    CHECK(peer.messages[0].wireMs == 1795187045000.0);
    hear(dialect, peer, "2");
    CHECK(peer.sent.back() == "3");
    CHECK(peer.signs == 1);
    hear(dialect, peer, R"(4217["hello",{}])");
    CHECK(peer.sent.back() == "4317[]");
    CHECK(peer.strange == 1);
    for (const auto *ignored : {"1", "6", "43[]", "451-[\"x\",{\"_placeholder\":true,\"num\":0}]", "46[]"})
        hear(dialect, peer, ignored);
    CHECK(peer.bad == 0);
    for (const auto *broken : {"", "x", "4", "42", "42[", "42{}", "42[1]", "42[\"balance:update\"]"})
        hear(dialect, peer, broken);
    CHECK(peer.bad == 8);
    hear(dialect, peer,
        R"(42["subscribe:error",{"code":"validation_failed","message":"Unsupported chain: polygon","type":"rebase","chain":"solana"}])");
    CHECK(peer.refusedStream == 3);
    CHECK(peer.last.code == ErrorCode::ValidationFailed);
    dialect.leave(peer);
    CHECK(peer.sent.back() == "41");
    hear(dialect, peer, "41");
    CHECK(peer.ending == Ending::Backoff);
}

TEST_CASE("Socket.IO: refusals")
{
    const auto refusal = [](const std::string &frame) {
        SocketIoDialect dialect;
        Recorder peer;
        dialect.opened({.token = "t", .address = me}, peer);
        hear(dialect, peer, "0{}");
        hear(dialect, peer, frame);
        return std::pair(peer.ending, peer.last.code);
    };
    CHECK(refusal(R"(44{"message":"Token expired","data":{"code":"token_expired","message":"Token expired"}})")
        == std::pair(std::optional(Ending::RefreshToken), ErrorCode::TokenExpired));
    CHECK(refusal(R"(44{"message":"No","data":{"code":"forbidden"}})")
        == std::pair(std::optional(Ending::BadToken), ErrorCode::Forbidden));
    CHECK(refusal(R"(44{"message":"No"})") == std::pair(std::optional(Ending::BadToken), ErrorCode::Unauthorized));
    CHECK_FALSE(refusal(R"(44/admin,{"message":"Invalid namespace"})").first);
}

TEST_CASE("plain JSON: envelope, snapshot, resume, and a server that leaves things out")
{
    PlainJsonDialect dialect;
    Recorder peer;
    CHECK(dialect.endpoint({.token = "jwt", .address = {}}).headers.at(0).second == "Bearer jwt");
    dialect.opened({}, peer);
    CHECK(peer.readies == 1);
    dialect.subscribe(2, {"network", me}, 7, peer);
    CHECK(peer.sent[0]
        == R"({"type":"subscribe","channel":"network","address":"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266","since":7})");
    const std::string head = R"("channel":"balance","address":"0xF39FD6E51AAD88F6F4CE6AB8827279CFFFB92266","seq":1831)";
    hear(dialect, peer, R"({"type":"subscribed",)" + head + "}");
    REQUIRE(peer.confirmed.size() == 1);
    CHECK(peer.confirmed[0] == std::pair(StreamId{1}, std::optional<std::uint64_t>(1831)));
    hear(dialect, peer,
        R"({"type":"snapshot",)" + head + R"(,"ts":5,"data":{"balances":[)" + balance + "," + balance + "]}}");
    REQUIRE(peer.messages.size() == 3);
    CHECK(peer.messages[0].role == SequenceRole::Baseline);
    CHECK(peer.messages[1].role == SequenceRole::None);
    CHECK(peer.good == 2);
    hear(dialect, peer, R"({"type":"balance:update",)" + head + R"(,"ts":6.5,"data":)" + balance + "}");
    CHECK(peer.messages[3].role == SequenceRole::Order);
    CHECK(peer.messages[3].wireMs == 6.5);
    // Without channel, address, seq, ts and data: the message itself is the payload.
    hear(dialect, peer, R"({"type":"balance:update",)" + balance.substr(1));
    REQUIRE(peer.messages.size() == 5);
    CHECK(peer.messages[4].stream == 1);
    CHECK(peer.good == 4);
    hear(dialect, peer, R"({"type":"ping","ts":12})");
    CHECK(peer.sent.back() == R"({"type":"pong","ts":12})");
    hear(dialect, peer,
        R"({"type":"error","code":"validation_failed","message":"Invalid","channel":"rebase","chain":"solana"})");
    CHECK(peer.refusedStream == 3);
    hear(dialect, peer, R"({"type":"error","code":"token_expired","message":"x"})");
    CHECK(peer.ending == Ending::RefreshToken);
    for (const auto *broken : {"", "[]", "{}", "7", R"({"type":1})", R"({"type":"a","type":"b"})",
             R"({"type":"x","seq":-1})", R"({"type":"x","seq":"1"})", R"({"type":"x","ts":"1"})"})
        hear(dialect, peer, broken);
    CHECK(peer.bad == 9);
    hear(dialect, peer,
        R"({"type":"balance:update","channel":"balance","address":"0x70997970C51812dc3A010C7d01b50e0d17dc79C8","data":{}})");
    CHECK(peer.strange == 1);
    CHECK(dialect.closed(1008) == Ending::BadToken);
    CHECK(dialect.closed(4401) == Ending::RefreshToken);
    CHECK(dialect.closed(1012) == Ending::Backoff);
}

TEST_CASE("graphql-transport-ws: init, ids, errors, close codes")
{
    GraphqlTransportWsDialect dialect;
    Recorder peer;
    CHECK(dialect.endpoint({}).subprotocol == "graphql-transport-ws");
    dialect.opened({.token = "jwt", .address = {}}, peer);
    CHECK(peer.sent[0] == R"({"type":"connection_init","payload":{"authorization":"Bearer jwt"}})");
    CHECK(peer.readies == 0);
    hear(dialect, peer, R"({"type":"connection_ack"})");
    CHECK(peer.readies == 1);
    dialect.subscribe(1, {"balance", me}, {}, peer);
    CHECK(peer.sent[1].starts_with(
        R"({"id":"1","type":"subscribe","payload":{"query":"subscription($a:String!){balanceUpdates(address:$a){)"));
    CHECK(peer.sent[1].ends_with(R"("variables":{"a":"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"}}})"));
    hear(dialect, peer, R"({"id":"1","type":"next","payload":{"data":{"balanceUpdates":)" + balance + "}}}");
    CHECK(peer.good == 1);
    hear(dialect, peer, R"({"id":"1","type":"next","payload":{"errors":[{"message":"x"}]}})");
    CHECK(peer.bad == 1);
    hear(dialect, peer, R"({"id":"9","type":"next","payload":{}})");
    CHECK(peer.strange == 1);
    hear(dialect, peer, R"({"type":"ping","payload":{"a":1}})");
    CHECK(peer.sent.back() == R"({"type":"pong","payload":{"a":1}})");
    dialect.unsubscribe(1, {"balance", me}, peer);
    CHECK(peer.sent.back() == R"({"id":"1","type":"complete"})");
    dialect.subscribe(1, {"balance", me}, {}, peer);
    CHECK(peer.sent.back().starts_with(R"({"id":"2",)"));
    hear(dialect, peer, R"({"id":"2","type":"complete"})");
    CHECK(peer.endedStream == 1);
    dialect.subscribe(3, {"rebase", "solana"}, {}, peer);
    hear(dialect, peer, R"({"id":"3","type":"error","payload":[{"message":"no"}]})");
    CHECK(peer.refusedStream == 3);
    CHECK(peer.last.code == ErrorCode::ValidationFailed);
    CHECK(dialect.closed(4400) == Ending::NextDialect);
    CHECK(dialect.closed(4401) == Ending::RefreshToken);
    CHECK(dialect.closed(4403) == Ending::BadToken);
    CHECK(dialect.closed(4406) == Ending::NextDialect);
    CHECK(dialect.closed(4408) == Ending::Backoff);
    CHECK(dialect.closed(4500) == Ending::Backoff);
}

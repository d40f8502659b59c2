// SPDX-License-Identifier: GPL-3.0-or-later
// What a feed server may send: frames on the wire, and the texts of the three dialects. The first byte chooses.
#include "models/net/feed/graphqltransportws.h"
#include "models/net/feed/plainjson.h"
#include "models/net/feed/socketio.h"
#include "models/net/feed/wsreader.h"
#include "models/net/strictjson.h"
#include "models/platforms/habibi/streams.h"

#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

using namespace majlis::net;

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// Knows five streams, decodes every payload, and lets nothing pass that was not asked for.
class Peer final : public FeedPeer
{
public:
    void send(std::string_view text) override { require(text.size() < 16 * 1024 * 1024); }
    void ready(const Heartbeat &) override { ++m_ready; }
    StreamId find(StreamKeyView key) const override
    {
        const bool known = key.topic == "balance" || key.topic == "network" || key.topic == "rebase";
        return known ? 1 + static_cast<StreamId>(key.topic.front() % 5) : 0;
    }
    const FeedVocabulary &vocabulary() const override { return *m_vocabulary; }
    void message(const DialectMessage &message) override
    {
        require(message.stream != 0);
        require(message.role == SequenceRole::None || message.seq.has_value());
        if (!message.payload)
            return;
        for (const auto &kind : m_vocabulary->kinds) {
            DecodedPayload decoded;
            if (kind.decoder->decode(*message.payload, message.snapshot, decoded) && !message.snapshot)
                require(!decoded.json.isEmpty());
        }
    }
    void subscribed(StreamId stream, std::optional<std::uint64_t>) override { require(stream != 0); }
    void refused(StreamId stream, const majlis::Error &error) override
    {
        require(stream != 0);
        require(error.serverMessage.size() <= 500);
    }
    void streamEnded(StreamId stream) override { require(stream != 0); }
    void alive() override { }
    void malformed() override { }
    void unknown() override { }
    void end(Ending, const majlis::Error &) override { }

private:
    std::shared_ptr<const FeedVocabulary> m_vocabulary = majlis::habibi::feedVocabulary();
    int m_ready = 0;
};

void speak(FeedDialect &dialect, std::string_view frames)
{
    Peer peer;
    dialect.opened({.token = "t", .address = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"}, peer);
    dialect.subscribe(1, {"balance", "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"}, {}, peer);
    dialect.subscribe(2, {"rebase", "solana"}, 7, peer);
    // One frame a line, each with the padding that WsReader promises and not a byte more.
    while (!frames.empty()) {
        const auto end = frames.find('\n');
        const auto frame = frames.substr(0, end);
        std::vector<char> padded(frame.size() + WsReader::padding);
        std::memcpy(padded.data(), frame.data(), frame.size());
        dialect.received({padded.data(), frame.size()}, peer);
        frames.remove_prefix(end == std::string_view::npos ? frames.size() : end + 1);
    }
    dialect.leave(peer);
}

void readFrames(std::string_view bytes)
{
    // All at once, and byte by byte, must be the same story.
    const auto story = [bytes](std::size_t step) {
        std::string told;
        WsReader reader(4096);
        for (std::size_t at = 0; at < bytes.size(); at += step) {
            reader.append(bytes.substr(at, step));
            for (auto event = reader.next(); event != WsReader::Event::NeedMore; event = reader.next()) {
                told += std::to_string(static_cast<int>(event));
                if (event == WsReader::Event::Error)
                    return told + std::to_string(reader.closeCode());
                told.append(reader.payload());
            }
        }
        return told;
    };
    require(story(1) == story(bytes.size() + 1));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view rest(reinterpret_cast<const char *>(data) + 1, size - 1);
    switch (data[0] % 5) {
    case 0: {
        PlainJsonDialect dialect;
        speak(dialect, rest);
        break;
    }
    case 1: {
        SocketIoDialect dialect;
        speak(dialect, rest);
        break;
    }
    case 2: {
        GraphqlTransportWsDialect dialect;
        speak(dialect, rest);
        break;
    }
    case 3:
        readFrames(rest);
        break;
    default:
        (void)parseStrict(QByteArray(rest.data(), static_cast<qsizetype>(rest.size()))).has_value();
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/backoff.h"
#include "models/net/feed/conflater.h"
#include "models/net/feed/heartbeat.h"
#include "models/net/feed/latencyhistogram.h"
#include "models/net/feed/sequencetracker.h"
#include "models/net/feed/streamkey.h"
#include "models/net/feed/wsreader.h"
#include "models/net/strictjson.h"

#include <QJsonObject>

#include <catch2/catch.hpp>

#include <limits>
#include <string>
#include <unordered_map>

using namespace majlis;
using namespace majlis::net;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

std::string frame(std::string_view payload, int opcode = 1, bool fin = true, int rsv = 0)
{
    std::string bytes(1, static_cast<char>((fin ? 0x80 : 0) | rsv << 4 | opcode));
    if (payload.size() < 126) {
        bytes += static_cast<char>(payload.size());
    } else if (payload.size() < 65536) {
        bytes += static_cast<char>(126);
        bytes += static_cast<char>(payload.size() >> 8);
        bytes += static_cast<char>(payload.size() & 0xff);
    } else {
        bytes += static_cast<char>(127);
        for (int shift = 56; shift >= 0; shift -= 8)
            bytes += static_cast<char>(payload.size() >> shift & 0xff);
    }
    return bytes.append(payload);
}

} // namespace

TEST_CASE("backoff doubles its ceiling to 30 s, and only half a minute of health starts it over")
{
    double chance = 1.0;
    Backoff backoff([&] { return chance; });
    std::vector<std::int64_t> waits;
    for (int i = 0; i < 9; ++i)
        waits.push_back(backoff.next().count());
    CHECK(waits == std::vector<std::int64_t>{250, 500, 1000, 2000, 4000, 8000, 16000, 30000, 30000});
    backoff.connected(100s);
    backoff.lost(129s);
    CHECK(backoff.next() == 30s);
    backoff.connected(200s);
    backoff.lost(230s);
    CHECK(backoff.next() == 250ms);
    chance = 0;
    CHECK(backoff.next() == 1ms);
    chance = 0.5;
    CHECK(backoff.next() == 500ms);
    for (int i = 0; i < 10'000; ++i)
        CHECK_FALSE(backoff.next() > 30s);
}

TEST_CASE("our heartbeat pings every 25 s and gives the answer 10")
{
    Heartbeat heartbeat(Heartbeat::Who::Ours, 25s, 10s);
    heartbeat.started(0s);
    CHECK(heartbeat.check(24s) == Heartbeat::Action::None);
    CHECK(heartbeat.check(25s) == Heartbeat::Action::Ping);
    CHECK(heartbeat.check(26s) == Heartbeat::Action::None);
    heartbeat.alive(27s);
    CHECK(heartbeat.roundTrip() == 2s);
    CHECK(heartbeat.check(51s) == Heartbeat::Action::None);
    CHECK(heartbeat.deadline() == 52s);
    CHECK(heartbeat.check(52s) == Heartbeat::Action::Ping);
    CHECK(heartbeat.check(61s) == Heartbeat::Action::None);
    CHECK(heartbeat.check(62s) == Heartbeat::Action::Dead);
}

TEST_CASE("a server that pings is dead when it stops")
{
    Heartbeat heartbeat(Heartbeat::Who::Theirs, 25s, 20s);
    heartbeat.started(0s);
    CHECK(heartbeat.check(44s) == Heartbeat::Action::None);
    heartbeat.alive(30s);
    CHECK(heartbeat.check(74s) == Heartbeat::Action::None);
    CHECK(heartbeat.check(75s) == Heartbeat::Action::Dead);
}

TEST_CASE("sequence numbers: next, repeated, gap, absurd")
{
    using Verdict = SequenceTracker::Verdict;
    SequenceTracker tracker;
    CHECK(tracker.see(7) == Verdict::Next);
    CHECK(tracker.see(8) == Verdict::Next);
    CHECK(tracker.see(8) == Verdict::Repeated);
    CHECK(tracker.see(3) == Verdict::Repeated);
    CHECK(tracker.see(10) == Verdict::Gap);
    CHECK(tracker.last() == 8);
    CHECK(tracker.see(9) == Verdict::Next);
    CHECK(tracker.see(9'007'199'254'740'993) == Verdict::Absurd);
    CHECK(tracker.see(std::numeric_limits<std::uint64_t>::max()) == Verdict::Absurd);
    CHECK(tracker.see(10) == Verdict::Next);
    CHECK_FALSE(tracker.serverIsAt(12));
    CHECK(tracker.last() == 10);
    CHECK(tracker.serverIsAt(2));
    CHECK(tracker.see(3) == Verdict::Next);
    tracker.restart();
    CHECK_FALSE(tracker.serverIsAt(1831));
    CHECK(tracker.see(1832) == Verdict::Next);
}

TEST_CASE("the conflater keeps the newest per key, and everything that may not be conflated")
{
    Conflater conflater;
    ConflateSlots first;
    ConflateSlots second;
    const auto add
        = [&](StreamId stream, std::uint64_t seq, bool conflatable, ConflateSlots &places, std::uint64_t key = 0) {
              FeedMessage message;
              message.stream = stream;
              message.seq = seq;
              message.conflateKey = key;
              return conflater.add(std::move(message), conflatable, places);
          };
    CHECK_FALSE(add(1, 1, true, first));
    CHECK_FALSE(add(2, 1, false, second));
    CHECK(add(1, 2, true, first));
    CHECK_FALSE(add(2, 2, false, second));
    CHECK_FALSE(add(1, 3, true, first, 9));
    CHECK(add(1, 4, true, first));
    std::vector<FeedMessage> batch;
    conflater.take(batch);
    REQUIRE(batch.size() == 4);
    CHECK(batch[0].seq == 4);
    CHECK(batch[1].seq == 1);
    CHECK(batch[2].seq == 2);
    CHECK(batch[3].seq == 3);
    CHECK(conflater.isEmpty());
    CHECK_FALSE(add(1, 5, true, first));
    conflater.take(batch);
    REQUIRE(batch.size() == 1);
    CHECK(batch[0].seq == 5);
}

TEST_CASE("the histogram is right to a thirty-second part")
{
    LatencyHistogram histogram;
    CHECK(histogram.quantileMs(0.5) == 0);
    for (int i = 1; i <= 100'000; ++i)
        histogram.add(i);
    CHECK(histogram.quantileMs(0.5) == Approx(50.0).epsilon(1.0 / 32));
    CHECK(histogram.quantileMs(0.99) == Approx(99.0).epsilon(1.0 / 32));
    CHECK(histogram.quantileMs(1) == 100.0);
    histogram.add(-5);
    histogram.add(std::numeric_limits<std::int64_t>::max());
    CHECK(histogram.summary().samples == 100'002);
    for (const std::int64_t value : {0, 1, 31, 32, 33, 63, 64, 1000, 123'456, 987'654'321}) {
        LatencyHistogram one;
        one.add(value);
        CHECK(one.quantileMs(0.5) == Approx(static_cast<double>(value) / 1000.0));
    }
}

TEST_CASE("streams of EVM addresses are one in any case, others are not")
{
    std::unordered_map<StreamKey, int, StreamKeyHash, StreamKeyEqual> map;
    map[{"balance", "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"}] = 1;
    CHECK(map.contains(StreamKeyView("balance", "0xF39FD6E51AAD88F6F4CE6AB8827279CFFFB92266")));
    CHECK_FALSE(map.contains(StreamKeyView("network", "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266")));
    map[{"balance", "FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF"}] = 2;
    CHECK_FALSE(map.contains(StreamKeyView("balance", "fae4sisg95oz42w7buun5qee4tanfttfpiguzuhmhif")));
}

TEST_CASE("WebSocket frames in any slices")
{
    const std::string big(70'000, 'b');
    const auto stream = frame("one") + frame("", 9) + frame("tw", 1, false) + frame("in between", 9) + frame("o", 0)
        + frame(big) + frame(std::string("\x03\xe8") + "bye", 8);
    const auto step = GENERATE(1, 2, 7, 4096, 1'000'000);
    WsReader reader(1024 * 1024);
    std::vector<std::string> texts;
    int pings = 0;
    bool closed = false;
    for (std::size_t at = 0; at < stream.size(); at += static_cast<std::size_t>(step)) {
        reader.append(std::string_view(stream).substr(at, static_cast<std::size_t>(step)));
        for (auto event = reader.next(); event != WsReader::Event::NeedMore; event = reader.next()) {
            REQUIRE(event != WsReader::Event::Error);
            if (event == WsReader::Event::Text)
                texts.emplace_back(reader.payload());
            pings += event == WsReader::Event::Ping;
            closed = event == WsReader::Event::Close;
        }
    }
    REQUIRE(texts.size() == 3);
    CHECK(texts[1] == "two");
    CHECK(texts[2] == big);
    CHECK(pings == 2);
    CHECK(closed);
    CHECK(reader.closeCode() == 1000);
}

TEST_CASE("WebSocket frames that break the rules close with the right code")
{
    const auto verdict = [](const std::string &bytes) {
        WsReader reader(1000);
        reader.append(bytes);
        auto event = reader.next();
        while (event != WsReader::Event::NeedMore && event != WsReader::Event::Error)
            event = reader.next();
        return event == WsReader::Event::Error ? reader.closeCode() : std::uint16_t{0};
    };
    CHECK(verdict(frame("x", 3)) == 1002);
    CHECK(verdict(frame("x", 11)) == 1002);
    CHECK(verdict(frame("x", 1, true, 4)) == 1002);
    CHECK(verdict(std::string("\x81\x81\x01\x02\x03\x04\x79", 7)) == 1002);
    CHECK(verdict(frame("x", 0)) == 1002);
    CHECK(verdict(frame("a", 1, false) + frame("b", 1)) == 1002);
    CHECK(verdict(frame("x", 9, false)) == 1002);
    CHECK(verdict(frame(std::string(126, 'x'), 9)) == 1002);
    CHECK(verdict(frame("x", 8)) == 1002);
    CHECK(verdict(frame(std::string("\x03\xed", 2), 8)) == 1002);
    CHECK(verdict(frame("\xff\xfe")) == 1007);
    CHECK(verdict(frame("\xc3", 1, false) + frame("\x28", 0)) == 1007);
    CHECK(verdict(frame("\xc3", 1, false) + frame("\xa9", 0)) == 0);
    CHECK(verdict(frame(std::string(1001, 'x'))) == 1009);
    CHECK(verdict(frame(std::string(600, 'x'), 1, false) + frame(std::string(600, 'x'), 0)) == 1009);
    CHECK(verdict(std::string("\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xff", 10)) == 1009);
}

TEST_CASE("strict JSON refuses what two readers could understand differently")
{
    const auto accepted = [](const QByteArray &text) { return parseStrict(text).has_value(); };
    CHECK(accepted(R"({"a":[1,2.5,-3,"x",true,null],"b":{}})"));
    CHECK(accepted("  7 "));
    CHECK(accepted(QByteArray(60, '[') + QByteArray(60, ']')));
    CHECK_FALSE(accepted(QByteArray(100, '[') + QByteArray(100, ']')));
    CHECK_FALSE(accepted(QByteArray(1'000'000, '[')));
    for (const char *bad : {"", " ", "{", "[1,]", "{\"a\":1,}", "NaN", "[Infinity]", "[1e400]", "01", "[.5]", "[+1]",
             "'x'", "{a:1}", "\"\\x\"", "\"\xff\"", "\xef\xbb\xbf{}", "{} {}", "[1]x", "\"\n\"", "// c\n1",
             R"({"a":1,"a":1})", R"([{"x":{"b":1,"c":2,"b":3}}])", R"({"a":1,"\u0061":2})"})
        CHECK_FALSE(accepted(bad));
    CHECK(parseStrict(R"([{"x":{"b":1,"b":3}}])").error().path == u"0.x.b"_s);
    const auto large = parseStrict("[9007199254740993,-9223372036854775808]");
    REQUIRE(large);
    CHECK((*large)[0].toInteger() == 9'007'199'254'740'993);
    CHECK((*large)[1].toInteger() == std::numeric_limits<qint64>::min());
}

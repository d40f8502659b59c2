// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/http/faults.h"
#include "app/sandbox/http/httplistener.h"
#include "app/sandbox/http/message.h"
#include "app/sandbox/http/ratelimiter.h"

#include <catch2/catch.hpp>

#include <QJsonDocument>

using namespace majlis::sandbox;
using namespace Qt::StringLiterals;

TEST_CASE("The window of a rate limit slides", "[sandbox]")
{
    RateLimiter limiter(1);
    const std::int64_t start = 1'795'187'045'000;
    for (int i = 0; i < 10; ++i) {
        const auto verdict = limiter.count(RateClass::Auth, u"a"_s, start + i * 1000);
        CHECK(verdict.allowed);
        CHECK(verdict.remaining == 9 - i);
        CHECK(verdict.resetSeconds == (start + 60'000) / 1000);
    }
    const auto refused = limiter.count(RateClass::Auth, u"a"_s, start + 10'000);
    CHECK(!refused.allowed);
    CHECK(refused.retryAfter == 50);
    CHECK(limiter.count(RateClass::Auth, u"b"_s, start + 10'000).allowed);
    CHECK(limiter.count(RateClass::Write, u"a"_s, start + 10'000).allowed);
    CHECK(limiter.count(RateClass::Auth, u"a"_s, start + 60'000).allowed);
    CHECK(!limiter.count(RateClass::Auth, u"a"_s, start + 60'500).allowed);
}

TEST_CASE("Limits can be scaled, and switched off", "[sandbox]")
{
    RateLimiter off(0);
    RateLimiter tenth(0.1);
    for (int i = 0; i < 500; ++i)
        REQUIRE(off.count(RateClass::Default, u"a"_s, i).allowed);
    CHECK(tenth.count(RateClass::Auth, u"a"_s, 0).allowed);
    CHECK(!tenth.count(RateClass::Auth, u"a"_s, 1).allowed);
}

TEST_CASE("Request heads are read without taking them", "[sandbox]")
{
    CHECK(!RequestHead::parse("GET / HTTP/1.1\r\nHost: x\r\n"));
    const auto head = RequestHead::parse("GET /ws?x=1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\nUpgrade: WebSocket\r\n\r\nrest");
    REQUIRE(head);
    CHECK(head->path() == "/ws");
    CHECK(head->isUpgrade());
    CHECK(head->headers.value("host") == "127.0.0.1:1");
    for (const auto *bad : {"\r\n\r\n", "GET\r\n\r\n", "GET / FTP/1\r\n\r\n", "GET http://x/ HTTP/1.1\r\n\r\n",
             "GET / HTTP/1.1\r\nno colon\r\n\r\n"})
        CHECK(RequestHead::parse(bad)->method.isEmpty());
}

TEST_CASE("Validators and compression", "[sandbox]")
{
    HttpRequest request;
    HttpResponse response = HttpResponse::json({{u"text"_s, QString(5000, u'x')}});
    response.etag = "abc";
    response.maxAge = 60;
    HttpResponse plain = response;
    finish(request, plain);
    CHECK(plain.status == 200);
    CHECK(plain.headers.contains({"ETag", "\"abc\""}));
    request.headers.insert("accept-encoding", "br, gzip;q=0.5");
    HttpResponse packed = response;
    finish(request, packed);
    CHECK(packed.headers.contains({"Content-Encoding", "gzip"}));
    CHECK(packed.headers.contains({"ETag", "\"abc-gz\""}));
    CHECK(packed.body.size() < 200);
    request.headers.insert("if-none-match", "\"x\", \"abc-gz\"");
    HttpResponse same = response;
    finish(request, same);
    CHECK(same.status == 304);
    CHECK(serialize(same, false, true).endsWith("\r\n\r\n"));
    CHECK(!serialize(plain, true, true).contains("xxxx"));
}

TEST_CASE("Faults are read, counted and matched by path", "[sandbox]")
{
    const auto fault = Fault::parse(u"delay:250@/users/"_s);
    REQUIRE(fault);
    CHECK(fault->mode == FaultMode::Delay);
    CHECK(fault->argument == 250);
    CHECK(fault->path == u"/users/"_s);
    CHECK(Fault::parse(u"429"_s)->argument == 2);
    for (const auto &bad : {u""_s, u"explode"_s, u"delay:x"_s, u"drop@users"_s})
        CHECK(!Fault::parse(bad));
    Faults faults;
    faults.add({FaultMode::Broken, 0, u"/users/"_s, 2});
    CHECK(!faults.take(u"/health"_s));
    CHECK(faults.take(u"/users/x"_s));
    CHECK(faults.take(u"/users/x"_s));
    CHECK(!faults.take(u"/users/x"_s));
    faults.add({FaultMode::Drop, 0, {}, -1});
    CHECK(faults.take(u"/anything"_s));
    CHECK(!faults.take(u"/control/state"_s));
}

TEST_CASE("Spoilt answers are spoilt in the way they are called", "[sandbox]")
{
    const auto spoilt = [](FaultMode mode, int argument = 0) {
        HttpResponse response = HttpResponse::json({{u"a"_s, 1}, {u"b"_s, u"text"_s}});
        spoil(response, {mode, argument, {}, -1});
        return response.body;
    };
    CHECK(QJsonDocument::fromJson(spoilt(FaultMode::Malformed)).isNull());
    CHECK(spoilt(FaultMode::NotANumber) == R"({"a":NaN,"b":"text"})");
    CHECK(spoilt(FaultMode::DuplicateKeys) == R"({"a":1,"b":"text","a":1,"b":"text"})");
    CHECK(QString::fromUtf8(spoilt(FaultMode::InvalidUtf8)).contains(QChar::ReplacementCharacter));
    CHECK(spoilt(FaultMode::Deep).startsWith("[[[["));
    CHECK(spoilt(FaultMode::Huge, 1).size() > (1 << 20));
    HttpResponse graph;
    graph.contentType = "application/vnd.majlis.graph+binary;version=1";
    graph.body = QByteArray(64, 'x');
    spoil(graph, {FaultMode::Malformed, 0, {}, -1});
    CHECK(graph.body.count('x') == 63);
}

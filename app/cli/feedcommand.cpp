// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/feedcommand.h"

#include "app/cli/command.h"
#include "models/net/feed/feedsession.h"
#include "models/net/feed/plainjson.h"
#include "models/net/feed/pricetick.h"
#include "models/net/httpclient.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <cstdio>
#include <limits>
#include <vector>

namespace majlis::cli
{

using namespace Qt::StringLiterals;
using namespace majlis::net;

namespace
{

struct Options {
    QUrl url;
    QList<QByteArray> channels;
    double seconds = 10;
    bool json = false;
};

Result<Options> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"url"_s, u"ws://… or wss://…"_s);
    parser.addOptions({{u"channels"_s, u"a count N (market:1..N:price) or names"_s, u"N|a,b"_s, u"1"_s},
        {u"seconds"_s, u"how long to listen"_s, u"S"_s, u"10"_s}, {u"json"_s, u"one JSON line"_s}});
    if (!parser.parse(QStringList{u"feed"_s} + arguments))
        return fail(ErrorCode::InvalidArgument, parser.errorText());
    const auto positional = parser.positionalArguments();
    if (positional.size() != 1)
        return fail(ErrorCode::InvalidArgument, u"feed needs one URL"_s);
    Options options{.url = QUrl(positional.first()), .channels = {}, .json = parser.isSet(u"json"_s)};
    auto http = options.url;
    http.setScheme(options.url.scheme() == "wss"_L1 ? u"https"_s
            : options.url.scheme() == "ws"_L1       ? u"http"_s
                                                    : QString());
    http.setQuery(QString());
    if (auto valid = HttpClient::validateBase(http); !valid)
        return fail(ErrorCode::InvalidArgument, u"a feed needs wss://, or ws:// on this computer"_s);
    bool isNumber = false;
    options.seconds = parser.value(u"seconds"_s).toDouble(&isNumber);
    if (!isNumber || options.seconds <= 0 || options.seconds > 86'400)
        return fail(ErrorCode::InvalidArgument, u"--seconds takes a number above 0"_s);
    const auto channels = parser.value(u"channels"_s);
    const int count = channels.toInt(&isNumber);
    if (isNumber && (count < 1 || count > 100'000))
        return fail(ErrorCode::InvalidArgument, u"--channels takes 1 to 100000, or names"_s);
    for (int i = 1; isNumber && i <= count; ++i)
        options.channels += "market:" + QByteArray::number(i) + ":price";
    if (!isNumber)
        options.channels = channels.toUtf8().split(',');
    return options;
}

FeedConfig configFor(const Options &options)
{
    auto vocabulary = std::make_shared<FeedVocabulary>();
    StreamKind any;
    any.decoder = std::make_shared<JsonPayloadDecoder>();
    StreamKind prices = any;
    prices.decoder = std::make_shared<PriceTickDecoder>(false);
    // Named channels may carry anything; the numbered ones are prices, and are read as such.
    const bool numbered = options.channels.first().startsWith("market:") && options.channels.first().endsWith(":price");
    vocabulary->kinds = {numbered ? prices : any};
    FeedConfig config;
    config.base = options.url;
    config.base.setPath(QString());
    config.base.setQuery(QString());
    const auto path = options.url.path(QUrl::FullyEncoded).toLatin1();
    const auto query = options.url.query(QUrl::FullyEncoded).toLatin1();
    config.dialects
        = {[path, query] { return std::make_unique<PlainJsonDialect>(path.isEmpty() ? "/" : path, query); }};
    config.vocabulary = std::move(vocabulary);
    // A tool for measuring: the platforms' own limits would spread a thousand subscriptions over ten minutes.
    config.clientMessagesPerMinute = 0;
    config.maxSubscriptions = std::numeric_limits<int>::max();
    return config;
}

void print(const FeedHealth &health, const Options &options)
{
    const auto &counters = health.counters;
    const auto &latency = health.latency;
    if (!options.json) {
        std::printf(
            "received %llu, delivered %llu, malformed %llu, repeated %llu, unknown %llu, gaps %llu, resyncs %llu, "
            "reconnects %llu\nlatency ms: p50 %.3f, p99 %.3f, p99.9 %.3f, max %.3f\n",
            static_cast<unsigned long long>(counters.received), static_cast<unsigned long long>(counters.delivered),
            static_cast<unsigned long long>(counters.malformed), static_cast<unsigned long long>(counters.repeated),
            static_cast<unsigned long long>(counters.unknown), static_cast<unsigned long long>(counters.gaps),
            static_cast<unsigned long long>(counters.resyncs), static_cast<unsigned long long>(counters.reconnects),
            latency.p50Ms, latency.p99Ms, latency.p999Ms, latency.maxMs);
        return;
    }
    const auto count = [](std::uint64_t value) { return static_cast<qint64>(value); };
    const QJsonObject line{{u"url"_s, options.url.toString()}, {u"seconds"_s, options.seconds},
        {u"channels"_s, options.channels.size()}, {u"received"_s, count(counters.received)},
        {u"delivered"_s, count(counters.delivered)}, {u"conflated"_s, count(counters.conflated)},
        {u"malformed"_s, count(counters.malformed)}, {u"repeated"_s, count(counters.repeated)},
        {u"unknown"_s, count(counters.unknown)}, {u"gaps"_s, count(counters.gaps)},
        {u"resyncs"_s, count(counters.resyncs)}, {u"connects"_s, count(counters.connects)},
        {u"reconnects"_s, count(counters.reconnects)}, {u"bytes"_s, count(counters.bytes)},
        {u"p50_ms"_s, latency.p50Ms}, {u"p99_ms"_s, latency.p99Ms}, {u"p999_ms"_s, latency.p999Ms},
        {u"max_ms"_s, latency.maxMs}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
}

} // namespace

int runFeed(const QStringList &arguments)
{
    const auto options = parse(arguments);
    if (!options) {
        std::fprintf(stderr, "majlis-cli feed: %s\n", qUtf8Printable(options.error().detail));
        return badUsage;
    }
    const SystemClock clock;
    FeedSession session(configFor(*options), clock, nullptr);
    std::vector<FeedSubscription> subscriptions;
    for (const auto &channel : options->channels)
        subscriptions.push_back(session.subscribe({.topic = channel, .subject = {}}));
    session.start();
    QTimer::singleShot(static_cast<int>(options->seconds * 1000), &session, [&session] {
        session.stop();
        // The last report comes with the change of state.
        QTimer::singleShot(2000, QCoreApplication::instance(), &QCoreApplication::quit);
    });
    QObject::connect(&session, &FeedSession::stateChanged, &session, [](FeedState state) {
        if (state == FeedState::Idle)
            QTimer::singleShot(300, QCoreApplication::instance(), &QCoreApplication::quit);
    });
    QCoreApplication::exec();
    const auto health = session.health();
    print(health, *options);
    if (health.counters.received > 0)
        return ok;
    std::fprintf(stderr, "majlis-cli feed: nothing received; %s\n", qUtf8Printable(health.lastError.detail));
    return failed;
}

} // namespace majlis::cli

// SPDX-License-Identifier: GPL-3.0-or-later
// 20,000 messages a second from a real WebSocket server through decoder and conflater into a list model, with the
// longest time for which the GUI thread did not answer.
#include "models/net/feed/feedsession.h"
#include "models/net/feed/plainjson.h"
#include "models/net/feed/pricetick.h"

#include <QAbstractListModel>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTimer>

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <limits>
#include <thread>
#include <vector>

using namespace majlis;
using namespace majlis::net;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// The rows that a market list would show: newest price per market, one dataChanged per contiguous range and batch.
class PriceListModel : public QAbstractListModel
{
public:
    explicit PriceListModel(int rows)
        : m_prices(static_cast<std::size_t>(rows))
    {
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_prices.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid() || role != Qt::DisplayRole)
            return {};
        return m_prices.at(static_cast<std::size_t>(index.row())).toString(6, Rounding::HalfEven);
    }
    void apply(const FeedBatch &batch)
    {
        m_changed.clear();
        for (const auto &message : batch.messages) {
            const auto tick = message.value.get<PriceTick>();
            const auto row = static_cast<int>(message.stream) - 1;
            if (!tick || row < 0 || row >= rowCount())
                continue;
            m_prices[static_cast<std::size_t>(row)] = tick->price;
            m_changed.push_back(row);
        }
        std::ranges::sort(m_changed);
        for (std::size_t first = 0; first < m_changed.size();) {
            auto last = first;
            while (last + 1 < m_changed.size() && m_changed[last + 1] <= m_changed[last] + 1)
                ++last;
            Q_EMIT dataChanged(index(m_changed[first]), index(m_changed[last]), {Qt::DisplayRole});
            first = last + 1;
        }
    }

private:
    std::vector<Amount> m_prices;
    std::vector<int> m_changed;
};

/// A thread that only sleeps a millisecond at a time: what it oversleeps is the machine's doing (a virtual machine that
/// is paused, other programs), so that a stall of the GUI thread can be told from one of everybody.
class IdleWitness
{
public:
    IdleWitness()
        : m_thread([this](const std::stop_token &stop) { watch(stop); })
    {
    }
    [[nodiscard]] double longestStallMs() const { return static_cast<double>(m_longestNs.load()) / 1e6; }

private:
    void watch(const std::stop_token &stop)
    {
        QElapsedTimer sinceTick;
        sinceTick.start();
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(1ms);
            m_longestNs = std::max(m_longestNs.load(), sinceTick.nsecsElapsed() - 1'000'000);
            sinceTick.restart();
        }
    }

    std::atomic<qint64> m_longestNs = 0;
    std::jthread m_thread;
};

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double peakRssMb()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

FeedConfig configFor(const QUrl &url, int channels)
{
    auto vocabulary = std::make_shared<FeedVocabulary>();
    StreamKind kind;
    kind.updateType = "price_update";
    kind.decoder = std::make_shared<PriceTickDecoder>(true);
    vocabulary->kinds = {kind};
    FeedConfig config;
    config.base = url;
    config.dialects = {[] { return std::make_unique<PlainJsonDialect>("/"); }};
    config.vocabulary = std::move(vocabulary);
    config.maxSubscriptions = channels;
    config.clientMessagesPerMinute = 0;
    return config;
}

QJsonObject fetch(const QUrl &url)
{
    QNetworkAccessManager network;
    auto *reply = network.get(QNetworkRequest(url));
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return QJsonDocument::fromJson(reply->readAll()).object();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"rate"_s, u"messages a second"_s, u"N"_s, u"20000"_s},
        {u"seconds"_s, u"for how long"_s, u"S"_s, u"20"_s}, {u"channels"_s, u"streams"_s, u"N"_s, u"200"_s}});
    parser.process(application);
    const auto rate = parser.value(u"rate"_s);
    const auto seconds = parser.value(u"seconds"_s);
    const int channels = parser.value(u"channels"_s).toInt();

    QProcess server;
    server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server.start(u"node"_s,
        {QStringLiteral(MAJLIS_FEED_SERVER), u"--port"_s, u"0"_s, u"--rate"_s, rate, u"--duration"_s, seconds,
            u"--ttl"_s, QString::number(seconds.toInt() + 30)});
    if (!server.waitForStarted() || !server.waitForReadyRead(10'000)) {
        std::fputs("bench_feed: the feed server did not start (node, and ws in tests/interop/node_modules)\n", stderr);
        return 1;
    }
    const auto info = QJsonDocument::fromJson(server.readLine()).object();

    const SystemClock clock;
    PriceListModel model(channels);
    FeedSession session(configFor(QUrl(info["url"_L1].toString()), channels), clock, nullptr);
    std::uint64_t applied = 0;
    std::uint64_t changes = 0;
    QObject::connect(&model, &QAbstractItemModel::dataChanged, [&] { ++changes; });
    QObject::connect(&session, &FeedSession::delivered, &model, [&](const FeedBatchPtr &batch) {
        applied += batch->messages.size();
        model.apply(*batch);
    });
    std::vector<FeedSubscription> subscriptions;
    for (int i = 1; i <= channels; ++i)
        subscriptions.push_back(
            session.subscribe({.topic = "market:" + QByteArray::number(i) + ":price", .subject = {}}));

    qint64 longestNs = 0;
    QElapsedTimer sinceTick;
    QTimer pulse;
    pulse.setTimerType(Qt::PreciseTimer);
    pulse.setInterval(1);
    QObject::connect(&pulse, &QTimer::timeout, [&] {
        longestNs = std::max(longestNs, sinceTick.nsecsElapsed() - 1'000'000);
        sinceTick.restart();
    });
    QObject::connect(&session, &FeedSession::stateChanged, [&](FeedState state) {
        if (state == FeedState::Live && !pulse.isActive()) {
            sinceTick.start();
            pulse.start();
        } else if (state == FeedState::Waiting && pulse.isActive()) {
            // The server has sent everything and closed.
            pulse.stop();
            session.stop();
            QTimer::singleShot(500, QCoreApplication::instance(), &QCoreApplication::quit);
        }
    });
    QTimer::singleShot(seconds.toInt() * 1000 + 15'000, &application, &QCoreApplication::quit);
    const auto cpuBefore = cpuSeconds();
    const IdleWitness witness;
    session.start();
    QCoreApplication::exec();
    const double machineStallMs = witness.longestStallMs();
    const auto cpu = cpuSeconds() - cpuBefore;

    const auto stats = fetch(QUrl(info["stats"_L1].toString()));
    server.terminate();
    server.waitForFinished(5000);
    const auto health = session.health();
    const auto &counters = health.counters;
    const auto sent = stats["perConnection"_L1].toArray().first()["sent"_L1].toInteger();
    const auto lost = sent - static_cast<qint64>(counters.received);
    const bool whole = lost == 0 && counters.gaps == 0 && counters.malformed == 0
        && applied + counters.conflated == counters.received;
    const auto number = [](std::uint64_t value) { return static_cast<qint64>(value); };
    const QJsonObject line{{u"bench"_s, u"feed"_s}, {u"rate"_s, rate.toInt()}, {u"seconds"_s, seconds.toInt()},
        {u"channels"_s, channels}, {u"sent"_s, sent}, {u"received"_s, number(counters.received)}, {u"lost"_s, lost},
        {u"gaps"_s, number(counters.gaps)}, {u"delivered"_s, number(applied)},
        {u"conflated"_s, number(counters.conflated)}, {u"model_changes"_s, number(changes)},
        {u"gui_longest_stall_ms"_s, static_cast<double>(longestNs) / 1e6},
        {u"machine_longest_stall_ms"_s, machineStallMs}, {u"p50_ms"_s, health.latency.p50Ms},
        {u"p99_ms"_s, health.latency.p99Ms}, {u"p999_ms"_s, health.latency.p999Ms},
        {u"cpu_cores"_s, cpu / std::max(1.0, seconds.toDouble())}, {u"peakRSS_MB"_s, peakRssMb()}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    if (!whole)
        std::fputs("bench_feed: messages were lost\n", stderr);
    return whole ? 0 : 1;
}

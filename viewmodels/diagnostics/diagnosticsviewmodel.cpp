// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/diagnostics/diagnosticsviewmodel.h"

#include "models/platforms/habibi/habibiservice.h"
#include "models/store/errorlog.h"
#include "viewmodels/format/failures.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/format/times.h"

#include <algorithm>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;
using habibi::HabibiService;
using State = FeedRow::State;

namespace
{

State stateOf(net::FeedState state)
{
    switch (state) {
    case net::FeedState::Idle:
    case net::FeedState::Refused:
        return State::Closed;
    case net::FeedState::Connecting:
    case net::FeedState::Waiting:
        return State::Connecting;
    case net::FeedState::Live:
        return State::Live;
    case net::FeedState::NoDialect:
        return State::Stale;
    }
    return State::Closed;
}

QString textOf(net::FeedState state)
{
    switch (state) {
    case net::FeedState::Idle:
        return DiagnosticsViewModel::tr("Not needed");
    case net::FeedState::Connecting:
        return DiagnosticsViewModel::tr("Connecting");
    case net::FeedState::Live:
        return DiagnosticsViewModel::tr("Live");
    case net::FeedState::Waiting:
        return DiagnosticsViewModel::tr("Waiting to try again");
    case net::FeedState::Refused:
        return DiagnosticsViewModel::tr("Refused by the platform");
    case net::FeedState::NoDialect:
        return DiagnosticsViewModel::tr("No feed; asking every 30 s");
    }
    return {};
}

QString dialectName(const QByteArray &dialect)
{
    if (dialect == "socket.io") {
        return u"Socket.IO"_s;
    }
    if (dialect == "ws") {
        return u"WebSocket"_s;
    }
    return dialect == "graphql-transport-ws" ? u"GraphQL"_s : format::unknown();
}

QString latencyText(const net::FeedLatency &latency)
{
    return latency.samples == 0 ? format::unknown()
                                : DiagnosticsViewModel::tr("%1 (99 %: %2)")
                                      .arg(format::milliseconds(latency.p50Ms), format::milliseconds(latency.p99Ms));
}

QString streamName(habibi::LiveFeed::Stream stream)
{
    switch (stream) {
    case habibi::LiveFeed::Stream::Balance:
        return DiagnosticsViewModel::tr("Balances");
    case habibi::LiveFeed::Stream::Network:
        return DiagnosticsViewModel::tr("Network");
    case habibi::LiveFeed::Stream::Rebase:
        return DiagnosticsViewModel::tr("Rebases");
    }
    return {};
}

} // namespace

DiagnosticsViewModel::DiagnosticsViewModel(store::ErrorLog &log, CurrentPlatform &platform, const Clock &clock,
    Ticker &ticker, std::vector<FactRow> versions, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_clock(clock)
    , m_link(platform, [this](HabibiService *service, QObject *context) { attach(service, context); })
{
    m_versions.setRows(std::move(versions));
    connect(&m_log, &store::ErrorLog::changed, this, &DiagnosticsViewModel::show);
    connect(&ticker, &Ticker::tick, this, &DiagnosticsViewModel::show);
    show();
}

DiagnosticsViewModel::~DiagnosticsViewModel() = default;

QString DiagnosticsViewModel::report() const
{
    QStringList lines{m_summary, {}, tr("Versions")};
    for (const FactRow &fact : m_versions.rows()) {
        lines += fact.name + u": "_s + fact.text;
    }
    lines += {QString(), tr("Feeds")};
    for (const FeedRow &feed : m_feeds.rows()) {
        lines += u"%1: %2, %3, latency %4, received %5, gaps %6"_s.arg(
            feed.stream, feed.stateText, feed.dialect, feed.latency, feed.received, feed.gaps);
    }
    lines += {QString(), tr("Recent errors")};
    for (const ErrorRow &error : m_errors.rows()) {
        lines += u"%1 ×%2 %3: %4 (%5)"_s.arg(
            error.whenExact, QString::number(error.count), error.where, error.title, error.detail);
    }
    return lines.join(u'\n');
}

void DiagnosticsViewModel::copyReport()
{
    Q_EMIT copyRequested(report());
}

void DiagnosticsViewModel::clearErrors()
{
    m_log.clear();
}

void DiagnosticsViewModel::attach(HabibiService *service, QObject *context)
{
    m_stale.clear();
    if (service != nullptr && service->feed() != nullptr) {
        habibi::LiveFeed *feed = service->feed();
        connect(feed, &habibi::LiveFeed::staleChanged, context, [this](habibi::LiveFeed::Stream stream, bool stale) {
            m_stale[stream] = stale;
            show();
        });
        connect(feed, &habibi::LiveFeed::liveChanged, context, [this] { show(); });
        connect(feed, &habibi::LiveFeed::healthChanged, context, [this] { show(); });
    }
    show();
}

void DiagnosticsViewModel::show()
{
    showErrors();
    showFeeds();
    showSummary();
}

void DiagnosticsViewModel::showErrors()
{
    const UnixMs now = m_clock.now();
    std::vector<ErrorRow> rows;
    for (const store::ErrorLog::Entry &entry : m_log.entries()) {
        const UserError words = format::describe(entry.error);
        ErrorRow row;
        row.key = entry.source + entry.error.detail + QString::number(entry.first.value)
            + QString::number(static_cast<int>(entry.error.code));
        row.when = format::age(entry.last, now);
        row.whenExact = format::exactTime(entry.last);
        row.where = entry.source;
        row.title = words.title;
        row.detail = words.details;
        row.count = entry.count;
        rows.push_back(std::move(row));
    }
    m_errors.setRows(std::move(rows));
}

void DiagnosticsViewModel::showFeeds()
{
    std::vector<FeedRow> rows;
    HabibiService *service = m_link.service();
    if (service != nullptr && service->feed() != nullptr) {
        using Stream = habibi::LiveFeed::Stream;
        const net::FeedHealth health = service->feed()->health();
        rows.push_back(connectionRow(health));
        for (const Stream stream : {Stream::Balance, Stream::Network, Stream::Rebase}) {
            rows.push_back(streamRow(stream, health));
        }
    }
    m_feeds.setRows(std::move(rows));
}

void DiagnosticsViewModel::showSummary()
{
    const auto live = std::ranges::count(m_feeds.rows(), State::Live, &FeedRow::state);
    const auto errors = m_errors.rows().size();
    const QString feeds = m_link.service() == nullptr ? tr("No platform")
        : live == 0                                   ? tr("No live stream")
                                                      : tr("Live");
    const QString faults = errors == 0 ? tr("no recent errors")
        : errors == 1                  ? tr("1 recent error")
                                       : tr("%1 recent errors").arg(errors);
    const QString text = tr("%1, %2").arg(feeds, faults);
    if (m_summary != text) {
        m_summary = text;
        Q_EMIT summaryChanged();
    }
}

FeedRow DiagnosticsViewModel::connectionRow(const net::FeedHealth &health) const
{
    FeedRow row;
    row.stream = tr("Connection");
    row.state = stateOf(health.state);
    row.stateText = textOf(health.state);
    row.dialect = dialectName(health.dialect);
    row.latency = latencyText(health.latency);
    row.lastMessage = health.roundTripMs < 0
        ? format::unknown()
        : tr("ping %1").arg(format::milliseconds(static_cast<double>(health.roundTripMs)));
    row.received = format::count(static_cast<std::int64_t>(health.counters.received));
    row.gaps = format::count(static_cast<std::int64_t>(health.counters.gaps));
    return row;
}

FeedRow DiagnosticsViewModel::streamRow(habibi::LiveFeed::Stream stream, const net::FeedHealth &health) const
{
    FeedRow row;
    row.stream = streamName(stream);
    row.dialect = dialectName(health.dialect);
    row.latency = format::unknown();
    row.lastMessage = format::unknown();
    row.received = format::unknown();
    row.gaps = format::unknown();
    if (health.state != net::FeedState::Live) {
        row.state = stateOf(health.state);
        row.stateText = textOf(health.state);
    } else if (const auto stale = m_stale.find(stream); stale != m_stale.end() && stale->second) {
        row.state = State::Stale;
        row.stateText = tr("Doubtful: what came made no sense, or too little came");
    } else {
        row.state = State::Live;
        row.stateText = tr("Live");
    }
    return row;
}

} // namespace majlis::viewmodels

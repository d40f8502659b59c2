// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/diagnostics/diagnosticsviewmodel.h"

#include "models/platforms/habibi/habibiservice.h"
#include "models/store/errorlog.h"
#include "viewmodels/format/failures.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/format/names.h"
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

// Short: they stand in a narrow column.
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
        return DiagnosticsViewModel::tr("Trying again");
    case net::FeedState::Refused:
        return DiagnosticsViewModel::tr("Refused");
    case net::FeedState::NoDialect:
        return DiagnosticsViewModel::tr("Every 30 s", "no feed: the platform is asked that often");
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

QString streamName(const habibi::LiveFeed::Followed &followed)
{
    switch (followed.stream) {
    case habibi::LiveFeed::Stream::Balance:
        return DiagnosticsViewModel::tr("Balances");
    case habibi::LiveFeed::Stream::Network:
        return DiagnosticsViewModel::tr("Network");
    case habibi::LiveFeed::Stream::Rebase:
        return DiagnosticsViewModel::tr("Rebases on %1", "name of a chain").arg(format::chainName(followed.chain));
    }
    return {};
}

struct StreamState {
    State state;
    QString text;
};

StreamState stateOf(const net::StreamStatus &status, const net::FeedHealth &health)
{
    if (health.state != net::FeedState::Live) {
        return {stateOf(health.state), textOf(health.state)};
    }
    switch (status.freshness) {
    case net::StreamFreshness::Waiting:
        return {State::Quiet, DiagnosticsViewModel::tr("Nothing yet", "a live stream that has sent nothing so far")};
    case net::StreamFreshness::Live:
        return {State::Live, DiagnosticsViewModel::tr("Live")};
    case net::StreamFreshness::Stale:
        return {
            State::Stale, DiagnosticsViewModel::tr("Doubtful", "what a stream sent made no sense, or it fell silent")};
    case net::StreamFreshness::Refused:
        return {State::Closed, DiagnosticsViewModel::tr("Refused")};
    }
    return {State::Closed, {}};
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
    if (service != nullptr && service->feed() != nullptr) {
        habibi::LiveFeed *feed = service->feed();
        connect(feed, &habibi::LiveFeed::staleChanged, context, [this] { show(); });
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
        const net::FeedHealth health = service->feed()->health();
        rows.push_back(connectionRow(health));
        for (const habibi::LiveFeed::Followed &followed : service->feed()->followed()) {
            rows.push_back(streamRow(followed, health));
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

FeedRow DiagnosticsViewModel::streamRow(const habibi::LiveFeed::Followed &followed, const net::FeedHealth &health) const
{
    FeedRow row;
    row.stream = streamName(followed);
    row.dialect = dialectName(health.dialect);
    row.latency = latencyText(followed.traffic.latency);
    row.lastMessage
        = followed.traffic.delivered == 0 ? format::unknown() : format::age(followed.status.asOf, m_clock.now());
    row.received = format::count(static_cast<std::int64_t>(followed.traffic.delivered));
    row.gaps = format::unknown();
    const StreamState shown = stateOf(followed.status, health);
    row.state = shown.state;
    row.stateText = shown.text;
    return row;
}

} // namespace majlis::viewmodels

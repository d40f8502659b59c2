// SPDX-License-Identifier: GPL-3.0-or-later
// The half of FeedWorker that follows the streams: what is subscribed, in which order it came, how fresh it is.
#include "models/net/feed/feedworker.h"

#include <QRandomGenerator>
#include <QScopedValueRollback>

#include <algorithm>

namespace majlis::net
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace
{

constexpr milliseconds repairEvery = 10s;
constexpr milliseconds lingerFor = 3s;
constexpr int wrongUntilStale = 3;

} // namespace

void FeedWorker::subscribeTo(StreamId id, const StreamKey &key)
{
    const auto *kind = vocabulary().find({key.topic.constData(), static_cast<std::size_t>(key.topic.size())});
    if (!kind)
        return;
    auto &stream = m_streams[id];
    stream.id = id;
    stream.key = key;
    stream.kind = kind;
    m_byKey.insert_or_assign(key, id);
    m_linger.stop();
    if (m_ready)
        putOnWire(stream, false);
    else
        evaluate();
}

void FeedWorker::unsubscribeFrom(StreamId id)
{
    const auto found = m_streams.find(id);
    if (found == m_streams.end())
        return;
    const QScopedValueRollback limited(m_subscribing, true);
    if (found->second.onWire && m_ready)
        m_dialect->unsubscribe(id, found->second.key, *this);
    m_byKey.erase(found->second.key);
    m_streams.erase(found);
    const auto waiting = std::ranges::find_if(m_streams, [](const auto &entry) { return entry.second.overLimit; });
    if (waiting != m_streams.end() && m_ready)
        putOnWire(waiting->second, false);
    // Changing pages drops and takes subscriptions: the connection outlives that.
    if (m_streams.empty())
        m_linger.start(lingerFor);
}

StreamId FeedWorker::find(StreamKeyView key) const
{
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? 0 : found->second;
}

void FeedWorker::putOnWire(Stream &stream, bool resume)
{
    const auto onWire = std::ranges::count_if(m_streams, [](const auto &entry) { return entry.second.onWire; })
        - (stream.onWire ? 1 : 0);
    stream.overLimit = onWire >= m_config.maxSubscriptions;
    if (stream.overLimit) {
        Error error;
        error.code = ErrorCode::RateLimited;
        error.detail = u"more than %1 subscriptions on one connection"_s.arg(m_config.maxSubscriptions);
        stream.status.error = error;
        return setFreshness(stream, StreamFreshness::Refused);
    }
    stream.onWire = true;
    stream.againAt.reset();
    if (stream.status.freshness == StreamFreshness::Refused)
        setFreshness(stream, StreamFreshness::Waiting);
    const QScopedValueRollback limited(m_subscribing, true);
    const bool canResume = resume && m_dialect->canResume();
    m_dialect->subscribe(stream.id, stream.key, canResume ? stream.tracker.last() : std::nullopt, *this);
}

void FeedWorker::subscribeAll()
{
    std::vector<StreamId> ids; // a refusal may change the map
    ids.reserve(m_streams.size());
    for (const auto &[id, stream] : m_streams)
        ids.push_back(id);
    std::ranges::sort(ids);
    for (const auto id : ids) {
        if (const auto found = m_streams.find(id); found != m_streams.end() && m_ready)
            putOnWire(found->second, true);
    }
}

void FeedWorker::subscribed(StreamId id, std::optional<std::uint64_t> seq)
{
    const auto found = m_streams.find(id);
    if (found == m_streams.end())
        return;
    auto &stream = found->second;
    const bool again = std::exchange(stream.everSubscribed, true);
    bool lost = false;
    if (seq) {
        lost = stream.tracker.serverIsAt(*seq);
    } else if (again) {
        // The server does not say where it is: what came between is not known, and its numbers may begin anew.
        stream.tracker.restart();
        lost = true;
    }
    if (lost) {
        stream.awaitsRepair = false;
        ++m_health.counters.resyncs;
        Q_EMIT resyncNeeded(id);
    }
}

void FeedWorker::refused(StreamId id, const Error &error)
{
    m_health.lastError = error;
    const auto found = m_streams.find(id);
    if (found == m_streams.end())
        return;
    found->second.onWire = false;
    found->second.status.error = error;
    setFreshness(found->second, StreamFreshness::Refused);
}

void FeedWorker::streamEnded(StreamId id)
{
    const auto found = m_streams.find(id);
    if (found == m_streams.end())
        return;
    found->second.onWire = false;
    found->second.againAt = now() + 1s + milliseconds(QRandomGenerator::global()->bounded(4000));
    if (found->second.status.freshness == StreamFreshness::Live)
        setFreshness(found->second, StreamFreshness::Stale);
    scheduleTick();
}

void FeedWorker::message(const DialectMessage &message)
{
    const auto found = m_streams.find(message.stream);
    if (found == m_streams.end())
        return unknown();
    auto &stream = found->second;
    if (message.payload)
        ++m_health.counters.received;
    if (!inOrder(stream, message))
        return;
    if (message.unknownType)
        return unknown();
    if (message.payload)
        deliver(stream, message);
}

bool FeedWorker::inOrder(Stream &stream, const DialectMessage &message)
{
    if (!message.seq || message.role == SequenceRole::None)
        return true;
    if (message.role == SequenceRole::Baseline) {
        const auto last = stream.tracker.last();
        stream.tracker.accept(*message.seq);
        stream.awaitsRepair = false;
        if (last && *message.seq > *last) {
            // A snapshot instead of what was missed.
            ++m_health.counters.resyncs;
            Q_EMIT resyncNeeded(stream.id);
        }
        return true;
    }
    switch (stream.tracker.see(*message.seq)) {
    case SequenceTracker::Verdict::Next:
        stream.awaitsRepair = false;
        return true;
    case SequenceTracker::Verdict::Repeated:
        ++m_health.counters.repeated;
        return false;
    case SequenceTracker::Verdict::Absurd:
        ++m_health.counters.malformed;
        return false;
    case SequenceTracker::Verdict::Gap:
        break;
    }
    return acceptGap(stream, message);
}

bool FeedWorker::acceptGap(Stream &stream, const DialectMessage &message)
{
    if (!stream.awaitsRepair)
        ++m_health.counters.gaps;
    DecodedPayload probe;
    const bool newestCounts = message.payload && stream.kind->decoder->decode(*message.payload, message.snapshot, probe)
        && probe.conflatable;
    if (newestCounts) {
        // The value itself is whole: only the history in between is missing, and nobody needs it.
        stream.tracker.accept(*message.seq);
        return true;
    }
    if (!m_dialect->canResume()) {
        stream.tracker.accept(*message.seq);
        repair(stream);
        return true;
    }
    if (!stream.awaitsRepair) {
        stream.awaitsRepair = true;
        repair(stream);
    }
    ++m_health.counters.held;
    return false;
}

void FeedWorker::repair(Stream &stream)
{
    if (!m_dialect->canResume()) {
        ++m_health.counters.resyncs;
        Q_EMIT resyncNeeded(stream.id);
        return;
    }
    scheduleTick();
    if (now() < stream.nextRepair)
        return; // checkStreams() comes back to it
    stream.nextRepair = now() + repairEvery;
    ++m_health.counters.resyncs;
    const QScopedValueRollback limited(m_subscribing, true);
    m_dialect->unsubscribe(stream.id, stream.key, *this);
    m_dialect->subscribe(stream.id, stream.key, stream.tracker.last(), *this);
}

void FeedWorker::deliver(Stream &stream, const DialectMessage &message)
{
    DecodedPayload decoded;
    if (!stream.kind->decoder->decode(*message.payload, message.snapshot, decoded)) {
        ++m_health.counters.malformed;
        if (++stream.wrongInARow >= wrongUntilStale && stream.status.freshness == StreamFreshness::Live)
            setFreshness(stream, StreamFreshness::Stale);
        return;
    }
    stream.wrongInARow = 0;
    stream.lastGood = now();
    if (stream.status.freshness != StreamFreshness::Live) {
        stream.status.asOf = m_clock.now();
        setFreshness(stream, StreamFreshness::Live);
        if (stream.kind->staleAfter)
            scheduleTick();
    }
    FeedMessage delivered;
    delivered.stream = stream.id;
    delivered.snapshot = message.snapshot;
    delivered.seq = message.seq;
    delivered.wireMicros = static_cast<std::int64_t>(message.wireMs * 1000.0);
    delivered.conflateKey = decoded.conflateKey;
    delivered.value = decoded.value;
    delivered.payload = std::move(decoded.json);
    if (m_conflater.add(std::move(delivered), decoded.conflatable, stream.places))
        ++m_health.counters.conflated;
    if (m_conflater.size() >= m_config.maxPending && m_socket) {
        ++m_health.counters.pausedReading;
        m_socket->setPaused(true);
    }
    if (m_flushed && !m_flushSoon.isActive())
        m_flushSoon.start(std::max(0ms, m_lastFlush + m_config.deliveryInterval - now()));
}

void FeedWorker::setFreshness(Stream &stream, StreamFreshness freshness)
{
    if (stream.status.freshness == freshness)
        return;
    if (freshness == StreamFreshness::Stale)
        stream.status.asOf = m_clock.now() - (now() - stream.lastGood);
    if (freshness != StreamFreshness::Refused)
        stream.status.error = {};
    stream.status.freshness = freshness;
    Q_EMIT statusChanged(stream.id, stream.status);
}

void FeedWorker::checkStreams(milliseconds at)
{
    if (!m_ready)
        return;
    std::vector<StreamId> again;
    for (auto &[id, stream] : m_streams) {
        if (stream.kind->staleAfter && stream.status.freshness == StreamFreshness::Live
            && at - stream.lastGood > *stream.kind->staleAfter)
            setFreshness(stream, StreamFreshness::Stale);
        if (stream.awaitsRepair && at >= stream.nextRepair)
            repair(stream);
        if (stream.againAt && at >= *stream.againAt)
            again.push_back(id);
    }
    for (const auto id : again) {
        if (const auto found = m_streams.find(id); found != m_streams.end() && m_ready)
            putOnWire(found->second, true);
    }
}

} // namespace majlis::net

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/feedworker.h"

#include <QRandomGenerator>

#include <algorithm>
#include <atomic>

namespace majlis::net
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace
{

constexpr milliseconds readyWithin = 10s;

Error makeError(ErrorCode code, QString detail)
{
    Error error;
    error.code = code;
    error.detail = std::move(detail);
    return error;
}

void configure(QTimer &timer, QObject *context, auto slot)
{
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, context, slot);
}

} // namespace

FeedWorker::FeedWorker(FeedConfig config, const Clock &clock, std::shared_ptr<FeedMailbox> mailbox)
    : m_config(std::move(config))
    , m_clock(clock)
    , m_mailbox(std::move(mailbox))
    , m_givenUpUntil(m_config.dialects.size(), milliseconds(0))
    , m_backoff([] { return QRandomGenerator::global()->generateDouble(); })
    , m_retry(this)
    , m_linger(this)
    , m_tick(this)
    , m_flushSoon(this)
    , m_reportSoon(this)
{
    configure(m_retry, this, [this] { beginConnect(); });
    configure(m_linger, this, [this] { evaluate(); });
    configure(m_tick, this, [this] { tick(); });
    configure(m_flushSoon, this, [this] { flush(); });
    configure(m_reportSoon, this, [this] { Q_EMIT healthReported(m_health); });
    m_flushSoon.setTimerType(Qt::PreciseTimer);
    m_retry.setTimerType(Qt::PreciseTimer);
}

FeedWorker::~FeedWorker()
{
    dropConnection(true);
}

void FeedWorker::start()
{
    m_started = true;
    evaluate();
}

void FeedWorker::stop()
{
    m_started = false;
    evaluate();
}

void FeedWorker::evaluate()
{
    const bool wanted = m_started && !m_streams.empty();
    const auto state = m_health.state;
    if (wanted && state == FeedState::Idle)
        return beginConnect();
    if (wanted || state == FeedState::Idle)
        return;
    if (m_started && m_linger.remainingTime() > 0)
        return;
    m_retry.stop();
    m_linger.stop();
    dropConnection(true);
    setState(FeedState::Idle);
}

void FeedWorker::credentialsChanged()
{
    m_refreshed = false;
    if (m_health.state == FeedState::Idle)
        return;
    m_retry.stop();
    dropConnection(true);
    beginConnect();
}

void FeedWorker::networkBack()
{
    if (m_health.state == FeedState::Waiting) {
        m_retry.stop();
        beginConnect();
    }
}

void FeedWorker::beginConnect(const QByteArray &rejected)
{
    setState(FeedState::Connecting);
    Q_EMIT credentialsNeeded(++m_credentialsNumber, rejected);
}

void FeedWorker::useCredentials(int number, const FeedCredentials &credentials)
{
    if (number == m_credentialsNumber && m_health.state == FeedState::Connecting)
        connectWith(credentials);
}

void FeedWorker::refuseCredentials(int number, const Error &error)
{
    if (number != m_credentialsNumber || m_health.state != FeedState::Connecting)
        return;
    m_health.lastError = error;
    // Offline is no verdict on the token.
    if (error.code == ErrorCode::Offline || error.code == ErrorCode::Timeout || error.code == ErrorCode::Unavailable
        || error.code == ErrorCode::RateLimited)
        return waitAndRetry(std::max(m_backoff.next(), error.retryAfter.value_or(0ms)));
    setState(FeedState::Refused);
}

QUrl FeedWorker::urlFor(const FeedDialect::Endpoint &endpoint) const
{
    QUrl url = m_config.base;
    url.setScheme(url.scheme() == "https"_L1 || url.scheme() == "wss"_L1 ? u"wss"_s : u"ws"_s);
    auto base = url.path(QUrl::FullyEncoded);
    if (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + QString::fromLatin1(endpoint.path), QUrl::TolerantMode);
    if (!endpoint.query.isEmpty())
        url.setQuery(QString::fromLatin1(endpoint.query));
    return url;
}

void FeedWorker::connectWith(const FeedCredentials &credentials)
{
    dropConnection(false);
    m_credentials = credentials;
    auto wakeAt = milliseconds::max();
    for (m_dialectIndex = 0; m_dialectIndex < m_config.dialects.size(); ++m_dialectIndex) {
        if (m_givenUpUntil.at(m_dialectIndex) > now()) {
            wakeAt = std::min(wakeAt, m_givenUpUntil.at(m_dialectIndex));
            continue;
        }
        m_dialect = m_config.dialects.at(m_dialectIndex)();
        if (m_dialect->accepts(credentials))
            break;
        m_dialect.reset();
    }
    if (!m_dialect) {
        setState(FeedState::NoDialect);
        if (wakeAt != milliseconds::max())
            m_retry.start(wakeAt - now() + 1ms);
        return;
    }
    m_health.dialect = m_dialect->name();
    ++m_health.counters.connects;
    if (m_everConnected)
        ++m_health.counters.reconnects;
    const auto endpoint = m_dialect->endpoint(credentials);
    m_socket = new WebSocketClient(*this, m_config.maxFrameBytes, this);
    m_socket->open(urlFor(endpoint), endpoint.subprotocol, endpoint.headers);
}

void FeedWorker::dropConnection(bool politely)
{
    m_ready = false;
    m_heartbeat.reset();
    m_tick.stop();
    m_queue.clear();
    if (politely && m_socket && m_dialect)
        m_dialect->leave(*this);
    if (auto *socket = std::exchange(m_socket, nullptr))
        socket->detach();
    m_dialect.reset();
    for (auto &[id, stream] : m_streams) {
        stream.onWire = false;
        stream.overLimit = false;
        stream.againAt.reset();
        if (stream.status.freshness == StreamFreshness::Live)
            setFreshness(stream, StreamFreshness::Stale);
        else if (stream.status.freshness == StreamFreshness::Refused)
            setFreshness(stream, StreamFreshness::Waiting);
    }
}

void FeedWorker::socketOpened()
{
    m_readyBy = now() + readyWithin;
    m_dialect->opened(m_credentials, *this);
    scheduleTick();
}

void FeedWorker::ready(const Heartbeat &heartbeat)
{
    m_ready = true;
    m_everConnected = true;
    m_refreshed = false;
    m_heartbeat = heartbeat;
    m_heartbeat->started(now());
    m_backoff.connected(now());
    setState(FeedState::Live);
    subscribeAll();
    scheduleTick();
}

void FeedWorker::socketText(std::string_view text)
{
    ++m_health.counters.frames;
    m_health.counters.bytes += text.size();
    if (m_dialect)
        m_dialect->received(text, *this);
    reportSoon();
}

void FeedWorker::socketBinary(std::size_t bytes)
{
    // No dialect here has binary frames.
    ++m_health.counters.frames;
    m_health.counters.bytes += bytes;
    ++m_health.counters.malformed;
    reportSoon();
}

void FeedWorker::socketEnded(const WsEnd &end)
{
    if (end.httpStatus != 0)
        return handleRefusedUpgrade(end);
    auto error
        = end.error.value_or(makeError(ErrorCode::Unavailable, u"the feed was closed (%1)"_s.arg(end.closeCode)));
    const auto verdict = end.error || end.byUs ? Ending::Backoff : m_dialect->closed(end.closeCode);
    conclude(verdict, error);
}

void FeedWorker::handleRefusedUpgrade(const WsEnd &end)
{
    auto error
        = makeError(ErrorCode::Unavailable, u"the WebSocket upgrade was answered with HTTP %1"_s.arg(end.httpStatus));
    error.httpStatus = end.httpStatus;
    switch (end.httpStatus) {
    case 400:
    case 404:
    case 405:
    case 426:
    case 501:
        return conclude(Ending::NextDialect, error);
    case 401:
        error.code = ErrorCode::Unauthorized;
        return conclude(Ending::RefreshToken, error);
    case 403:
        error.code = ErrorCode::Forbidden;
        return conclude(Ending::BadToken, error);
    default:
        break;
    }
    m_health.lastError = error;
    dropConnection(false);
    m_backoff.lost(now());
    waitAndRetry(std::max(m_backoff.next(), end.retryAfter.value_or(0ms)));
}

void FeedWorker::end(Ending ending, const Error &error)
{
    conclude(ending, error);
}

void FeedWorker::conclude(Ending ending, const Error &error)
{
    m_health.lastError = error;
    const auto token = m_credentials.token;
    // Called from inside the dialect, which is therefore let go of later.
    const std::shared_ptr<FeedDialect> dialect = std::move(m_dialect);
    QTimer::singleShot(0, this, [dialect] { });
    dropConnection(false);
    m_backoff.lost(now());
    switch (ending) {
    case Ending::NextDialect:
        giveUpDialect();
        return beginConnect();
    case Ending::RefreshToken:
        if (!m_refreshed && !token.isEmpty()) {
            m_refreshed = true;
            return beginConnect(token);
        }
        return setState(FeedState::Refused);
    case Ending::BadToken:
        return setState(FeedState::Refused);
    case Ending::Backoff:
        break;
    }
    waitAndRetry(m_backoff.next());
}

void FeedWorker::giveUpDialect()
{
    if (m_dialectIndex < m_givenUpUntil.size())
        m_givenUpUntil.at(m_dialectIndex) = now() + m_config.giveUpDialectFor;
}

void FeedWorker::waitAndRetry(milliseconds wait)
{
    setState(FeedState::Waiting);
    m_retry.start(wait);
}

void FeedWorker::setState(FeedState state)
{
    if (m_health.state == state)
        return;
    m_health.state = state;
    m_health.since = m_clock.now();
    Q_EMIT healthReported(m_health);
}

void FeedWorker::tick()
{
    const auto at = now();
    if (m_socket && !m_ready && m_dialect && m_readyBy > 0ms && at >= m_readyBy)
        return conclude(Ending::Backoff, makeError(ErrorCode::Timeout, u"the feed's handshake was not answered"_s));
    if (m_heartbeat) {
        const auto action = m_heartbeat->check(at);
        if (action == Heartbeat::Action::Dead)
            return conclude(Ending::Backoff, makeError(ErrorCode::Timeout, u"no sign of life from the feed"_s));
        if (action == Heartbeat::Action::Ping)
            m_dialect->ping(m_clock.now().value, *this);
    }
    checkStreams(at);
    sendQueued();
    scheduleTick();
}

void FeedWorker::scheduleTick()
{
    if (!m_socket)
        return;
    auto wait = m_ready ? milliseconds(30s) : std::max(1ms, m_readyBy - now());
    if (m_heartbeat)
        wait = std::clamp(m_heartbeat->deadline() - now(), 1ms, wait);
    const bool watched = std::ranges::any_of(m_streams, [](const auto &entry) {
        const auto &stream = entry.second;
        return stream.awaitsRepair || stream.againAt
            || (stream.kind->staleAfter && stream.status.freshness == StreamFreshness::Live);
    });
    if (watched)
        wait = std::min<milliseconds>(wait, 250ms);
    if (!m_queue.empty())
        wait = std::min<milliseconds>(wait, 1s);
    m_tick.start(wait);
}

void FeedWorker::alive()
{
    if (!m_heartbeat)
        return;
    m_heartbeat->alive(now());
    m_health.roundTripMs = m_heartbeat->roundTrip() ? m_heartbeat->roundTrip()->count() : -1;
    scheduleTick();
}

void FeedWorker::send(std::string_view text)
{
    const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    if (!m_socket)
        return;
    const auto limit = static_cast<std::size_t>(std::max(0, m_config.clientMessagesPerMinute));
    if (limit > 0) {
        while (!m_sent.empty() && m_sent.front() + 60s <= now())
            m_sent.pop_front();
        // What keeps the connection alive may not wait behind subscriptions; a tenth is left for it.
        if (m_subscribing && (m_sent.size() >= limit - limit / 10 || !m_queue.empty())) {
            m_queue.push_back(bytes);
            return;
        }
        m_sent.push_back(now());
    }
    m_socket->sendText(text);
}

void FeedWorker::sendQueued()
{
    const auto limit = static_cast<std::size_t>(std::max(0, m_config.clientMessagesPerMinute));
    while (!m_sent.empty() && m_sent.front() + 60s <= now())
        m_sent.pop_front();
    while (m_socket && !m_queue.empty() && m_sent.size() < limit - limit / 10) {
        m_sent.push_back(now());
        const auto text = m_queue.front();
        m_queue.pop_front();
        m_socket->sendText({text.constData(), static_cast<std::size_t>(text.size())});
    }
}

void FeedWorker::flush()
{
    if (m_conflater.isEmpty() || !m_flushed)
        return;
    std::shared_ptr<FeedBatch> batch;
    for (const auto &candidate : m_batches) {
        if (candidate.use_count() == 1) {
            // Whoever held it has let go; see what they did before that.
            std::atomic_thread_fence(std::memory_order_acquire);
            batch = candidate;
            break;
        }
    }
    if (!batch) {
        batch = std::make_shared<FeedBatch>();
        if (m_batches.size() < 4)
            m_batches.push_back(batch);
    }
    m_conflater.take(batch->messages);
    m_health.counters.delivered += batch->messages.size();
    m_flushed = false;
    m_lastFlush = now();
    {
        const std::scoped_lock lock(m_mailbox->mutex);
        m_mailbox->batch = std::move(batch);
    }
    Q_EMIT batchReady();
    if (m_health.state == FeedState::Idle)
        Q_EMIT healthReported(m_health); // nothing else would say it
}

void FeedWorker::taken()
{
    m_flushed = true;
    if (m_socket)
        m_socket->setPaused(false);
    if (!m_conflater.isEmpty() && !m_flushSoon.isActive())
        m_flushSoon.start(std::max(0ms, m_lastFlush + m_config.deliveryInterval - now()));
}

void FeedWorker::reportSoon()
{
    if (!m_reportSoon.isActive())
        m_reportSoon.start(1s);
}

} // namespace majlis::net

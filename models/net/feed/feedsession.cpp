// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/feedsession.h"

#include "models/net/call.h"
#include "models/net/feed/dialect.h"
#include "models/net/feed/feedworker.h"
#include "models/net/tokensource.h"

#include <QNetworkInformation>

namespace majlis::net
{

using namespace Qt::StringLiterals;

FeedSession::FeedSession(FeedConfig config, const Clock &clock, TokenSource *tokens, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_tokens(tokens)
    , m_vocabulary(config.vocabulary)
    , m_mailbox(std::make_shared<FeedMailbox>())
    , m_worker(new FeedWorker(std::move(config), clock, m_mailbox))
{
    qRegisterMetaType<FeedBatchPtr>();
    qRegisterMetaType<StreamStatus>();
    qRegisterMetaType<FeedState>();
    qRegisterMetaType<FeedHealth>();
    qRegisterMetaType<StreamId>("majlis::net::StreamId");
    m_thread.setObjectName(u"majlis feed"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connectWorker();
    watchNetwork();
    m_thread.start();
}

FeedSession::~FeedSession()
{
    m_worker->disconnect(this);
    m_thread.quit();
    m_thread.wait();
}

void FeedSession::connectWorker()
{
    connect(m_worker, &FeedWorker::batchReady, this, &FeedSession::takeDelivery);
    connect(m_worker, &FeedWorker::credentialsNeeded, this, &FeedSession::supplyCredentials);
    connect(m_worker, &FeedWorker::statusChanged, this, [this](StreamId id, const StreamStatus &status) {
        const auto entry = m_entries.find(id);
        if (entry == m_entries.end())
            return;
        entry->status = status;
        Q_EMIT statusChanged(id, status);
    });
    connect(m_worker, &FeedWorker::resyncNeeded, this, [this](StreamId id) {
        if (m_entries.contains(id))
            Q_EMIT resyncNeeded(id);
    });
    connect(m_worker, &FeedWorker::healthReported, this, [this](const FeedHealth &health) {
        const bool moved = health.state != m_health.state;
        m_health = health;
        if (moved)
            Q_EMIT stateChanged(m_health.state);
        Q_EMIT healthChanged();
    });
}

void FeedSession::watchNetwork()
{
    // Not every system has a backend for it; without one the backoff alone decides.
    if (!QNetworkInformation::instance() && !QNetworkInformation::loadDefaultBackend())
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, m_worker,
        [worker = m_worker](QNetworkInformation::Reachability reachability) {
            if (reachability == QNetworkInformation::Reachability::Online)
                worker->networkBack();
        });
}

void FeedSession::start()
{
    QMetaObject::invokeMethod(m_worker, &FeedWorker::start, Qt::QueuedConnection);
}

void FeedSession::stop()
{
    QMetaObject::invokeMethod(m_worker, &FeedWorker::stop, Qt::QueuedConnection);
}

void FeedSession::setAddress(const QByteArray &address)
{
    if (m_address == address)
        return;
    m_address = address;
    credentialsChanged();
}

void FeedSession::credentialsChanged()
{
    QMetaObject::invokeMethod(m_worker, &FeedWorker::credentialsChanged, Qt::QueuedConnection);
}

FeedSubscription FeedSession::subscribe(const StreamKey &key)
{
    const auto known = m_ids.find(key);
    if (known != m_ids.end()) {
        ++m_entries[known->second].holders;
        return FeedSubscription(this, known->second);
    }
    const auto id = m_nextId++;
    Entry entry{.key = key, .holders = 1, .status = {}};
    const bool inVocabulary
        = m_vocabulary->find({key.topic.constData(), static_cast<std::size_t>(key.topic.size())}) != nullptr;
    if (!inVocabulary) {
        entry.status.freshness = StreamFreshness::Refused;
        entry.status.error.code = ErrorCode::NotFound;
        entry.status.error.detail = u"no such stream: "_s + QString::fromUtf8(key.text());
    }
    m_ids.emplace(key, id);
    m_entries.insert(id, entry);
    if (inVocabulary)
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, id, key] { worker->subscribeTo(id, key); }, Qt::QueuedConnection);
    return FeedSubscription(this, id);
}

void FeedSession::release(StreamId id)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end() || --entry->holders > 0)
        return;
    m_ids.erase(entry->key);
    m_entries.erase(entry);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, id] { worker->unsubscribeFrom(id); }, Qt::QueuedConnection);
}

StreamKey FeedSession::key(StreamId id) const
{
    return m_entries.value(id).key;
}

StreamStatus FeedSession::status(StreamId id) const
{
    return m_entries.value(id).status;
}

StreamTraffic FeedSession::traffic(StreamId id) const
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return {};
    return {.delivered = entry->delivered, .latency = entry->latency ? entry->latency->summary() : FeedLatency{}};
}

FeedHealth FeedSession::health() const
{
    auto health = m_health;
    health.latency = m_latency.summary();
    return health;
}

void FeedSession::supplyCredentials(int number, const QByteArray &rejected)
{
    const auto answer = [this, number](Result<void> renewed) {
        if (!renewed) {
            QMetaObject::invokeMethod(
                m_worker,
                [worker = m_worker, number, error = renewed.error()] { worker->refuseCredentials(number, error); },
                Qt::QueuedConnection);
            return;
        }
        FeedCredentials credentials;
        if (m_tokens)
            credentials = {.token = m_tokens->accessToken(), .address = m_tokens->subject().toUtf8()};
        if (!m_address.isEmpty())
            credentials.address = m_address;
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, number, credentials] { worker->useCredentials(number, credentials); },
            Qt::QueuedConnection);
    };
    if (rejected.isEmpty() || !m_tokens)
        return answer({});
    net::start(this, [tokens = m_tokens, rejected](CancelToken) { return tokens->refresh(rejected); }, answer);
}

void FeedSession::note(Entry &entry, const FeedMessage &message, UnixMs now, std::int64_t nowMicros)
{
    entry.status.asOf = now;
    ++entry.delivered;
    if (message.wireMicros > 0) {
        if (!entry.latency)
            entry.latency = std::make_shared<LatencyHistogram>();
        entry.latency->add(nowMicros - message.wireMicros);
    }
}

void FeedSession::takeDelivery()
{
    FeedBatchPtr batch;
    {
        const std::scoped_lock lock(m_mailbox->mutex);
        batch.swap(m_mailbox->batch);
    }
    if (batch) {
        const auto now = m_clock.now();
        const auto nowMicros
            = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch())
                  .count();
        for (const auto &message : batch->messages) {
            if (message.wireMicros > 0)
                m_latency.add(nowMicros - message.wireMicros);
            if (const auto entry = m_entries.find(message.stream); entry != m_entries.end())
                note(*entry, message, now, nowMicros);
        }
        Q_EMIT delivered(batch);
    }
    batch.reset(); // before the feed thread looks for a free one
    QMetaObject::invokeMethod(m_worker, &FeedWorker::taken, Qt::QueuedConnection);
}

} // namespace majlis::net

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/sessionfeed.h"

#include "models/net/feed/graphqltransportws.h"
#include "models/net/feed/plainjson.h"
#include "models/net/feed/socketio.h"
#include "models/platforms/habibi/streams.h"
#include "models/wire/codec.h"

#include <algorithm>

namespace majlis::habibi
{

using namespace Qt::StringLiterals;

namespace
{

// The plain dialect has it in the envelope, the others in the payload.
void takeEnvelopeSeq(std::optional<std::int64_t> &seq, const net::FeedMessage &message)
{
    if (!seq && message.seq)
        seq = static_cast<std::int64_t>(*message.seq);
}

net::FeedConfig configFor(const QUrl &base)
{
    net::FeedConfig config;
    config.base = base;
    config.vocabulary = feedVocabulary();
    // The document's order of preference; the service polls by itself when none of them works.
    config.dialects = {
        [] { return std::make_unique<net::SocketIoDialect>(); },
        [] { return std::make_unique<net::PlainJsonDialect>(); },
        [] { return std::make_unique<net::GraphqlTransportWsDialect>(); },
    };
    return config;
}

} // namespace

SessionFeed::SessionFeed(const QUrl &base, const Clock &clock, net::TokenSource &tokens)
    : m_session(configFor(base), clock, &tokens)
{
    connect(&m_session, &net::FeedSession::delivered, this, &SessionFeed::take);
    connect(&m_session, &net::FeedSession::statusChanged, this, &SessionFeed::takeStatus);
    connect(&m_session, &net::FeedSession::stateChanged, this, &LiveFeed::liveChanged);
    connect(&m_session, &net::FeedSession::healthChanged, this, &LiveFeed::healthChanged);
    connect(&m_session, &net::FeedSession::resyncNeeded, this, [this](net::StreamId id) {
        if (const auto *followed = find(id))
            Q_EMIT resyncNeeded(followed->stream, followed->chain);
    });
}

void SessionFeed::watch(std::optional<Address> account)
{
    if (account == m_account)
        return;
    m_account = account;
    m_followed.clear();
    if (!account) {
        m_session.stop();
        m_session.setAddress({});
        return;
    }
    const auto address = account->text().toLatin1();
    m_session.setAddress(address);
    follow(Stream::Balance, {"balance", address});
    follow(Stream::Network, {"network", address});
    for (const auto chain : {ChainName::Solana, ChainName::Base, ChainName::Arbitrum})
        follow(Stream::Rebase, {"rebase", Chain(chain).text().toLatin1()}, chain);
    m_session.start();
}

void SessionFeed::follow(Stream stream, const net::StreamKey &key, const Chain &chain)
{
    m_followed.push_back({.stream = stream, .chain = chain, .subscription = m_session.subscribe(key)});
}

void SessionFeed::credentialsChanged()
{
    m_session.credentialsChanged();
}

bool SessionFeed::isLive() const
{
    return m_session.state() == net::FeedState::Live;
}

net::FeedHealth SessionFeed::health() const
{
    return m_session.health();
}

std::vector<LiveFeed::Followed> SessionFeed::followed() const
{
    std::vector<Followed> all;
    all.reserve(m_followed.size());
    for (const Subscribed &one : m_followed) {
        const net::StreamId id = one.subscription.id();
        all.push_back({.stream = one.stream,
            .chain = one.chain,
            .status = m_session.status(id),
            .traffic = m_session.traffic(id)});
    }
    return all;
}

const SessionFeed::Subscribed *SessionFeed::find(net::StreamId id) const
{
    const auto found = std::ranges::find(m_followed, id, [](const Subscribed &one) { return one.subscription.id(); });
    return found == m_followed.end() ? nullptr : &*found;
}

void SessionFeed::take(const net::FeedBatchPtr &batch)
{
    for (const auto &message : batch->messages) {
        // Looked up each time: what a message sets off may change the account.
        if (const auto *followed = find(message.stream))
            pass(*followed, message);
    }
}

void SessionFeed::pass(const Subscribed &followed, const net::FeedMessage &message)
{
    if (message.snapshot) {
        // The network's snapshot has only its totals; the rebases' has the last event, which may be news.
        const auto last = message.payload.value("last"_L1);
        if (followed.stream == Stream::Rebase && last.isObject()) {
            if (const auto event = wire::decode<wire::habibi::RebaseEvent>(last))
                Q_EMIT rebaseCompleted(*event);
        }
        return;
    }
    switch (followed.stream) {
    case Stream::Balance:
        if (auto update = wire::decode<wire::habibi::BalanceUpdate>(message.payload)) {
            takeEnvelopeSeq(update->seq, message);
            Q_EMIT balanceUpdated(*update);
        }
        break;
    case Stream::Network:
        if (auto update = wire::decode<wire::habibi::NetworkUpdate>(message.payload)) {
            takeEnvelopeSeq(update->seq, message);
            Q_EMIT networkUpdated(*update);
        }
        break;
    case Stream::Rebase:
        if (const auto event = wire::decode<wire::habibi::RebaseEvent>(message.payload))
            Q_EMIT rebaseCompleted(*event);
        break;
    }
}

void SessionFeed::takeStatus(net::StreamId id, const net::StreamStatus &status)
{
    const auto found = std::ranges::find(m_followed, id, [](const Subscribed &one) { return one.subscription.id(); });
    if (found == m_followed.end())
        return;
    const bool stale
        = status.freshness == net::StreamFreshness::Stale || status.freshness == net::StreamFreshness::Refused;
    if (std::exchange(found->stale, stale) != stale)
        Q_EMIT staleChanged(found->stream, stale);
}

LiveFeedFactory sessionFeedFactory()
{
    return [](const QUrl &base, const Clock &clock, net::TokenSource &tokens) -> std::unique_ptr<LiveFeed> {
        return std::make_unique<SessionFeed>(base, clock, tokens);
    };
}

} // namespace majlis::habibi

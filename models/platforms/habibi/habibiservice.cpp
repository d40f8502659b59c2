// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/habibiservice.h"

#include "models/platforms/habibi/sessionfeed.h"

#include "models/net/call.h"
#include "models/store/errorlog.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace majlis::habibi
{

using net::CachePolicy;
using wire::habibi::LeaderboardType;

namespace
{

constexpr std::chrono::seconds pollEvery{30};
constexpr std::chrono::seconds reloadAtMostEvery{10};
constexpr int wholeDepth = 7;
constexpr ChainName chains[] = {ChainName::Solana, ChainName::Base, ChainName::Arbitrum};

} // namespace

template <class MakeTask, class Take>
void HabibiService::fetch(CachePolicy cache, MakeTask makeTask, Take take)
{
    const CallOptions callOptions = options(cache);
    net::start(
        this, [makeTask, callOptions](const net::CancelToken &) { return makeTask(callOptions); },
        [callOptions, take](auto result) mutable {
            if (!callOptions.cancel.isCancelled())
                take(std::move(result));
        });
}

HabibiService::HabibiService(QUrl base, QString connectionId, Dependencies dependencies, QObject *parent)
    : QObject(parent)
    , m_base(std::move(base))
    , m_connectionId(std::move(connectionId))
    , m_dependencies(std::move(dependencies))
    , m_session(std::make_unique<Session>(*m_dependencies.clock, m_dependencies.vault, m_connectionId))
{
    net::HttpClient::Services services;
    services.network = m_dependencies.network;
    services.clock = m_dependencies.clock;
    services.gate = m_dependencies.gate;
    services.cache = m_dependencies.cache;
    services.tokens = m_session.get();
    m_http = std::make_unique<net::HttpClient>(m_base, services);
    m_graphql = std::make_unique<net::GraphqlClient>(*m_http);
    m_client = std::make_unique<HabibiClient>(*m_http, *m_graphql);
    m_session->setClient(m_client.get());
    const auto makeFeed = m_dependencies.makeFeed ? m_dependencies.makeFeed : sessionFeedFactory();
    m_feed = makeFeed(m_base, *m_dependencies.clock, *m_session);
    followSession();
    followFeed();
    connect(m_http.get(), &net::HttpClient::onlineChanged, this, &HabibiService::updateConnection);
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (m_connection != Connection::Live)
            fetchAll(CachePolicy::Normal);
    });
    m_networkReload.setSingleShot(true);
    connect(&m_networkReload, &QTimer::timeout, this,
        [this] { fetchNetwork(std::max(m_networkDepth, 1), CachePolicy::Refresh); });
    m_userReload.setSingleShot(true);
    m_userReload.setInterval(reloadAtMostEvery);
    connect(&m_userReload, &QTimer::timeout, this, [this] { fetchUser(CachePolicy::Refresh); });
}

HabibiService::~HabibiService()
{
    m_accountScope.cancel();
    m_networkLoad.cancel();
}

CallOptions HabibiService::options(CachePolicy cache) const
{
    CallOptions callOptions;
    callOptions.cache = cache;
    callOptions.cancel = m_accountScope.token();
    return callOptions;
}

void HabibiService::noteError(const Error &error, const QString &what)
{
    if (m_dependencies.errors != nullptr)
        m_dependencies.errors->record(u"habibi."_s + what, error);
}

void HabibiService::noteUnlessNewcomer(const Error &error, const QString &what)
{
    if (error.code != ErrorCode::NotFound || m_session->state() == Session::State::SignedIn)
        noteError(error, what);
}

QCoro::Task<Result<wire::habibi::Health>> HabibiService::probe(net::CancelToken cancel)
{
    CallOptions callOptions;
    callOptions.cache = CachePolicy::NetworkOnly;
    callOptions.cancel = cancel;
    HabibiClient &client = *m_client;
    const wire::habibi::rest::GetHealth healthCall;
    const auto health = co_await client.call(healthCall, callOptions);
    if (!health)
        co_return std::unexpected(health.error());
    const wire::habibi::rest::GetReady readyCall;
    const auto ready = co_await client.call(readyCall, callOptions);
    if (!ready)
        co_return std::unexpected(ready.error());
    co_return health->value;
}

void HabibiService::followSession()
{
    connect(m_session.get(), &Session::stateChanged, this, [this] {
        if (m_session->state() == Session::State::Restoring)
            return;
        if (m_feed)
            m_feed->credentialsChanged();
        // The fields marked "own" come and go with the session; a first sign-in makes the account.
        fetchUser(CachePolicy::Refresh);
        if (m_session->state() == Session::State::SignedIn && !m_network.value)
            fetchNetwork(m_networkDepth > 0 ? m_networkDepth : wholeDepth, CachePolicy::Normal);
    });
    connect(
        m_session.get(), &Session::sealingFailed, this, [this](const Error &error) { noteError(error, u"session"_s); });
    connect(m_session.get(), &Session::ended, this, [this] {
        if (m_session->endReason())
            noteError(*m_session->endReason(), u"session"_s);
    });
}

void HabibiService::forgetAccount()
{
    m_accountScope.cancel();
    m_accountScope = net::CancelSource();
    m_networkLoad.cancel();
    m_networkLoad = net::CancelSource();
    m_networkReload.stop();
    m_userReload.stop();
    m_user = {};
    m_balances.clear();
    m_network = {};
    m_follower.reset({});
    m_networkDepth = 0;
    m_networkLoadedAt.reset();
    m_joins.clear();
    m_leaderboards.clear();
}

void HabibiService::setAccount(std::optional<Address> account)
{
    if (m_account == account)
        return;
    forgetAccount();
    m_account = account;
    if (!m_account)
        m_session->suspend();
    Q_EMIT accountChanged();
    Q_EMIT userChanged();
    Q_EMIT balancesChanged({});
    Q_EMIT networkChanged();
    Q_EMIT joinsChanged();
    if (!m_account) {
        m_poll.stop();
        if (m_feed)
            m_feed->watch({});
        return;
    }
    m_poll.start();
    const Address restored = *m_account;
    fetch(
        CachePolicy::None, [this, restored](const CallOptions &) { return m_session->restore(restored); },
        [this](const Result<void> &outcome) {
            if (!outcome && outcome.error().code != ErrorCode::NotFound)
                noteError(outcome.error(), u"session"_s);
            fetchAll(CachePolicy::Normal);
        });
    if (m_feed)
        m_feed->watch(m_account); // the session knows by now whose connection it is
    showLastKnown();
}

void HabibiService::showLastKnown()
{
    fetchUser(CachePolicy::LastKnown);
    fetchStatistics(CachePolicy::LastKnown);
    fetchNetwork(wholeDepth, CachePolicy::LastKnown);
    for (const ChainName chain : chains)
        fetchRebases(chain, CachePolicy::LastKnown);
}

void HabibiService::fetchAll(CachePolicy cache)
{
    if (!m_account)
        return;
    fetchUser(cache);
    fetchStatistics(cache);
    fetchNetwork(m_networkDepth > 0 ? m_networkDepth : wholeDepth, cache);
    for (const ChainName chain : chains)
        fetchRebases(chain, cache);
}

void HabibiService::refresh()
{
    fetchAll(CachePolicy::Refresh);
}

void HabibiService::fetchUser(CachePolicy cache)
{
    if (!m_account)
        return;
    const bool isLastKnown = cache == CachePolicy::LastKnown;
    m_user.loading = m_user.loading || !isLastKnown;
    const Address address = *m_account;
    fetch(
        cache,
        [this, address](const CallOptions &callOptions) {
            return m_client->call(wire::habibi::rest::GetUser{.address = address}, callOptions);
        },
        [this, isLastKnown](Result<Answered<wire::habibi::User>> answer) {
            if (answer) {
                // What is held meanwhile is newer than what was held at the last start.
                if (!isLastKnown || !m_user.value)
                    takeUser(std::move(answer->value), answer->freshness);
                return;
            }
            if (isLastKnown)
                return;
            noteUnlessNewcomer(answer.error(), u"user"_s);
            m_user.fail(answer.error());
            Q_EMIT userChanged();
        });
    if (!isLastKnown)
        Q_EMIT userChanged();
}

void HabibiService::takeUser(wire::habibi::User user, net::Freshness freshness)
{
    if (m_balances.apply(user, freshness.asOf))
        Q_EMIT balancesChanged({});
    m_user.succeed(std::move(user), freshness);
    Q_EMIT userChanged();
}

void HabibiService::fetchStatistics(CachePolicy cache)
{
    const bool isLastKnown = cache == CachePolicy::LastKnown;
    m_statistics.loading = m_statistics.loading || !isLastKnown;
    fetch(
        cache,
        [this](const CallOptions &callOptions) {
            return m_client->run(wire::habibi::graphql::GlobalStatsQuery{}, callOptions);
        },
        [this, isLastKnown](Result<Answered<std::optional<wire::habibi::GlobalStatistics>>> answer) {
            if (answer && answer->value) {
                if (!isLastKnown || !m_statistics.value)
                    m_statistics.succeed(std::move(*answer->value), answer->freshness);
            } else if (isLastKnown) {
                return;
            } else if (answer) { // a fresh server has not computed them: nothing to show, and no failure
                m_statistics = {};
            } else {
                noteError(answer.error(), u"statistics"_s);
                m_statistics.fail(answer.error());
            }
            Q_EMIT statisticsChanged();
        });
}

void HabibiService::loadLeaderboard(LeaderboardType type, bool force)
{
    auto &known = m_leaderboards[type];
    known.loading = true;
    Q_EMIT leaderboardChanged(type);
    fetch(
        force ? CachePolicy::Refresh : CachePolicy::Normal,
        [this, type](const CallOptions &callOptions) {
            return m_client->run(wire::habibi::graphql::LeaderboardQuery{.type = type, .limit = 100}, callOptions);
        },
        [this, type](Result<Answered<std::vector<wire::habibi::LeaderboardEntry>>> answer) {
            auto &held = m_leaderboards[type];
            if (answer) {
                held.succeed(std::move(answer->value), answer->freshness);
            } else {
                noteError(answer.error(), u"leaderboard"_s);
                held.fail(answer.error());
            }
            Q_EMIT leaderboardChanged(type);
        });
}

const Known<std::vector<wire::habibi::LeaderboardEntry>> &HabibiService::leaderboard(LeaderboardType type) const
{
    static const Known<std::vector<wire::habibi::LeaderboardEntry>> nothing;
    const auto found = m_leaderboards.find(type);
    return found == m_leaderboards.end() ? nothing : found->second;
}

QCoro::Task<Result<void>> HabibiService::updateProfile(wire::habibi::ProfileInput input, net::CancelToken cancel)
{
    CallOptions callOptions;
    callOptions.cancel = cancel;
    const net::CancelToken scope = m_accountScope.token();
    wire::habibi::graphql::UpdateProfileMutation mutation;
    mutation.input = std::move(input);
    auto answer = co_await m_client->run(std::move(mutation), callOptions);
    if (!answer)
        co_return std::unexpected(answer.error());
    if (!scope.isCancelled())
        takeUser(std::move(answer->value), answer->freshness);
    co_return Result<void>{};
}

} // namespace majlis::habibi

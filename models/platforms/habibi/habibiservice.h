// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/amount.h"
#include "models/domain/rebase.h"
#include "models/net/graphqlclient.h"
#include "models/net/httpclient.h"
#include "models/platforms/habibi/balancebook.h"
#include "models/platforms/habibi/habibiclient.h"
#include "models/platforms/habibi/known.h"
#include "models/platforms/habibi/livefeed.h"
#include "models/platforms/habibi/networkfollower.h"
#include "models/platforms/habibi/networksnapshot.h"
#include "models/platforms/habibi/rebasebook.h"
#include "models/platforms/habibi/session.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class QNetworkAccessManager;

namespace majlis::net
{
class RateGate;
}
namespace majlis::store
{
class ErrorLog;
class ResponseCache;
} // namespace majlis::store

namespace majlis::habibi
{

/// Somebody who joined the network, newest first in HabibiService::newestJoins().
struct Join {
    Address address = wire::unread();
    QString displayName; ///< empty: none
    Chain chain;
    int depth = 0; ///< levels below the account
    UnixMs joinedAt;
    bool live = false; ///< came over the feed while the program was running
};

/// When a chain's next rebase is due.
struct NextRebase {
    Chain chain;
    std::int64_t rateBps = 0;
    RebaseCountdown countdown;
    std::optional<wire::habibi::RebaseEvent> last;
};

/// One connection to a HABIBI platform: its session, its data and its live feeds, for as long as the program knows the
/// connection. View models read the getters and listen to the signals; each signal means "this getter's answer
/// changed". Commands return at once and report through state. Everything is on the GUI thread and nothing blocks.
///
/// Data: what was known last is there from setAccount() on (out of the cache, marked with its age), the network is
/// asked right after. With feeds, balances and network change by themselves; without (FeedState other than Live) the
/// service asks every 30 s. A failure leaves the last value and marks it stale.
class HabibiService : public QObject
{
    Q_OBJECT

public:
    /// What the service works with; it owns none of it, and all must outlive it.
    struct Dependencies {
        QNetworkAccessManager *network = nullptr; ///< required
        const Clock *clock = nullptr; ///< required
        net::RateGate *gate = nullptr; ///< null: one of its own
        store::ResponseCache *cache = nullptr; ///< null: nothing is remembered
        store::ErrorLog *errors = nullptr; ///< null: not logged
        TokenVault *vault = nullptr; ///< null: signed out at every start
        LiveFeedFactory makeFeed; ///< null: the platform's own feeds
    };
    enum class Connection {
        Unknown, ///< no answer yet
        Live, ///< feeds are connected
        Polling, ///< the platform answers, feeds do not: data is up to 30 s old
        Offline, ///< no answer: what is shown is the last known
    };
    Q_ENUM(Connection)

    /// `base` has passed net::HttpClient::validateBase(). `connectionId` names the connection in cache and vault.
    HabibiService(QUrl base, QString connectionId, Dependencies dependencies, QObject *parent = nullptr);
    ~HabibiService() override;

    /// Is there a HABIBI platform at this URL: asks `/ready` and `/health`. For "test before it is saved".
    [[nodiscard]] QCoro::Task<Result<wire::habibi::Health>> probe(net::CancelToken cancel);

    // ---- account and session
    /// Whose data this is about; none: nobody's (everything is forgotten from memory). Shows last known data at once,
    /// tries to restore the session, and then asks the platform.
    void setAccount(std::optional<Address> account);
    [[nodiscard]] const std::optional<Address> &account() const { return m_account; }
    [[nodiscard]] Session &session() { return *m_session; }
    /// For scenarios and calls that the service has no state for; use with net::start().
    [[nodiscard]] HabibiClient &client() { return *m_client; }
    /// Null where the factory made none.
    [[nodiscard]] LiveFeed *feed() { return m_feed.get(); }
    [[nodiscard]] net::HttpClient &http() { return *m_http; }
    [[nodiscard]] Connection connection() const { return m_connection; }

    // ---- data; see the signals
    [[nodiscard]] const Known<wire::habibi::User> &user() const { return m_user; }
    /// Per chain, live. Newest rule: habibi.feeds.md part 0.
    [[nodiscard]] const BalanceBook &balances() const { return m_balances; }
    [[nodiscard]] const Known<NetworkSnapshot> &network() const { return m_network; }
    /// What happened since the snapshot in network(), oldest first: a view that opens late applies them in order.
    [[nodiscard]] const std::vector<wire::habibi::NetworkUpdate> &networkUpdates() const
    {
        return m_follower.updates();
    }
    [[nodiscard]] const std::vector<Join> &newestJoins() const { return m_joins; }
    [[nodiscard]] const Known<wire::habibi::GlobalStatistics> &statistics() const { return m_statistics; }
    /// One for each chain with a known or estimated time, soonest first, as of now.
    [[nodiscard]] std::vector<NextRebase> nextRebases() const;
    /// Newest first, without gaps, at most 100.
    [[nodiscard]] const Known<std::vector<wire::habibi::RebaseEvent>> &rebases(Chain chain) const;
    [[nodiscard]] const Known<std::vector<wire::habibi::LeaderboardEntry>> &leaderboard(
        wire::habibi::LeaderboardType type) const;

    // ---- commands
    /// Asks again for the user, statistics and rebases, past the cache.
    void refresh();
    /// Loads the network 1..7 levels deep; `force` past the cache. Another load under way is replaced.
    void loadNetwork(int depth, bool force = false);
    /// What was there stays.
    void cancelNetwork();
    void loadLeaderboard(wire::habibi::LeaderboardType type, bool force = false);
    void loadRebases(Chain chain);
    /// Changes the profile; on success user() has it.
    [[nodiscard]] QCoro::Task<Result<void>> updateProfile(wire::habibi::ProfileInput input, net::CancelToken cancel);

Q_SIGNALS:
    void connectionChanged();
    void accountChanged();
    void userChanged();
    /// `update` is the newest of the change, none when several chains changed at once (a fresh user()).
    void balancesChanged(const std::optional<majlis::wire::habibi::BalanceUpdate> &update);
    void networkChanged();
    /// 0.. nodes loaded; `total` is -1 when the server has not counted.
    void networkProgress(qint64 nodes, qint64 total);
    /// A live change that fits onto network() and the updates before it.
    void networkUpdated(const majlis::wire::habibi::NetworkUpdate &update);
    void joinsChanged();
    void statisticsChanged();
    void rebasesChanged(majlis::Chain chain);
    void leaderboardChanged(majlis::wire::habibi::LeaderboardType type);
    /// Worth a notification: a rebase of one of the user's chains has happened.
    void rebaseHappened(const majlis::wire::habibi::RebaseEvent &event);

private:
    void followSession();
    void followFeed();
    void showLastKnown();
    void fetchAll(net::CachePolicy cache);
    void fetchUser(net::CachePolicy cache);
    void fetchStatistics(net::CachePolicy cache);
    void fetchRebases(Chain chain, net::CachePolicy cache);
    void fetchNetwork(int depth, net::CachePolicy cache);
    void reloadNetworkSoon();
    void takeUser(wire::habibi::User user, net::Freshness freshness);
    void takeNetwork(NetworkSnapshot network, net::Freshness freshness);
    void takeJoins();
    void takeBalance(const wire::habibi::BalanceUpdate &update);
    void takeNetworkUpdate(const wire::habibi::NetworkUpdate &update);
    void takeRebase(const wire::habibi::RebaseEvent &event);
    void takeResync(LiveFeed::Stream stream, const Chain &chain);
    void updateConnection();
    void forgetAccount();
    void noteError(const Error &error, const QString &what);
    /// The platform knows nobody who has not signed in yet: its "not found" is an answer then, and no fault.
    void noteUnlessNewcomer(const Error &error, const QString &what);
    [[nodiscard]] CallOptions options(net::CachePolicy cache) const;
    /// Starts `makeTask(options)` and gives its outcome to `take`, unless the account has changed meanwhile.
    template <class MakeTask, class Take>
    void fetch(net::CachePolicy cache, MakeTask makeTask, Take take);

    struct RebaseState {
        RebaseBook book;
        Known<std::vector<wire::habibi::RebaseEvent>> known;
        bool filling = false; // a gap is being filled
    };

    QUrl m_base;
    QString m_connectionId;
    Dependencies m_dependencies;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<net::HttpClient> m_http;
    std::unique_ptr<net::GraphqlClient> m_graphql;
    std::unique_ptr<HabibiClient> m_client;
    std::unique_ptr<LiveFeed> m_feed;
    std::optional<Address> m_account;
    net::CancelSource m_accountScope; // cancelled with the account
    net::CancelSource m_networkLoad; // cancelled by the next load
    Connection m_connection = Connection::Unknown;
    Known<wire::habibi::User> m_user;
    BalanceBook m_balances;
    Known<NetworkSnapshot> m_network;
    NetworkFollower m_follower;
    int m_networkDepth = 0; // of the last load; 0: nobody has asked
    std::optional<std::chrono::milliseconds> m_networkLoadedAt; // monotonic
    std::vector<Join> m_joins;
    Known<wire::habibi::GlobalStatistics> m_statistics;
    std::map<ChainName, RebaseState> m_rebases;
    std::map<wire::habibi::LeaderboardType, Known<std::vector<wire::habibi::LeaderboardEntry>>> m_leaderboards;
    QTimer m_poll;
    QTimer m_networkReload; // single shot; both keep within the contract's "at most once in 10 s"
    QTimer m_userReload;
};

} // namespace majlis::habibi

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"
#include "models/net/httprequest.h"
#include "models/net/latch.h"

#include <QCoroTask>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <set>

class QNetworkAccessManager;

namespace majlis::store
{
class ResponseCache;
}

namespace majlis::net
{

class RateGate;
class TokenSource;
struct ExchangeOutcome;

/// Talks HTTP to one origin. Every answer has passed its request's policy or is an Error; nothing is repaired.
///
/// - https only, but for loopback. TLS failures are ErrorCode::Tls with the cause in `reason`, never ignored.
/// - Redirects are followed within the origin only, at most five.
/// - 401 `token_expired`: one refresh for everybody, one retry. 429: everybody waits until the server's time is over;
///   a request whose own time would not last fails with RateLimited and `retryAfter`.
/// - Connection failures and 503 are retried with jitter where a repetition is harmless.
///
/// GUI thread only; nothing here blocks, and long answers are read on the thread pool. When the client is destroyed its
/// requests end with Cancelled.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    struct Job; ///< one request on its way (httpjob.h); for this room's own files

    /// What the client works with; it owns none of it, and all must outlive it.
    struct Services {
        QNetworkAccessManager *network = nullptr; ///< required
        const Clock *clock = nullptr; ///< required
        RateGate *gate = nullptr; ///< shared by the clients of a program; null: one of its own
        store::ResponseCache *cache = nullptr; ///< null: nothing is kept
        TokenSource *tokens = nullptr; ///< null: only HttpAuth::None and Optional work
    };

    /// `base` must be absolute, http(s), without query, fragment and user information; check with validateBase().
    HttpClient(QUrl base, Services services, QObject *parent = nullptr);
    ~HttpClient() override;

    /// InvalidArgument unless `base` may be used: https anywhere, http on loopback (127.0.0.0/8, ::1, localhost).
    [[nodiscard]] static Result<void> validateBase(const QUrl &base);

    [[nodiscard]] const QUrl &base() const { return m_base; }
    /// Tokens may come later than the client: sign-in itself needs one.
    void setTokenSource(TokenSource *tokens) { m_services.tokens = tokens; }
    [[nodiscard]] TokenSource *tokenSource() const { return m_services.tokens; }

    [[nodiscard]] QCoro::Task<Result<HttpResponse>> send(HttpRequest request);

    /// The server's clock less ours, from `Date` headers; empty before the first answer. Whole seconds at best.
    [[nodiscard]] std::optional<std::chrono::milliseconds> clockSkew() const { return m_skew; }
    /// Whether the last exchange reached the server; empty before the first.
    [[nodiscard]] std::optional<bool> isOnline() const { return m_online; }

Q_SIGNALS:
    /// The clock of this computer differs from the server's by more than two minutes, or no longer does (zero).
    void clockSkewFound(std::chrono::milliseconds serverAhead);
    void onlineChanged(bool online);

private:
    QCoro::Task<Result<HttpResponse>> run(std::shared_ptr<Job> job);
    QCoro::Task<Result<HttpResponse>> attempt(std::shared_ptr<Job> job);
    QCoro::Task<Result<HttpResponse>> overNetwork(std::shared_ptr<Job> job);
    QCoro::Task<Result<HttpResponse>> judge(std::shared_ptr<Job> job, std::shared_ptr<ExchangeOutcome> outcome);
    QCoro::Task<std::shared_ptr<ExchangeOutcome>> exchange(std::shared_ptr<Job> job);
    QCoro::Task<Result<HttpResponse>> fromCacheAfter(std::shared_ptr<Job> job, Error error);
    QCoro::Task<Result<void>> pause(std::shared_ptr<Job> job, std::chrono::milliseconds span);
    /// Empty: not cached.
    [[nodiscard]] QString cacheKeyFor(const Job &job) const;
    [[nodiscard]] std::chrono::milliseconds timeLeft(const Job &job) const;
    [[nodiscard]] Error rejection(const Job &job, const ExchangeOutcome &outcome);
    void holdEverybody(Error &error, const ExchangeOutcome &outcome);
    void noteDate(const ExchangeOutcome &outcome);
    void setOnline(bool online);

    QUrl m_base;
    Services m_services;
    std::unique_ptr<RateGate> m_ownGate;
    std::set<std::shared_ptr<Job>> m_jobs;
    std::optional<std::chrono::milliseconds> m_skew;
    std::optional<bool> m_online;
    bool m_skewReported = false;
};

} // namespace majlis::net

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpclient.h"

#include "models/net/httpdate.h"
#include "models/net/httpexchange.h"
#include "models/net/httpjob.h"
#include "models/net/httptransmission.h"
#include "models/net/httpvocabulary.h"
#include "models/net/rategate.h"
#include "models/net/strictjson.h"
#include "models/net/tokensource.h"
#include "models/store/responsecache.h"

#include <QHostAddress>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

namespace majlis::net
{

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace
{

constexpr int maxRedirects = 5;
constexpr int maxRateLimited = 3;
constexpr milliseconds skewWorthSaying = std::chrono::minutes(2);

Error makeError(ErrorCode code, QString detail)
{
    Error error;
    error.code = code;
    error.detail = std::move(detail);
    return error;
}

std::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, u"the caller went away"_s);
}

// Failures that last known data are a better answer to.
bool answeredByLastKnown(ErrorCode code)
{
    return code == ErrorCode::Offline || code == ErrorCode::Timeout || code == ErrorCode::Unavailable
        || code == ErrorCode::RateLimited;
}

} // namespace

HttpClient::HttpClient(QUrl base, Services services, QObject *parent)
    : QObject(parent)
    , m_base(std::move(base))
    , m_services(services)
{
    Q_ASSERT(m_services.network && m_services.clock);
    if (!m_services.gate) {
        m_ownGate = std::make_unique<RateGate>(*m_services.clock);
        m_services.gate = m_ownGate.get();
    }
}

HttpClient::~HttpClient()
{
    while (!m_jobs.empty()) {
        const auto job = *m_jobs.begin();
        m_jobs.erase(m_jobs.begin());
        job->clientGone = true;
        job->stop.cancel();
    }
}

Result<void> HttpClient::validateBase(const QUrl &base)
{
    const auto refuse = [](QString why) { return fail(ErrorCode::InvalidArgument, std::move(why), u"url"_s); };
    if (!base.isValid() || base.isRelative() || base.host().isEmpty())
        return refuse(u"not a complete URL"_s);
    if (base.hasQuery() || base.hasFragment() || !base.userInfo().isEmpty())
        return refuse(u"a URL with a query, a fragment or a user name"_s);
    if (base.scheme() == "https"_L1)
        return {};
    if (base.scheme() != "http"_L1)
        return refuse(u"not an https URL"_s);
    const QHostAddress address(base.host());
    if (base.host() == "localhost"_L1 || address.isLoopback())
        return {};
    return refuse(u"http is allowed on this computer only; use https"_s);
}

milliseconds HttpClient::timeLeft(const Job &job) const
{
    return std::max(milliseconds(0), job.deadline - m_services.clock->monotonic());
}

QCoro::Task<Result<HttpResponse>> HttpClient::send(HttpRequest request)
{
    if (auto valid = validateBase(m_base); !valid)
        co_return std::unexpected(valid.error());
    if (request.cancel.isCancelled())
        co_return cancelled();
    const auto job = std::make_shared<Job>();
    job->deadline = m_services.clock->monotonic() + request.totalTimeout;
    job->url = m_base;
    auto path = m_base.path(QUrl::FullyEncoded);
    if (path.endsWith(u'/'))
        path.chop(1);
    job->url.setPath(path + request.path, QUrl::TolerantMode);
    // A plus sign means itself here, and a space to many a server.
    if (!request.query.isEmpty())
        job->url.setQuery(request.query.toString(QUrl::FullyEncoded).replace(u'+', "%2B"_L1));
    job->request = std::move(request);
    const auto stop = job->stop;
    job->callerStops = job->request.cancel.onCancelled([stop] { stop.cancel(); });
    m_jobs.insert(job);
    auto result = co_await run(job);
    job->callerStops = {};
    if (!job->clientGone)
        m_jobs.erase(job);
    if (stop.isCancelled())
        result = cancelled();
    co_return result;
}

QString HttpClient::cacheKeyFor(const Job &job) const
{
    const auto &request = job.request;
    const bool cacheable = request.method == HttpMethod::Get || !request.cacheKey.isEmpty();
    if (!m_services.cache || !cacheable || request.cache == CachePolicy::None)
        return {};
    // Whose answer it is does not depend on a token being at hand: what an account saw last is shown to it from the
    // first second of the next start, before its session is renewed.
    QString subject;
    if (request.auth != HttpAuth::None && m_services.tokens)
        subject = m_services.tokens->subject();
    auto what = request.cacheKey;
    if (what.isEmpty())
        what = job.url.toString(QUrl::FullyEncoded);
    return m_base.toString(QUrl::FullyEncoded) % u'|' % subject % u'|' % QString::fromLatin1(verb(request.method))
        % u' ' % what % u' ' % QString::fromLatin1(request.accept);
}

QCoro::Task<Result<HttpResponse>> HttpClient::run(std::shared_ptr<Job> job)
{
    const auto &request = job->request;
    if (request.auth != HttpAuth::None && m_services.tokens)
        job->sentToken = m_services.tokens->accessToken();
    if (request.auth == HttpAuth::Required && job->sentToken.isEmpty())
        co_return fail(ErrorCode::Unauthorized, u"signed out"_s);

    job->cacheKey = cacheKeyFor(*job);
    if (!job->cacheKey.isEmpty()) {
        auto found = co_await m_services.cache->find(job->cacheKey);
        if (job->stop.isCancelled())
            co_return cancelled();
        if (found)
            job->held = std::move(*found);
    }
    const auto now = m_services.clock->now();
    const bool fresh = job->held && now < job->held->freshUntil && job->held->confirmedAt <= now;
    if (request.cache == CachePolicy::LastKnown || (request.cache == CachePolicy::Normal && fresh)) {
        auto notHeld = makeError(ErrorCode::NotFound, u"nothing is held"_s);
        auto kept = co_await fromCacheAfter(job, std::move(notHeld));
        if (kept)
            kept->freshness.stale = !fresh;
        co_return kept;
    }
    auto result = co_await overNetwork(job);
    if (result || job->stop.isCancelled())
        co_return result;
    const bool mayFallBack = request.cache == CachePolicy::Normal || request.cache == CachePolicy::Refresh;
    if (!mayFallBack || !job->held || !answeredByLastKnown(result.error().code))
        co_return result;
    auto kept = co_await fromCacheAfter(job, result.error());
    co_return kept;
}

QCoro::Task<Result<HttpResponse>> HttpClient::fromCacheAfter(std::shared_ptr<Job> job, Error error)
{
    if (!job->held)
        co_return std::unexpected(error);
    HttpResponse response;
    response.status = 200;
    response.body = job->held->body;
    response.contentType = job->held->contentType;
    response.freshness = {.asOf = job->held->confirmedAt, .fromCache = true, .stale = true};
    if (job->request.parseJson) {
        auto json = co_await parseOffThread(response.body);
        if (job->stop.isCancelled())
            co_return cancelled();
        if (!json)
            co_return std::unexpected(error); // the cache is damaged: the network's failure is the better message
        response.json = *json;
    }
    co_return response;
}

QCoro::Task<Result<void>> HttpClient::pause(std::shared_ptr<Job> job, milliseconds span)
{
    const auto latch = std::make_shared<Latch>();
    const auto registration = job->stop.token().onCancelled([latch] { latch->set(); });
    QTimer::singleShot(span, Qt::PreciseTimer, QCoreApplication::instance(), [latch] { latch->set(); });
    co_await latch->wait();
    if (job->stop.isCancelled())
        co_return cancelled();
    co_return Result<void>();
}

QCoro::Task<Result<HttpResponse>> HttpClient::overNetwork(std::shared_ptr<Job> job)
{
    Result<HttpResponse> result = cancelled();
    for (bool again = true; again;) {
        result = co_await attempt(job);
        if (job->stop.isCancelled())
            co_return cancelled();
        if (result)
            co_return result;
        again = false;
        const auto &error = result.error();
        if (error.code == ErrorCode::TokenExpired && m_services.tokens && !job->refreshed
            && !job->sentToken.isEmpty()) {
            job->refreshed = true;
            auto renewed = co_await m_services.tokens->refresh(job->sentToken);
            if (job->stop.isCancelled())
                co_return cancelled();
            if (!renewed)
                co_return std::unexpected(renewed.error());
            job->sentToken = m_services.tokens->accessToken();
            again = true;
        } else if (error.code == ErrorCode::RateLimited && error.retryAfter) {
            again = ++job->rateLimited < maxRateLimited && *error.retryAfter < timeLeft(*job);
        } else if ((error.code == ErrorCode::Offline || error.code == ErrorCode::Unavailable) && mayRepeat(job->request)
            && ++job->attempt < job->request.attempts) {
            auto wait = milliseconds(100 + QRandomGenerator::global()->bounded(400));
            wait = std::max(wait, error.retryAfter.value_or(wait));
            if (wait >= timeLeft(*job))
                co_return result;
            auto waited = co_await pause(job, wait);
            if (!waited)
                co_return std::unexpected(waited.error());
            again = true;
        }
    }
    co_return result;
}

QCoro::Task<Result<HttpResponse>> HttpClient::attempt(std::shared_ptr<Job> job)
{
    for (;;) {
        for (;;) {
            const auto wait = m_services.gate->remaining(m_base.authority());
            if (wait == milliseconds(0))
                break;
            if (wait >= timeLeft(*job)) {
                auto error = makeError(ErrorCode::RateLimited, u"this host asked us to wait"_s);
                error.retryAfter = wait;
                co_return std::unexpected(std::move(error));
            }
            auto waited = co_await pause(job, wait);
            if (!waited)
                co_return std::unexpected(waited.error());
        }
        if (timeLeft(*job) == milliseconds(0))
            co_return fail(ErrorCode::Timeout, u"no time left"_s);
        const auto outcome = co_await exchange(job);
        if (job->stop.isCancelled())
            co_return cancelled();
        if (outcome->error) {
            if (outcome->error->code == ErrorCode::Offline || outcome->error->code == ErrorCode::Timeout)
                setOnline(false);
            co_return std::unexpected(*outcome->error);
        }
        setOnline(true);
        noteDate(*outcome);
        if (!isRedirect(outcome->status)) {
            auto judged = co_await judge(job, outcome);
            co_return judged;
        }
        const auto target = job->url.resolved(outcome->location);
        const bool keepsVerb
            = job->request.method == HttpMethod::Get || outcome->status == 307 || outcome->status == 308;
        if (outcome->location.isEmpty() || !sameOrigin(m_base, target) || !keepsVerb
            || ++job->redirects > maxRedirects) {
            auto error = makeError(ErrorCode::Malformed, u"redirect refused: "_s + target.host());
            error.reason = u"redirect_refused"_s;
            error.httpStatus = outcome->status;
            co_return std::unexpected(std::move(error));
        }
        job->url = target;
    }
}

QCoro::Task<std::shared_ptr<ExchangeOutcome>> HttpClient::exchange(std::shared_ptr<Job> job)
{
    const auto &policy = job->request;
    auto *reply = transmit(*m_services.network, *job);
    const HttpExchange::Limits limits{.maxBytes = policy.maxBytes,
        .idle = std::min(policy.idleTimeout, policy.totalTimeout),
        .total = std::max(milliseconds(1), timeLeft(*job))};
    // It is resumed from inside its own slots, hence deleted later.
    const std::shared_ptr<HttpExchange> exchange(
        new HttpExchange(reply, limits), [](HttpExchange *ended) { ended->deleteLater(); });
    auto *running = exchange.get();
    const auto registration = job->stop.token().onCancelled(
        [running] { running->abort(makeError(ErrorCode::Cancelled, u"the caller went away"_s)); });
    co_await exchange->done.wait();
    co_return std::make_shared<ExchangeOutcome>(exchange->takeOutcome());
}

QCoro::Task<Result<HttpResponse>> HttpClient::judge(std::shared_ptr<Job> job, std::shared_ptr<ExchangeOutcome> outcome)
{
    const auto &request = job->request;
    const auto now = m_services.clock->now();
    const auto age = maxAge(outcome->header("cache-control"));
    if (outcome->status == 304 && job->held) {
        job->held->confirmedAt = now;
        job->held->freshUntil = now + age.value_or(milliseconds(0));
        m_services.cache->confirm(job->cacheKey, now, job->held->freshUntil);
        auto damaged = makeError(ErrorCode::Malformed, u"the cached answer is damaged"_s);
        auto kept = co_await fromCacheAfter(job, std::move(damaged));
        if (kept)
            kept->freshness.stale = false;
        co_return kept;
    }
    if (std::ranges::find(request.expectedStatus, outcome->status) == request.expectedStatus.end())
        co_return std::unexpected(rejection(*job, *outcome));
    const bool typeFits = request.expectedTypes.empty()
        || std::ranges::find(request.expectedTypes, outcome->contentType) != request.expectedTypes.end();
    if (!typeFits && !outcome->body.isEmpty())
        co_return fail(
            ErrorCode::Malformed, u"unexpected content type: "_s + QString::fromLatin1(outcome->contentType.left(80)));

    HttpResponse response;
    response.status = outcome->status;
    response.contentType = outcome->contentType;
    response.freshness.asOf = now;
    response.idempotencyReplayed = outcome->header("idempotency-replayed") == "true";
    if (request.parseJson && outcome->status != 204) {
        auto json = co_await parseOffThread(outcome->body);
        if (job->stop.isCancelled())
            co_return cancelled();
        if (!json)
            co_return std::unexpected(json.error());
        if (auto keys = checkKeys(request, *json); !keys)
            co_return std::unexpected(keys.error());
        if (request.inspect) {
            if (auto found = request.inspect(*json)) {
                if (found->code == ErrorCode::RateLimited)
                    holdEverybody(*found, *outcome);
                co_return std::unexpected(std::move(*found));
            }
        }
        response.json = std::move(*json);
    }
    if (!job->cacheKey.isEmpty() && age)
        m_services.cache->put(
            job->cacheKey, {outcome->body, outcome->contentType, outcome->header("etag"), now, now + *age});
    response.body = std::move(outcome->body);
    response.headers = std::move(outcome->headers);
    co_return response;
}

Error HttpClient::rejection(const Job &job, const ExchangeOutcome &outcome)
{
    auto error = (job.request.mapError ? job.request.mapError : mapContractError)(outcome.status, outcome.body);
    if (error.requestId.isEmpty())
        error.requestId = QString::fromLatin1(outcome.header("x-request-id").left(100));
    if (error.code == ErrorCode::RateLimited || outcome.status == 429) {
        error.code = ErrorCode::RateLimited;
        holdEverybody(error, outcome);
    } else if (!error.retryAfter && !outcome.header("retry-after").isEmpty()) {
        error.retryAfter = retryDelay(outcome.header("retry-after"), {}, {}, m_services.clock->now());
    }
    return error;
}

void HttpClient::holdEverybody(Error &error, const ExchangeOutcome &outcome)
{
    error.retryAfter = retryDelay(
        outcome.header("retry-after"), error.retryAfter, outcome.header("x-ratelimit-reset"), m_services.clock->now());
    m_services.gate->pause(m_base.authority(), *error.retryAfter);
}

void HttpClient::noteDate(const ExchangeOutcome &outcome)
{
    const auto date = parseHttpDate(outcome.header("date"));
    if (!date)
        return;
    m_skew = *date - m_services.clock->now();
    const bool large = std::chrono::abs(*m_skew) > skewWorthSaying;
    if (large == m_skewReported)
        return;
    m_skewReported = large;
    Q_EMIT clockSkewFound(large ? *m_skew : milliseconds(0));
}

void HttpClient::setOnline(bool online)
{
    if (m_online == online)
        return;
    m_online = online;
    Q_EMIT onlineChanged(online);
}

} // namespace majlis::net

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/api/gateway.h"

#include "app/sandbox/api/controlapi.h"
#include "app/sandbox/graphql/graphqlservice.h"

#include <QPointer>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr qsizetype mostFirstAnswers = 500;

void addLimitHeaders(HttpResponse &response, const RateLimiter::Verdict &verdict)
{
    response.addHeader("X-RateLimit-Limit", QByteArray::number(verdict.limit));
    response.addHeader("X-RateLimit-Remaining", QByteArray::number(verdict.remaining));
    response.addHeader("X-RateLimit-Reset", QByteArray::number(qint64(verdict.resetSeconds)));
}

bool closes(const HttpRequest &request)
{
    return request.header("connection").toLower().contains("close");
}

void finishSocket(QTcpSocket *socket, bool keepAlive)
{
    if (!keepAlive)
        socket->disconnectFromHost();
}

/// Sends `bytes` at that many a second; ends when the socket is gone.
void trickle(QTcpSocket *socket, const QByteArray &bytes, int perSecond, bool keepAlive)
{
    constexpr int stepMs = 100;
    auto *timer = new QTimer(socket);
    auto sent = std::make_shared<qsizetype>(0);
    const qsizetype step = std::max<qsizetype>(1, perSecond * stepMs / 1000);
    QObject::connect(timer, &QTimer::timeout, socket, [=] {
        socket->write(bytes.mid(*sent, step));
        *sent += step;
        if (*sent >= bytes.size()) {
            timer->deleteLater();
            finishSocket(socket, keepAlive);
        }
    });
    timer->start(stepMs);
}

} // namespace

Gateway::Gateway(Platform &platform, AuthService &auth, RestApi &rest, GraphqlService &graphql, ControlApi &control,
    Faults &faults, RateLimiter &limits)
    : m_platform(platform)
    , m_auth(auth)
    , m_rest(rest)
    , m_graphql(graphql)
    , m_control(control)
    , m_faults(faults)
    , m_limits(limits)
{
}

QString Gateway::nextRequestId()
{
    return u"req-"_s + m_platform.bootId() + u'-' + QString::number(++m_requests);
}

void Gateway::serve(const HttpRequest &request, QTcpSocket *socket)
{
    const auto fault = m_faults.take(request.path);
    if (!fault || fault->mode != FaultMode::Stale)
        m_firstAnswers.clear();
    if (fault && fault->mode == FaultMode::Drop)
        return socket->abort();
    if (fault && fault->mode == FaultMode::Delay) {
        QTimer::singleShot(
            fault->argument, socket, [this, request, socket] { write(request, answer(request, {}), socket, {}); });
        return;
    }
    write(request, answer(request, fault), socket, fault);
}

HttpResponse Gateway::answer(const HttpRequest &request, const std::optional<Fault> &fault)
{
    if (fault && fault->mode == FaultMode::Broken)
        return HttpResponse::fromError(ApiError::internal(u"Internal error"_s), nextRequestId());
    if (fault && fault->mode == FaultMode::Unavailable)
        return HttpResponse::fromError(
            ApiError::unavailable(u"Service unavailable"_s, fault->argument), nextRequestId());
    if (fault && fault->mode == FaultMode::TooMany) {
        HttpResponse response = HttpResponse::fromError(ApiError::rateLimited(fault->argument), nextRequestId());
        addLimitHeaders(response, {false, 100, 0, m_platform.now() / 1000 + fault->argument, fault->argument});
        return response;
    }
    if (fault && fault->mode == FaultMode::TokenExpired && !request.header("authorization").isEmpty())
        return HttpResponse::fromError(ApiError::tokenExpired(), nextRequestId());
    if (fault && fault->mode == FaultMode::Stale)
        return staleAnswer(request);
    if (m_control.owns(request))
        return m_control.handle(request);
    auto rateClass = RestApi::rateClass(request);
    if (request.path == u"/graphql"_s && m_graphql.isMutation(request))
        rateClass = RateClass::Write;
    if (!rateClass)
        return operate(request, {});
    const auto viewer
        = *rateClass == RateClass::Auth ? ApiResult<Viewer>(Viewer()) : m_auth.viewer(request.header("authorization"));
    const QString who = viewer && viewer->isSignedIn() ? viewer->address->text() : request.peer;
    const auto verdict = m_limits.count(*rateClass, who, m_platform.now());
    HttpResponse response;
    if (!verdict.allowed)
        response = HttpResponse::fromError(ApiError::rateLimited(verdict.retryAfter), nextRequestId());
    else if (!viewer)
        response = HttpResponse::fromError(viewer.error(), nextRequestId());
    else
        response = operate(request, *viewer);
    addLimitHeaders(response, verdict);
    return response;
}

HttpResponse Gateway::operate(const HttpRequest &request, const Viewer &viewer)
{
    if (request.path == u"/graphql"_s)
        return m_graphql.serve(request, viewer);
    auto result = m_rest.handle(request, viewer);
    return result ? std::move(*result) : HttpResponse::fromError(result.error(), nextRequestId());
}

HttpResponse Gateway::staleAnswer(const HttpRequest &request)
{
    const QByteArray key = request.method + ' ' + request.path.toUtf8() + '?' + request.query.toString().toUtf8() + '\n'
        + request.body + '\n' + request.header("accept");
    const bool repeatable = request.method == "GET" || request.path == u"/graphql"_s;
    if (const auto found = m_firstAnswers.constFind(key); repeatable && found != m_firstAnswers.constEnd())
        return *found;
    HttpResponse response = answer(request, {});
    if (repeatable && response.status == 200 && m_firstAnswers.size() < mostFirstAnswers)
        m_firstAnswers.insert(key, response);
    return response;
}

void Gateway::write(
    const HttpRequest &request, const HttpResponse &original, QTcpSocket *socket, const std::optional<Fault> &fault)
{
    HttpResponse response = original;
    if (fault)
        spoil(response, *fault);
    finish(request, response);
    const bool keepAlive = !closes(request);
    const QByteArray bytes = serialize(response, request.method == "HEAD", keepAlive);
    if (fault && fault->mode == FaultMode::Slow)
        return trickle(socket, bytes, fault->argument, keepAlive);
    socket->write(bytes);
    finishSocket(socket, keepAlive);
}

} // namespace majlis::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/api/restapi.h"
#include "app/sandbox/http/faults.h"

#include <QTcpSocket>

#include <functional>

namespace majlis::sandbox
{

class ControlApi;
class GraphqlService;

/// Every HTTP request passes here: faults, tokens, rate limits, the operation, validators, compression, and then the
/// bytes on the socket. One thread.
class Gateway
{
public:
    Gateway(Platform &platform, AuthService &auth, RestApi &rest, GraphqlService &graphql, ControlApi &control,
        Faults &faults, RateLimiter &limits);

    void serve(const HttpRequest &request, QTcpSocket *socket);

private:
    [[nodiscard]] HttpResponse answer(const HttpRequest &request, const std::optional<Fault> &fault);
    [[nodiscard]] HttpResponse operate(const HttpRequest &request, const Viewer &viewer);
    [[nodiscard]] HttpResponse staleAnswer(const HttpRequest &request);
    void write(const HttpRequest &request, const HttpResponse &response, QTcpSocket *socket,
        const std::optional<Fault> &fault);
    [[nodiscard]] QString nextRequestId();

    Platform &m_platform;
    AuthService &m_auth;
    RestApi &m_rest;
    GraphqlService &m_graphql;
    ControlApi &m_control;
    Faults &m_faults;
    RateLimiter &m_limits;
    QHash<QByteArray, HttpResponse> m_firstAnswers; ///< for the fault `stale`
    std::uint64_t m_requests = 0;
};

} // namespace majlis::sandbox

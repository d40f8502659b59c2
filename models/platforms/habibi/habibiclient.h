// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/graphqlclient.h"
#include "models/net/httpclient.h"
#include "models/platforms/habibi/networksnapshot.h"
#include "models/wire/habibi/endpoints.h"
#include "models/wire/habibi/operations.h"

#include <QCoroTask>

#include <functional>
#include <utility>

namespace majlis::habibi
{

/// A decoded answer and how fresh it is.
template <class T>
struct Answered {
    T value{};
    net::Freshness freshness;
};

/// What a caller decides about one call.
struct CallOptions {
    net::CachePolicy cache = net::CachePolicy::Normal;
    net::CancelToken cancel;
    QByteArray idempotencyKey; ///< for writes; one per user action, the same for its repetitions
};

/// HABIBI's calls, typed: a request of the generated wire in, its decoded answer out. Stateless; GUI thread. Both
/// clients must outlive it and its calls.
class HabibiClient
{
public:
    HabibiClient(net::HttpClient &http, net::GraphqlClient &graphql)
        : m_http(http)
        , m_graphql(graphql)
    {
    }

    /// A REST endpoint of wire::habibi::rest. An endpoint that needs an idempotency key gets a new one when the caller
    /// gives none, which makes its repetition another action.
    template <class Endpoint>
    [[nodiscard]] QCoro::Task<Result<Answered<typename Endpoint::Answer>>> call(Endpoint endpoint, CallOptions options)
    {
        net::HttpRequest request = httpRequest(endpoint.request(), options);
        const Result<net::HttpResponse> response = co_await m_http.send(std::move(request));
        if (!response)
            co_return std::unexpected(response.error());
        auto answer = wire::decode<typename Endpoint::Answer>(response->json);
        if (!answer)
            co_return std::unexpected(answer.error());
        Answered<typename Endpoint::Answer> answered;
        answered.value = std::move(*answer);
        answered.freshness = response->freshness;
        co_return answered;
    }

    /// A query or mutation of wire::habibi::graphql.
    template <class Operation>
    [[nodiscard]] QCoro::Task<Result<Answered<typename Operation::Answer>>> run(
        Operation operation, CallOptions options)
    {
        static_assert(Operation::kind != wire::OperationKind::Subscription);
        net::GraphqlRequest request;
        request.query = Operation::document();
        request.operationName = Operation::name.toString();
        request.variables = operation.variables();
        request.mutation = Operation::kind == wire::OperationKind::Mutation;
        request.cache = options.cache;
        request.cancel = options.cancel;
        request.idempotencyKey = writeKey(request.mutation, options);
        const QString field = Operation::field.toString();
        const Result<net::GraphqlAnswer> response = co_await m_graphql.send(std::move(request));
        if (!response)
            co_return std::unexpected(response.error());
        auto answer
            = wire::decode<typename Operation::Answer>(response->data.value(field), QStringLiteral("data.") + field);
        if (!answer)
            co_return std::unexpected(answer.error());
        Answered<typename Operation::Answer> answered;
        answered.value = std::move(*answer);
        answered.freshness = response->freshness;
        co_return answered;
    }

    /// The network under `address`, as the binary graph where the server has it, else (or when that file is refused,
    /// once) as JSON. All pages of a truncated network up to the node limit are joined; a page that does not fit starts
    /// the walk again once. Decoding is on the thread pool. NotFound when the address is unknown.
    [[nodiscard]] QCoro::Task<Result<Answered<NetworkSnapshot>>> network(
        Address address, int depth, CallOptions options, NetworkProgress progress = {});

    [[nodiscard]] net::HttpClient &http() { return m_http; }

private:
    [[nodiscard]] static net::HttpRequest httpRequest(wire::Request request, const CallOptions &options);
    [[nodiscard]] static QByteArray writeKey(bool isWrite, const CallOptions &options);
    [[nodiscard]] QCoro::Task<Result<net::HttpResponse>> networkPage(
        wire::habibi::rest::GetUserNetwork endpoint, CallOptions options, bool binary);
    [[nodiscard]] QCoro::Task<Result<Answered<NetworkFile>>> binaryNetwork(
        wire::habibi::rest::GetUserNetwork endpoint, CallOptions options, NetworkProgress progress);
    [[nodiscard]] QCoro::Task<Result<Answered<NetworkFile>>> jsonNetwork(
        wire::habibi::rest::GetUserNetwork endpoint, CallOptions options, NetworkProgress progress);
    [[nodiscard]] QCoro::Task<Result<Answered<NetworkFile>>> wholeNetwork(
        wire::habibi::rest::GetUserNetwork endpoint, CallOptions options, NetworkProgress progress);

    net::HttpClient &m_http;
    net::GraphqlClient &m_graphql;
    bool m_serverHasBinary = true; // until it refuses
};

} // namespace majlis::habibi

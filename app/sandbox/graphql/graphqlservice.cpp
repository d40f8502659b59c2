// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/graphql/graphqlservice.h"

#include "app/sandbox/api/parse.h"

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

HttpResponse answer(const HttpRequest &request, const QJsonObject &body, int status)
{
    HttpResponse response = HttpResponse::json(body, status);
    if (request.header("accept").contains("application/graphql-response+json"))
        response.contentType = "application/graphql-response+json";
    return response;
}

/// 400 carries a GraphQL answer, other refusals the REST envelope, as the contract has them.
HttpResponse refused(const HttpRequest &request, const ApiError &error)
{
    if (error.status != 400)
        return HttpResponse::fromError(error, {});
    return answer(request, {{u"errors"_s, QJsonArray{graphql::Executor::errorJson(error, {})}}}, error.status);
}

} // namespace

GraphqlService::GraphqlService(Platform &platform, NetworkSnapshots &snapshots, const Life &life)
    : m_platform(platform)
    , m_executor(graphql::Schema::habibi())
    , m_resolvers(platform, snapshots, life)
    , m_idempotency(platform.database())
{
}

ApiResult<GraphqlService::Asked> GraphqlService::read(const HttpRequest &request)
{
    if (request.method != "POST")
        return refuse(ApiError::validation(u"method"_s, u"GraphQL is asked by POST"_s));
    if (request.body.size() > maxBody)
        return refuse(ApiError::validation(u"body"_s, u"The request is longer than 64 KiB"_s));
    if (!request.header("content-type").toLower().startsWith("application/json"))
        return refuse(ApiError::validation(u"Content-Type"_s, u"Expected application/json"_s));
    const auto body = parse::object(request.body);
    if (!body)
        return refuse(body.error());
    const auto query = parse::text(*body, u"query"_s);
    if (!query)
        return refuse(query.error());
    const QJsonValue name = body->value(u"operationName"_s);
    const QJsonValue variables = body->value(u"variables"_s);
    if (!name.isUndefined() && !name.isNull() && !name.isString())
        return refuse(ApiError::validation(u"operationName"_s, u"operationName must be a text"_s));
    if (!variables.isUndefined() && !variables.isNull() && !variables.isObject())
        return refuse(ApiError::validation(u"variables"_s, u"variables must be an object"_s));
    return Asked{*query, name.toString(), variables.toObject()};
}

bool GraphqlService::isMutation(const HttpRequest &request)
{
    const auto asked = read(request);
    const auto prepared = asked ? m_executor.prepare(asked->query, asked->operationName, asked->variables)
                                : std::unexpected(QJsonArray());
    return prepared && prepared->operation->kind == graphql::OperationKind::Mutation;
}

QJsonObject GraphqlService::run(const graphql::Prepared &prepared, const Viewer &viewer)
{
    return m_executor.run(
        prepared, [this, &viewer](const graphql::FieldCall &call) { return m_resolvers.resolve(call, viewer); });
}

HttpResponse GraphqlService::serve(const HttpRequest &request, const Viewer &viewer)
{
    const auto asked = read(request);
    if (!asked)
        return refused(request, asked.error());
    const auto prepared = m_executor.prepare(asked->query, asked->operationName, asked->variables);
    if (!prepared)
        return answer(request, {{u"errors"_s, prepared.error()}}, 400);
    if (prepared->operation->kind == graphql::OperationKind::Subscription)
        return refused(request, ApiError::validation(u"query"_s, u"Subscriptions come over graphql-transport-ws"_s));
    if (prepared->operation->kind == graphql::OperationKind::Mutation && !request.header("idempotency-key").isEmpty())
        return runOnce(request, *prepared, viewer);
    return answer(request, run(*prepared, viewer), 200);
}

HttpResponse GraphqlService::runOnce(
    const HttpRequest &request, const graphql::Prepared &prepared, const Viewer &viewer)
{
    const auto key = parse::idempotencyKey(request.header("idempotency-key"));
    if (!key)
        return refused(request, key.error());
    if (m_executor.rootFieldCount(prepared) != 1)
        return refused(
            request, ApiError::validation(u"query"_s, u"With an Idempotency-Key, a mutation holds one root field"_s));
    const QString who = u"graphql "_s + (viewer.isSignedIn() ? viewer.address->text() : QString());
    if (auto first = m_idempotency.find(who, *key, request.body, m_platform.now()))
        return *first ? std::move(**first) : refused(request, first->error());
    const HttpResponse response = answer(request, run(prepared, viewer), 200);
    m_idempotency.keep(who, *key, request.body, response, m_platform.now());
    return response;
}

} // namespace majlis::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/graphqlclient.h"

#include "models/net/httpclient.h"
#include "models/net/strictjson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace majlis::net
{

using namespace Qt::StringLiterals;

namespace
{

const QByteArray graphqlType = "application/graphql-response+json";

QString joinedPath(const QJsonArray &path)
{
    QStringList parts;
    for (const auto &part : path)
        parts += part.isDouble() ? QString::number(part.toInteger()) : part.toString();
    return parts.join(u'.');
}

// A status that is no success: the body is GraphQL's, the REST envelope, or neither.
Error mapRejected(int httpStatus, const QByteArray &body)
{
    const auto json = parseStrict(body);
    if (!json || !json->toObject().contains("errors"_L1))
        return mapContractError(httpStatus, body);
    const auto errors = json->toObject().value("errors"_L1);
    auto error = mapGraphqlErrors(errors, false);
    const bool hasCode = errors[0].toObject()["extensions"_L1].toObject()["code"_L1].isString();
    if (!hasCode)
        error.code = errorCodeFromStatus(httpStatus);
    error.httpStatus = httpStatus;
    return error;
}

std::optional<Error> inspectAnswer(const QJsonValue &json)
{
    const auto object = json.toObject();
    const bool hasData = object.value("data"_L1).isObject();
    if (object.contains("errors"_L1)) {
        auto error = mapGraphqlErrors(object.value("errors"_L1), hasData);
        error.httpStatus = 200;
        return error;
    }
    if (!hasData)
        return fail(ErrorCode::Malformed, u"neither data nor errors in a GraphQL answer"_s, u"data"_s).error();
    return {};
}

} // namespace

Error mapGraphqlErrors(const QJsonValue &errors, bool sawData)
{
    const auto list = errors.toArray();
    if (list.isEmpty() || !list.first().isObject() || !list.first()["message"_L1].isString())
        return fail(ErrorCode::Malformed, u"errors of a GraphQL answer without a message"_s, u"errors"_s).error();
    const auto first = list.first().toObject();
    Error error;
    error.code = sawData ? ErrorCode::Internal : ErrorCode::ValidationFailed;
    readErrorFields(first.value("extensions"_L1).toObject(), error);
    error.serverMessage = first.value("message"_L1).toString().left(500);
    if (error.path.isEmpty())
        error.path = joinedPath(first.value("path"_L1).toArray());
    error.detail = u"GraphQL error, %1 in all"_s.arg(list.size());
    return error;
}

GraphqlClient::GraphqlClient(HttpClient &http, QString path)
    : m_http(http)
    , m_path(std::move(path))
{
}

QCoro::Task<Result<GraphqlAnswer>> GraphqlClient::send(GraphqlRequest request)
{
    QJsonObject body{{"query"_L1, request.query}, {"variables"_L1, request.variables}};
    if (!request.operationName.isEmpty())
        body.insert("operationName"_L1, request.operationName);
    auto http = HttpRequest::post(m_path, body);
    http.accept = graphqlType + ", application/json;q=0.9";
    http.expectedTypes = {graphqlType, "application/json"};
    http.mapError = mapRejected;
    http.inspect = inspectAnswer;
    http.auth = request.auth;
    http.maxBytes = request.maxBytes;
    http.idempotencyKey = request.idempotencyKey;
    http.cancel = request.cancel;
    if (!request.mutation) {
        http.cache = request.cache;
        http.cacheKey = m_path % u' '
            % QString::fromLatin1(QCryptographicHash::hash(http.body, QCryptographicHash::Sha256).toHex());
    }
    http.repeatable = !request.mutation;
    auto response = co_await m_http.send(std::move(http));
    if (!response)
        co_return std::unexpected(response.error());
    GraphqlAnswer answer;
    answer.data = response->json.toObject().value("data"_L1).toObject();
    answer.freshness = response->freshness;
    co_return answer;
}

} // namespace majlis::net

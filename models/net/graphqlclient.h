// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/canceltoken.h"
#include "models/net/httprequest.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QString>

namespace majlis::net
{

class HttpClient;

/// One GraphQL operation with its policy.
struct GraphqlRequest {
    QString query; ///< one operation
    QString operationName; ///< empty: left out
    QJsonObject variables;
    HttpAuth auth = HttpAuth::Optional;
    bool mutation = false; ///< never cached, never repeated without an idempotency key
    QByteArray idempotencyKey;
    CachePolicy cache = CachePolicy::Normal; ///< ignored for mutations; without ETag on POST, max-age still counts
    qint64 maxBytes = 16LL * 1024 * 1024;
    CancelToken cancel;
};

struct GraphqlAnswer {
    QJsonObject data; ///< only when no error came with it
    Freshness freshness;
};

/// GraphQL over HTTP on an HttpClient (header of habibi.graphql). An answer with errors is an Error, with or without
/// data: half an answer is not shown as a whole one. The code is read before the HTTP status. GUI thread.
class GraphqlClient
{
public:
    explicit GraphqlClient(HttpClient &http, QString path = QStringLiteral("/graphql"));

    [[nodiscard]] QCoro::Task<Result<GraphqlAnswer>> send(GraphqlRequest request);

private:
    HttpClient &m_http;
    QString m_path;
};

/// The Error for the `errors` of a GraphQL body (also of a subscription): that of the first one, `path` joined with
/// dots. A missing code is validation_failed when `sawData` is false, internal otherwise. Malformed when `errors` is
/// not a list of objects with a message.
[[nodiscard]] Error mapGraphqlErrors(const QJsonValue &errors, bool sawData);

} // namespace majlis::net

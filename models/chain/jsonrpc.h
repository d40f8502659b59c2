// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/canceltoken.h"
#include "models/net/httprequest.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonValue>
#include <QString>

namespace majlis::net
{
class HttpClient;
}

namespace majlis::chain
{

/// How a chain's nodes report failures: the error object of an answer, and the body behind a status that is no success.
struct JsonRpcDialect {
    Error (*mapError)(const QJsonValue &error) = nullptr;
    net::ErrorMapper mapRejected = nullptr;
};

/// JSON-RPC 2.0 over one HttpClient. Strict: the answer must carry our id and either a result or an error. GUI thread;
/// the HttpClient must outlive it.
class JsonRpc
{
public:
    JsonRpc(net::HttpClient &http, JsonRpcDialect dialect);

    /// `method` must be harmless to repeat: everything that is read, and the sending of a transaction that carries its
    /// own name. Answers above `maxBytes` are TooLarge.
    [[nodiscard]] QCoro::Task<Result<QJsonValue>> call(
        QString method, QJsonArray params, net::CancelToken cancel, qint64 maxBytes = 1024 * 1024);

private:
    net::HttpClient &m_http;
    JsonRpcDialect m_dialect;
    qint64 m_lastId = 0;
};

/// What a status that is no success means when its body may carry a JSON-RPC error all the same.
[[nodiscard]] Error mapRejectedJsonRpc(
    int httpStatus, const QByteArray &body, Error (*mapError)(const QJsonValue &error));

/// The parameters of a call. GCC 12 cannot keep a braced list across a suspension.
template <class... Values>
[[nodiscard]] QJsonArray jsonList(Values... values)
{
    QJsonArray array;
    (array.append(QJsonValue(values)), ...);
    return array;
}

} // namespace majlis::chain

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/canceltoken.h"

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

/// JSON-RPC 2.0 over one HttpClient, as Solana's nodes speak it. Strict: the answer must carry our id and either a
/// result or an error. An error of the node keeps its message in `serverMessage`, its code in `reason` (such as
/// `-32002`) and, when the node gave one, the transaction's error as JSON in `detail`. GUI thread; the HttpClient must
/// outlive it.
class SolanaRpc
{
public:
    explicit SolanaRpc(net::HttpClient &http);

    /// `method` must be harmless to repeat: everything that is read, and sendTransaction, which names its transaction
    /// by the signature in it. Answers above `maxBytes` are TooLarge.
    [[nodiscard]] QCoro::Task<Result<QJsonValue>> call(
        QString method, QJsonArray params, net::CancelToken cancel, qint64 maxBytes = 1024 * 1024);

private:
    net::HttpClient &m_http;
    qint64 m_lastId = 0;
};

/// What a JSON-RPC error object means here. Malformed when it is none.
[[nodiscard]] Error mapSolanaError(const QJsonValue &error);

} // namespace majlis::chain

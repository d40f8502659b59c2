// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/solana/solanarpc.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace majlis::chain
{

using namespace Qt::StringLiterals;

namespace
{

ErrorCode codeOf(qint64 rpcCode, const QString &transactionError)
{
    switch (rpcCode) {
    case -32002: // the transaction would fail
        return transactionError.contains(u"InsufficientFunds"_s) || transactionError.contains(u"AccountNotFound"_s)
            ? ErrorCode::InsufficientFunds
            : ErrorCode::ValidationFailed;
    case -32003: // a signature is wrong
    case -32013: // its length is
    case -32600:
    case -32602:
        return ErrorCode::ValidationFailed;
    case -32001: // cleaned up
    case -32007: // skipped slot
    case -32009:
        return ErrorCode::NotFound;
    case -32004: // not there yet
    case -32005: // the node is behind
    case -32014:
    case -32016: // has not reached the asked slot
        return ErrorCode::Unavailable;
    case -32603:
        return ErrorCode::Internal;
    case 429:
        return ErrorCode::RateLimited;
    default:
        return ErrorCode::Unknown;
    }
}

QString compact(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

Error mapRejected(int httpStatus, const QByteArray &body)
{
    return mapRejectedJsonRpc(httpStatus, body, mapSolanaError);
}

} // namespace

Error mapSolanaError(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    if (!object.value("code"_L1).isDouble() || !object.value("message"_L1).isString())
        return fail(ErrorCode::Malformed, u"a JSON-RPC error without code or message"_s, u"error"_s).error();
    const QJsonValue data = object.value("data"_L1);
    const QJsonValue transactionError = data.toObject().value("err"_L1);
    const QString detail
        = transactionError.isUndefined() || transactionError.isNull() ? QString() : compact(transactionError);
    const qint64 code = object.value("code"_L1).toInteger();
    Error error;
    error.code = codeOf(code, detail);
    error.reason = QString::number(code);
    error.serverMessage = object.value("message"_L1).toString().left(500);
    error.detail = detail.left(500);
    return error;
}

SolanaRpc::SolanaRpc(net::HttpClient &http)
    : JsonRpc(http, {mapSolanaError, mapRejected})
{
}

} // namespace majlis::chain

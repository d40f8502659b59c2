// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/jsonrpc.h"

#include "models/net/httpclient.h"
#include "models/net/offthread.h"
#include "models/net/strictjson.h"
#include "wallet/encoding/json.h"
#include "wallet/encoding/utf8.h"

#include <QJsonObject>

#include <cmath>

namespace majlis::chain
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longAnswer = 32LL * 1024;

// Nodes write 2^64 - 1 (rentEpoch), and proxies in JavaScript round it up to more than 64 bits hold: simdjson stops at
// such a number, so this is read by the wallet's reader, which is as strict. What no 64 bits hold becomes a double.
std::optional<QJsonValue> toQt(const wallet::Json &json)
{
    if (json.boolean() != nullptr)
        return *json.boolean();
    if (json.string() != nullptr)
        return wallet::fromUtf8(*json.string());
    if (json.number() != nullptr) {
        const QByteArray text = QByteArray::fromStdString(json.number()->text);
        bool isInteger = false;
        const qint64 integer = text.toLongLong(&isInteger);
        const double number = text.toDouble();
        return isInteger            ? QJsonValue(integer)
            : std::isfinite(number) ? std::optional(QJsonValue(number))
                                    : std::nullopt;
    }
    if (json.array() != nullptr) {
        QJsonArray array;
        for (const wallet::Json &element : *json.array()) {
            const auto value = toQt(element);
            if (!value)
                return std::nullopt;
            array.append(*value);
        }
        return array;
    }
    if (json.object() != nullptr) {
        QJsonObject object;
        for (const auto &[name, element] : *json.object()) {
            const auto value = toQt(element);
            if (!value)
                return std::nullopt;
            object.insert(wallet::fromUtf8(name), *value);
        }
        return object;
    }
    return QJsonValue(QJsonValue::Null);
}

Result<QJsonValue> read(const QByteArray &body)
{
    const auto json = wallet::Json::parse({body.constData(), static_cast<std::size_t>(body.size())},
        {.bytes = static_cast<std::size_t>(body.size()), .depth = net::maxJsonDepth});
    if (!json)
        return fail(ErrorCode::Malformed, QString::fromStdString(json.error().detail));
    const std::optional<QJsonValue> value = toQt(*json);
    if (!value)
        return fail(ErrorCode::Malformed, u"a number that nothing holds"_s);
    return *value;
}

QCoro::Task<Result<QJsonValue>> readOffThread(QByteArray body)
{
    if (body.size() < longAnswer)
        co_return read(body);
    auto work = [body] { return read(body); };
    auto value = co_await net::offThread(std::move(work));
    co_return value;
}

std::optional<Error> inspectAnswer(const QJsonValue &json, qint64 id, Error (*mapError)(const QJsonValue &))
{
    const QJsonObject object = json.toObject();
    const auto malformed = [](const QString &field) {
        return fail(ErrorCode::Malformed, u"not an answer to this JSON-RPC request"_s, field).error();
    };
    if (object.value("jsonrpc"_L1).toString() != u"2.0")
        return malformed(u"jsonrpc"_s);
    const QJsonValue error = object.value("error"_L1);
    const bool hasError = !error.isUndefined() && !error.isNull();
    // A node that could not read the request does not know its id.
    const bool idIsOurs = object.value("id"_L1).isDouble() && object.value("id"_L1).toInteger(-1) == id;
    if (!idIsOurs && !(hasError && object.value("id"_L1).isNull()))
        return malformed(u"id"_s);
    if (hasError == object.contains("result"_L1) && !(hasError && object.value("result"_L1).isNull()))
        return malformed(u"result"_s);
    if (hasError)
        return mapError(error);
    return {};
}

} // namespace

Error mapRejectedJsonRpc(int httpStatus, const QByteArray &body, Error (*mapError)(const QJsonValue &error))
{
    Error error = net::mapContractError(httpStatus, {});
    const auto json = net::parseStrict(body);
    if (json && json->toObject().value("error"_L1).isObject()) {
        error = mapError(json->toObject().value("error"_L1));
        if (error.code == ErrorCode::Unknown || error.code == ErrorCode::Malformed)
            error.code = net::errorCodeFromStatus(httpStatus);
    }
    error.httpStatus = httpStatus;
    return error;
}

JsonRpc::JsonRpc(net::HttpClient &http, JsonRpcDialect dialect)
    : m_http(http)
    , m_dialect(dialect)
{
}

QCoro::Task<Result<QJsonValue>> JsonRpc::call(
    QString method, QJsonArray params, net::CancelToken cancel, qint64 maxBytes)
{
    const qint64 id = ++m_lastId;
    const auto mapError = m_dialect.mapError;
    // A provider's key may be the base's path; a slash behind it would make it another one.
    const bool hasPath = m_http.base().path().size() > 1;
    auto http = net::HttpRequest::post(hasPath ? QString() : u"/"_s,
        {{"jsonrpc"_L1, u"2.0"_s}, {"id"_L1, id}, {"method"_L1, method}, {"params"_L1, params}});
    http.maxBytes = maxBytes;
    http.repeatable = true;
    http.mapError = m_dialect.mapRejected;
    http.parseJson = false;
    http.cancel = cancel;
    auto response = co_await m_http.send(std::move(http));
    if (!response)
        co_return std::unexpected(response.error());
    auto json = co_await readOffThread(response->body);
    if (!json)
        co_return std::unexpected(json.error());
    if (auto wrong = inspectAnswer(*json, id, mapError))
        co_return std::unexpected(*wrong);
    co_return json->toObject().value("result"_L1);
}

} // namespace majlis::chain

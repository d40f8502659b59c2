// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httprequest.h"

#include "models/net/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <array>

namespace majlis::net
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype maxText = 500;
constexpr qsizetype maxDetails = 50;

QString shortText(const QJsonValue &value)
{
    return value.toString().left(maxText);
}

} // namespace

HttpRequest HttpRequest::get(QString path, QUrlQuery query)
{
    HttpRequest request;
    request.path = std::move(path);
    request.query = std::move(query);
    return request;
}

HttpRequest HttpRequest::post(QString path, const QJsonObject &body)
{
    HttpRequest request;
    request.method = HttpMethod::Post;
    request.path = std::move(path);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

QByteArray HttpResponse::header(QByteArrayView lowerCaseName) const
{
    const auto found = std::ranges::find_if(headers, [&](const auto &entry) { return entry.first == lowerCaseName; });
    return found == headers.end() ? QByteArray() : found->second;
}

QByteArray newIdempotencyKey()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

ErrorCode errorCodeFromContract(QStringView text)
{
    static const std::array<std::pair<QLatin1StringView, ErrorCode>, 13> codes{{
        {"validation_failed"_L1, ErrorCode::ValidationFailed},
        {"unauthorized"_L1, ErrorCode::Unauthorized},
        {"token_expired"_L1, ErrorCode::TokenExpired},
        {"forbidden"_L1, ErrorCode::Forbidden},
        {"not_found"_L1, ErrorCode::NotFound},
        {"conflict"_L1, ErrorCode::Conflict},
        {"insufficient_funds"_L1, ErrorCode::InsufficientFunds},
        {"slippage_exceeded"_L1, ErrorCode::SlippageExceeded},
        {"market_closed"_L1, ErrorCode::MarketClosed},
        {"rate_limited"_L1, ErrorCode::RateLimited},
        {"internal"_L1, ErrorCode::Internal},
        {"unavailable"_L1, ErrorCode::Unavailable},
        {"not_implemented"_L1, ErrorCode::Unavailable},
    }};
    const auto found = std::ranges::find_if(codes, [text](const auto &entry) { return entry.first == text; });
    return found == codes.end() ? ErrorCode::Unknown : found->second;
}

ErrorCode errorCodeFromStatus(int httpStatus)
{
    switch (httpStatus) {
    case 400:
        return ErrorCode::ValidationFailed;
    case 401:
        return ErrorCode::Unauthorized;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 409:
        return ErrorCode::Conflict;
    case 429:
        return ErrorCode::RateLimited;
    case 503:
        return ErrorCode::Unavailable;
    default:
        return ErrorCode::Internal;
    }
}

void readErrorFields(const QJsonObject &object, Error &error)
{
    error.serverMessage
        = shortText(object.value("message"_L1).isString() ? object.value("message"_L1) : object.value("error"_L1));
    error.reason = shortText(object.value("reason"_L1));
    error.requestId = shortText(object.value("requestId"_L1));
    if (const auto code = object.value("code"_L1); code.isString()) {
        error.code = errorCodeFromContract(code.toString());
        if (error.code == ErrorCode::Unknown && error.reason.isEmpty())
            error.reason = shortText(code);
    }
    if (const auto seconds = object.value("retryAfter"_L1); seconds.isDouble() && seconds.toDouble() >= 0)
        error.retryAfter
            = std::chrono::milliseconds(static_cast<qint64>(std::min(seconds.toDouble(), 86'400.0) * 1000));
    const auto details = object.value("details"_L1).toArray();
    for (qsizetype i = 0; i < std::min(details.size(), maxDetails); ++i) {
        const auto detail = details.at(i).toObject();
        error.details.push_back({shortText(detail.value("path"_L1)), shortText(detail.value("message"_L1))});
    }
    if (!error.details.empty())
        error.path = error.details.front().path;
}

Error mapContractError(int httpStatus, const QByteArray &body)
{
    Error error;
    error.httpStatus = httpStatus;
    error.code = errorCodeFromStatus(httpStatus);
    if (const auto json = parseStrict(body); json && json->isObject())
        readErrorFields(json->toObject(), error);
    error.detail = u"HTTP %1"_s.arg(httpStatus);
    return error;
}

} // namespace majlis::net

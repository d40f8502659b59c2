// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/base/apierror.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

ApiError make(int status, const QString &code, const QString &message, const QString &reason = {})
{
    ApiError error;
    error.status = status;
    error.code = code;
    error.message = message;
    error.reason = reason;
    return error;
}

QJsonArray detailsArray(const std::vector<ApiError::Detail> &details)
{
    QJsonArray array;
    for (const auto &detail : details)
        array.append(QJsonObject{{u"path"_s, detail.path}, {u"message"_s, detail.message}});
    return array;
}

} // namespace

ApiError ApiError::validation(const QString &path, const QString &message)
{
    ApiError error = make(400, u"validation_failed"_s, message);
    error.details.push_back({path, message});
    return error;
}

ApiError ApiError::unauthorized(const QString &message, const QString &reason)
{
    return make(401, u"unauthorized"_s, message, reason);
}

ApiError ApiError::tokenExpired()
{
    return make(401, u"token_expired"_s, u"Token expired"_s);
}

ApiError ApiError::forbidden(const QString &message)
{
    return make(403, u"forbidden"_s, message);
}

ApiError ApiError::notFound(const QString &message)
{
    return make(404, u"not_found"_s, message);
}

ApiError ApiError::conflict(const QString &message, const QString &reason)
{
    return make(409, u"conflict"_s, message, reason);
}

ApiError ApiError::rateLimited(int retryAfterSeconds)
{
    ApiError error = make(429, u"rate_limited"_s, u"Too many requests"_s);
    error.retryAfter = retryAfterSeconds;
    return error;
}

ApiError ApiError::internal(const QString &message)
{
    return make(500, u"internal"_s, message);
}

ApiError ApiError::unavailable(const QString &message, int retryAfterSeconds)
{
    ApiError error = make(503, u"unavailable"_s, message);
    error.retryAfter = retryAfterSeconds;
    return error;
}

QJsonObject ApiError::toEnvelope(const QString &requestId) const
{
    QJsonObject object{{u"error"_s, message}, {u"code"_s, code}, {u"message"_s, message}};
    if (!reason.isEmpty())
        object.insert(u"reason"_s, reason);
    if (retryAfter)
        object.insert(u"retryAfter"_s, *retryAfter);
    if (!details.empty())
        object.insert(u"details"_s, detailsArray(details));
    if (!requestId.isEmpty())
        object.insert(u"requestId"_s, requestId);
    return object;
}

QJsonObject ApiError::toExtensions() const
{
    QJsonObject object{{u"code"_s, code}};
    if (!reason.isEmpty())
        object.insert(u"reason"_s, reason);
    if (retryAfter)
        object.insert(u"retryAfter"_s, *retryAfter);
    if (!details.empty())
        object.insert(u"details"_s, detailsArray(details));
    return object;
}

} // namespace majlis::sandbox

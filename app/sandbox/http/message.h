// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/base/apierror.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

namespace majlis::sandbox
{

/// A request as the handlers see it.
struct HttpRequest {
    QByteArray method; ///< upper case
    QString path; ///< decoded, starts with '/'
    QStringList segments; ///< of the path, without empty ones
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    QString peer; ///< IP address

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const { return headers.value(lowerCaseName); }
    /// The value of a query parameter; null: not given. Repeated parameters count as the first.
    [[nodiscard]] QString parameter(const QString &name) const
    {
        return query.hasQueryItem(name) ? query.queryItemValue(name, QUrl::FullyDecoded) : QString();
    }
};

/// An answer before it is turned into bytes.
struct HttpResponse {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray etag; ///< strong, without quotes; empty: not cacheable
    int maxAge = 0; ///< seconds, with an etag

    void addHeader(const QByteArray &name, const QByteArray &value) { headers.emplaceBack(name, value); }

    [[nodiscard]] static HttpResponse json(const QJsonObject &object, int status = 200);
    [[nodiscard]] static HttpResponse fromError(const ApiError &error, const QString &requestId);
};

/// Deflates in the gzip format; the level favours speed.
[[nodiscard]] QByteArray gzip(const QByteArray &plain);
/// Settles validators and compression: 304 where If-None-Match holds the tag, gzip where the client takes it, an empty
/// body for HEAD. The tag of a compressed answer ends in `-gz`, as strong validators of different bytes must differ.
void finish(const HttpRequest &request, HttpResponse &response);
/// Status line, headers and body.
[[nodiscard]] QByteArray serialize(const HttpResponse &response, bool headOnly, bool keepAlive);

} // namespace majlis::sandbox

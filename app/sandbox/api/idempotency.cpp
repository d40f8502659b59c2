// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/api/idempotency.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

QString digest(const QByteArray &fingerprint)
{
    return QString::fromLatin1(QCryptographicHash::hash(fingerprint, QCryptographicHash::Sha256).toHex());
}

} // namespace

std::optional<ApiResult<HttpResponse>> Idempotency::find(
    const QString &who, const QString &key, const QByteArray &fingerprint, std::int64_t now)
{
    m_database.run(u"DELETE FROM idempotency WHERE created < ?"_s, {qint64(now - keepMs)});
    QSqlQuery query = m_database.run(
        u"SELECT fingerprint, status, type, body FROM idempotency WHERE key = ?"_s, {QString(who + u'|' + key)});
    if (!query.next())
        return std::nullopt;
    if (query.value(0).toString() != digest(fingerprint))
        return refuse(
            ApiError::conflict(u"This Idempotency-Key was used for another request"_s, u"idempotency_mismatch"_s));
    HttpResponse response;
    response.status = query.value(1).toInt();
    response.contentType = query.value(2).toByteArray();
    response.body = query.value(3).toByteArray();
    response.addHeader("Idempotency-Replayed", "true");
    return response;
}

void Idempotency::keep(const QString &who, const QString &key, const QByteArray &fingerprint,
    const HttpResponse &response, std::int64_t now)
{
    if (response.status >= 500 || response.status == 429)
        return;
    m_database.run(
        u"INSERT OR IGNORE INTO idempotency(key, fingerprint, status, type, body, created) VALUES(?, ?, ?, ?, ?, ?)"_s,
        {QString(who + u'|' + key), digest(fingerprint), response.status, QString::fromLatin1(response.contentType),
            response.body, qint64(now)});
}

} // namespace majlis::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/responsecache.h"

#include "models/store/database.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace majlis::store
{

using namespace Qt::StringLiterals;

namespace
{

Result<void> run(QSqlQuery &query)
{
    if (query.exec())
        return {};
    return fail(ErrorCode::Storage, query.lastError().text());
}

using Found = Result<std::optional<CachedResponse>>;

Found read(QSqlDatabase &database, const QString &key, qint64 now)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT body, content_type, etag, confirmed_at, fresh_until FROM response_cache WHERE key = ?"_s);
    query.addBindValue(key);
    if (auto done = run(query); !done)
        return std::unexpected(done.error());
    if (!query.next())
        return std::optional<CachedResponse>();
    CachedResponse response{.body = query.value(0).toByteArray(),
        .contentType = query.value(1).toByteArray(),
        .etag = query.value(2).toByteArray(),
        .confirmedAt = {query.value(3).toLongLong()},
        .freshUntil = {query.value(4).toLongLong()}};
    QSqlQuery touch(database);
    touch.prepare(u"UPDATE response_cache SET used_at = ? WHERE key = ?"_s);
    touch.addBindValue(now);
    touch.addBindValue(key);
    if (auto done = run(touch); !done)
        return std::unexpected(done.error());
    return std::optional(std::move(response));
}

Result<void> write(QSqlDatabase &database, const QString &key, const CachedResponse &response, qint64 now)
{
    QSqlQuery query(database);
    query.prepare(u"INSERT OR REPLACE INTO response_cache VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    // A null QByteArray would be bound as NULL.
    const auto notNull = [](const QByteArray &bytes) { return bytes.isNull() ? QByteArray("") : bytes; };
    query.addBindValue(key);
    query.addBindValue(notNull(response.body));
    query.addBindValue(QString::fromLatin1(notNull(response.contentType)));
    query.addBindValue(notNull(response.etag));
    query.addBindValue(QVariant::fromValue<qint64>(response.confirmedAt.value));
    query.addBindValue(QVariant::fromValue<qint64>(response.freshUntil.value));
    query.addBindValue(now);
    query.addBindValue(QVariant::fromValue<qint64>(response.body.size()));
    return run(query);
}

Result<void> trim(QSqlDatabase &database, qint64 maxBytes)
{
    // Oldest use first, until the newest ones that remain fit.
    QSqlQuery query(database);
    query.prepare(u"DELETE FROM response_cache WHERE key IN (SELECT key FROM (SELECT key, sum(bytes) OVER "
                  "(ORDER BY used_at DESC, key) AS running FROM response_cache) WHERE running > ?)"_s);
    query.addBindValue(maxBytes);
    return run(query);
}

} // namespace

ResponseCache::ResponseCache(Database &database, const Clock &clock, qint64 maxBytes)
    : m_database(database)
    , m_clock(clock)
    , m_maxBytes(maxBytes)
{
}

QCoro::Task<Result<std::optional<CachedResponse>>> ResponseCache::find(QString key)
{
    const auto now = m_clock.now().value;
    // Named, as GCC 12 destroys a closure twice that is a temporary of a co_await expression.
    auto work = [key, now](QSqlDatabase &database) { return read(database, key, now); };
    auto found = co_await m_database.run(std::move(work));
    co_return found;
}

void ResponseCache::put(QString key, CachedResponse response)
{
    if (response.body.size() > m_maxBytes / 8)
        return;
    m_database.post([key = std::move(key), response = std::move(response), now = m_clock.now().value,
                        most = m_maxBytes](QSqlDatabase &database) -> Result<void> {
        if (auto done = write(database, key, response, now); !done)
            return done;
        return trim(database, most);
    });
}

void ResponseCache::confirm(QString key, UnixMs confirmedAt, UnixMs freshUntil)
{
    m_database.post([key = std::move(key), confirmedAt, freshUntil](QSqlDatabase &database) {
        QSqlQuery query(database);
        query.prepare(u"UPDATE response_cache SET confirmed_at = ?, fresh_until = ? WHERE key = ?"_s);
        query.addBindValue(QVariant::fromValue<qint64>(confirmedAt.value));
        query.addBindValue(QVariant::fromValue<qint64>(freshUntil.value));
        query.addBindValue(key);
        return run(query);
    });
}

void ResponseCache::forget(QString scope)
{
    m_database.post([scope = std::move(scope)](QSqlDatabase &database) {
        QSqlQuery query(database);
        query.prepare(u"DELETE FROM response_cache WHERE substr(key, 1, ?) = ?"_s);
        query.addBindValue(QVariant::fromValue<qint64>(scope.size()));
        query.addBindValue(scope);
        return run(query);
    });
}

} // namespace majlis::store

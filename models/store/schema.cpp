// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schema.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <array>

namespace majlis::store
{

using namespace Qt::StringLiterals;

namespace
{

// Step n brings version n to n + 1. Only ever appended to.
const std::array<QStringList, 2> migrations{
    QStringList{
        u"CREATE TABLE response_cache (key TEXT PRIMARY KEY, body BLOB NOT NULL, content_type TEXT NOT NULL, "
        "etag BLOB NOT NULL, confirmed_at INTEGER NOT NULL, fresh_until INTEGER NOT NULL, used_at INTEGER NOT NULL, "
        "bytes INTEGER NOT NULL) WITHOUT ROWID"_s,
        u"CREATE INDEX response_cache_used ON response_cache (used_at)"_s,
    },
    QStringList{
        u"CREATE TABLE payments (id TEXT PRIMARY KEY, sender TEXT NOT NULL, recipient TEXT NOT NULL, "
        "amount TEXT NOT NULL, token TEXT NOT NULL, symbol TEXT NOT NULL, decimals INTEGER NOT NULL, "
        "chain TEXT NOT NULL, network TEXT NOT NULL, node TEXT NOT NULL, raw BLOB NOT NULL, nonce TEXT NOT NULL, "
        "last_valid TEXT NOT NULL, signed_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, state INTEGER NOT NULL, "
        "detail TEXT NOT NULL) WITHOUT ROWID"_s,
        u"CREATE INDEX payments_signed ON payments (signed_at)"_s,
    },
};

// SQLite's own codes for a file that is not what was written.
bool saysDamaged(const QSqlError &error)
{
    return error.nativeErrorCode() == u"11"_s || error.nativeErrorCode() == u"26"_s;
}

Result<void> execute(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (query.exec(statement))
        return {};
    return fail(saysDamaged(query.lastError()) ? ErrorCode::Damaged : ErrorCode::Storage, query.lastError().text());
}

Result<QVariant> single(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (query.exec(statement) && query.next())
        return query.value(0);
    return fail(saysDamaged(query.lastError()) ? ErrorCode::Damaged : ErrorCode::Storage, query.lastError().text());
}

Result<void> migrate(QSqlDatabase &database, int from)
{
    for (auto version = static_cast<std::size_t>(from); version < migrations.size(); ++version) {
        if (!database.transaction())
            return fail(ErrorCode::Storage, database.lastError().text());
        auto statements = migrations.at(version);
        statements += u"PRAGMA user_version = %1"_s.arg(version + 1);
        for (const auto &statement : statements) {
            if (auto done = execute(database, statement); !done) {
                database.rollback();
                // Our own statements fail only on tables that are not ours, or on a disk that refuses.
                if (done.error().detail.contains(u"already exists"_s))
                    done.error().code = ErrorCode::Damaged;
                return done;
            }
        }
        if (!database.commit())
            return fail(ErrorCode::Storage, database.lastError().text());
    }
    return {};
}

} // namespace

Result<void> prepareSchema(QSqlDatabase &database)
{
    for (const auto &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s,
             u"PRAGMA foreign_keys = ON"_s, u"PRAGMA trusted_schema = OFF"_s}) {
        if (auto done = execute(database, pragma); !done)
            return done;
    }
    const auto check = single(database, u"PRAGMA quick_check(1)"_s);
    if (!check)
        return std::unexpected(check.error());
    if (check->toString() != u"ok"_s)
        return fail(ErrorCode::Damaged, check->toString());
    const auto version = single(database, u"PRAGMA user_version"_s);
    if (!version)
        return std::unexpected(version.error());
    if (version->toInt() < 0 || version->toInt() > static_cast<int>(migrations.size()))
        return fail(ErrorCode::Damaged, u"written by a newer version (%1)"_s.arg(version->toInt()));
    return migrate(database, version->toInt());
}

} // namespace majlis::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/db/database.h"

#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr std::array statements{
    "CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS journal(seq INTEGER PRIMARY KEY, kind INTEGER NOT NULL, at INTEGER NOT NULL, "
    "subject INTEGER NOT NULL, object INTEGER NOT NULL, chain INTEGER NOT NULL, text TEXT)",
    "CREATE TABLE IF NOT EXISTS accounts(address TEXT PRIMARY KEY, node INTEGER NOT NULL UNIQUE, id TEXT NOT NULL, "
    "created INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS profiles(node INTEGER PRIMARY KEY, json TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS code_uses(code TEXT PRIMARY KEY, uses INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS claims(id TEXT PRIMARY KEY, node INTEGER NOT NULL, amount TEXT NOT NULL, "
    "chain INTEGER NOT NULL, claimed INTEGER NOT NULL, confirmed INTEGER NOT NULL, hash TEXT NOT NULL, "
    "settled INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS nonces(nonce TEXT PRIMARY KEY, address TEXT NOT NULL, expires INTEGER NOT NULL, "
    "used INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS refresh_tokens(hash TEXT PRIMARY KEY, family TEXT NOT NULL, address TEXT NOT NULL, "
    "chain INTEGER NOT NULL, nonce TEXT NOT NULL, expires INTEGER NOT NULL, spent INTEGER NOT NULL DEFAULT 0) WITHOUT "
    "ROWID",
    "CREATE INDEX IF NOT EXISTS refresh_family ON refresh_tokens(family)",
    "CREATE TABLE IF NOT EXISTS idempotency(key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, status INTEGER NOT NULL, "
    "type TEXT NOT NULL, body BLOB NOT NULL, created INTEGER NOT NULL) WITHOUT ROWID",
};

} // namespace

Database::Database()
    : m_connection(u"sandbox-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Database::~Database()
{
    close();
}

void Database::close()
{
    if (m_database.isOpen()) {
        flush();
        m_database.close();
    }
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

std::expected<void, QString> Database::openFile(const QString &fileName)
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(fileName);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (!m_database.open())
        return std::unexpected(m_database.lastError().text());
    QSqlQuery query(m_database);
    for (const auto *pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL", "PRAGMA quick_check"}) {
        if (!query.exec(QString::fromLatin1(pragma)))
            return std::unexpected(query.lastError().text());
    }
    if (!query.next() || query.value(0).toString() != u"ok"_s)
        return std::unexpected(u"the database is damaged"_s);
    for (const auto *statement : statements) {
        if (!query.exec(QString::fromLatin1(statement)))
            return std::unexpected(query.lastError().text());
    }
    return {};
}

std::expected<void, QString> Database::open(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return std::unexpected(QString(u"cannot create the data folder "_s + folder));
    const QString fileName = QDir(folder).filePath(u"habibi.sqlite"_s);
    auto opened = openFile(fileName);
    if (opened || !QFile::exists(fileName))
        return opened;
    close();
    for (const auto &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        const QString aside = fileName + suffix + u".damaged"_s;
        QFile::remove(aside);
        if (QFile::exists(fileName + suffix) && !QFile::rename(fileName + suffix, aside))
            return std::unexpected(QString(fileName + u" is damaged and cannot be moved aside"_s));
    }
    m_wasDamaged = true;
    return openFile(fileName);
}

QSqlQuery Database::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    bool good = query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    good = good && query.exec();
    if (!good)
        qFatal("sandbox database: %s", qPrintable(query.lastError().text()));
    return query;
}

QString Database::meta(const QString &key)
{
    QSqlQuery query = run(u"SELECT value FROM meta WHERE key = ?"_s, {key});
    return query.next() ? query.value(0).toString() : QString();
}

void Database::setMeta(const QString &key, const QString &value)
{
    run(u"INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"_s,
        {key, value});
}

void Database::append(const JournalEntry &entry)
{
    m_pending.push_back(entry);
}

void Database::flush()
{
    if (m_pending.empty())
        return;
    m_database.transaction();
    QSqlQuery query(m_database);
    bool good
        = query.prepare(u"INSERT INTO journal(kind, at, subject, object, chain, text) VALUES(?, ?, ?, ?, ?, ?)"_s);
    for (const JournalEntry &entry : m_pending) {
        query.bindValue(0, static_cast<int>(entry.kind));
        query.bindValue(1, qint64(entry.at));
        query.bindValue(2, qint64(entry.subject));
        query.bindValue(3, qint64(entry.object));
        query.bindValue(4, entry.chain);
        query.bindValue(5, entry.text);
        good = good && query.exec();
    }
    if (!good || !m_database.commit())
        qFatal("sandbox journal: %s", qPrintable(query.lastError().text()));
    m_pending.clear();
}

std::vector<JournalEntry> Database::journal()
{
    std::vector<JournalEntry> entries;
    QSqlQuery query = run(u"SELECT kind, at, subject, object, chain, text FROM journal ORDER BY seq"_s);
    while (query.next()) {
        entries.push_back({static_cast<JournalEntry::Kind>(query.value(0).toInt()), query.value(1).toLongLong(),
            query.value(2).toLongLong(), query.value(3).toLongLong(), query.value(4).toInt(),
            query.value(5).toString()});
    }
    return entries;
}

} // namespace majlis::sandbox

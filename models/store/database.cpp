// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include "models/store/schema.h"

#include <QAtomicInt>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace majlis::store
{

using namespace Qt::StringLiterals;

namespace
{

// Each QSqlDatabase needs a name of its own in the process.
QString connectionName()
{
    static QAtomicInt counter;
    return u"majlis-%1"_s.arg(counter.fetchAndAddRelaxed(1));
}

QString putAside(const QString &path)
{
    const auto stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    QString kept = path % u".damaged-"_s % stamp;
    for (const auto &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(path + suffix) && !QFile::rename(path + suffix, kept + suffix) && suffix.isEmpty())
            return {};
    }
    return kept;
}

} // namespace

/// Everything that touches the QSqlDatabase; lives on the database thread.
class Database::Worker : public QObject
{
public:
    explicit Worker(QString path)
        : m_path(std::move(path))
        , m_name(connectionName())
    {
    }
    ~Worker() override { close(); }

    OpenReport open()
    {
        OpenReport report;
        const bool inMemory = m_path.isEmpty();
        if (!inMemory)
            QDir().mkpath(QFileInfo(m_path).absolutePath());
        auto opened = tryOpen(inMemory ? u":memory:"_s : m_path);
        if (opened)
            return report;
        report.detail = opened.error().detail;
        close();
        if (!inMemory && QFile::exists(m_path) && QFileInfo(m_path).isWritable()
            && opened.error().code == ErrorCode::Damaged) {
            report.keptAs = putAside(m_path);
            if (!report.keptAs.isEmpty() && tryOpen(m_path)) {
                report.kind = OpenReport::Kind::Replaced;
                return report;
            }
            close();
        }
        report.kind = OpenReport::Kind::MemoryOnly;
        if (const auto memory = tryOpen(u":memory:"_s); !memory)
            report.detail += u"; "_s + memory.error().detail;
        return report;
    }

    QSqlDatabase &database() { return m_database; }

private:
    Result<void> tryOpen(const QString &file)
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
        m_database.setDatabaseName(file);
        m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (!m_database.open())
            return fail(ErrorCode::Storage, m_database.lastError().text());
        return prepareSchema(m_database);
    }

    void close()
    {
        if (!m_database.isValid())
            return;
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }

    QString m_path;
    QString m_name;
    QSqlDatabase m_database;
};

Database::Database(QString path, QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(std::move(path)))
{
    qRegisterMetaType<OpenReport>();
    m_thread.setObjectName(u"majlis database"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            const auto report = m_worker->open();
            QMetaObject::invokeMethod(
                this,
                [this, report] {
                    m_report = report;
                    Q_EMIT opened(report);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

Database::~Database()
{
    // Behind everything that is queued.
    QMetaObject::invokeMethod(m_worker, [thread = &m_thread] { thread->quit(); }, Qt::QueuedConnection);
    if (!QCoreApplication::instance()) // then Qt delivers nothing to any thread, and the line above would wait for ever
        m_thread.quit();
    m_thread.wait();
    while (!m_waiting.empty()) {
        const auto waiter = *m_waiting.begin();
        m_waiting.erase(m_waiting.begin());
        waiter->done.set();
    }
}

void Database::enqueue(std::shared_ptr<Waiter> waiter, std::function<void(QSqlDatabase &)> work)
{
    m_waiting.insert(waiter);
    QMetaObject::invokeMethod(
        m_worker,
        [this, waiter = std::move(waiter), work = std::move(work)] {
            work(m_worker->database());
            QMetaObject::invokeMethod(
                this,
                [this, waiter] {
                    m_waiting.erase(waiter);
                    waiter->done.set();
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void Database::post(std::function<Result<void>(QSqlDatabase &)> work)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, work = std::move(work)] {
            if (const auto done = work(m_worker->database()); !done)
                QMetaObject::invokeMethod(
                    this, [this, error = done.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace majlis::store

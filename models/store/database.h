// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/latch.h"

#include <QCoroTask>
#include <QObject>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <type_traits>

class QSqlDatabase;

namespace majlis::store
{

/// How the database came up; the shell tells the user when it is not Opened.
struct OpenReport {
    enum class Kind {
        Opened, ///< as it was, or new
        Replaced, ///< the old file was damaged or from a newer version: renamed to `keptAs`, a new one begun
        MemoryOnly, ///< the folder cannot be written: nothing is remembered beyond this run
    };
    Kind kind = Kind::Opened;
    QString keptAs; ///< full path of the file that was put aside
    QString detail; ///< for the log
};

/// The local SQLite file (WAL) on a thread of its own: cache and outbox, never secrets. What a crash left half-written
/// is rolled back by SQLite; a file that is damaged is renamed and begun anew, never deleted.
///
/// Members are called on the thread that made it; the functions given to run() and post() run on the database thread in
/// the order of the calls. The destructor waits for what is queued; tasks still waiting then end with Cancelled.
class Database : public QObject
{
    Q_OBJECT

public:
    /// Opens `path` in the background; everything queued meanwhile waits for that. Empty: in memory.
    explicit Database(QString path, QObject *parent = nullptr);
    ~Database() override;

    /// Empty until opened() was emitted.
    [[nodiscard]] const std::optional<OpenReport> &report() const { return m_report; }

    /// Runs `work(QSqlDatabase &)`, which returns a Result<T> or a Result<void>, and resumes the caller with it.
    template <class Work>
    QCoro::Task<std::invoke_result_t<Work, QSqlDatabase &>> run(Work work)
    {
        using Outcome = std::invoke_result_t<Work, QSqlDatabase &>;
        struct Slot : Waiter {
            std::optional<Outcome> outcome;
        };
        const auto slot = std::make_shared<Slot>();
        enqueue(slot,
            [slot, work = std::move(work)](QSqlDatabase &database) mutable { slot->outcome.emplace(work(database)); });
        co_await slot->done.wait();
        if (!slot->outcome)
            co_return Outcome(fail(ErrorCode::Cancelled, QStringLiteral("the database was closed")));
        co_return std::move(*slot->outcome);
    }

    /// Runs `work` and reports a failure by failed().
    void post(std::function<Result<void>(QSqlDatabase &)> work);

Q_SIGNALS:
    void opened(const majlis::store::OpenReport &report);
    void failed(const majlis::Error &error);

private:
    struct Waiter {
        net::Latch done;
    };
    class Worker;

    void enqueue(std::shared_ptr<Waiter> waiter, std::function<void(QSqlDatabase &)> work);

    QThread m_thread;
    Worker *m_worker = nullptr; // lives on m_thread, deleted there
    std::set<std::shared_ptr<Waiter>> m_waiting;
    std::optional<OpenReport> m_report;
};

} // namespace majlis::store

Q_DECLARE_METATYPE(majlis::store::OpenReport)

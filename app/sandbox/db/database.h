// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <expected>
#include <vector>

namespace majlis::sandbox
{

/// One change of the world, as it is kept: replaying the journal over the same seed gives the same world again.
struct JournalEntry {
    enum class Kind : int { Join = 1, Transfer, Move, Rebase, Account, Adopt, Credit, Verify, SetChain };
    Kind kind = Kind::Join;
    std::int64_t at = 0;
    std::int64_t subject = -1;
    std::int64_t object = -1;
    int chain = 0;
    QString text; ///< an amount in base units, or an address
};

/// The platform's SQLite database (WAL) in the data folder. One thread. Errors of the disk end the sandbox with a
/// message: it is a practice platform, and going on without its database would only teach wrong lessons.
class Database
{
public:
    Database();
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Opens or creates `<folder>/habibi.sqlite`. A damaged file is moved aside and a fresh one begun.
    [[nodiscard]] std::expected<void, QString> open(const QString &folder);
    /// True when a damaged database was moved aside on opening.
    [[nodiscard]] bool wasDamaged() const { return m_wasDamaged; }

    /// Runs one statement with its values. Failure is fatal (see above).
    QSqlQuery run(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] QString meta(const QString &key);
    void setMeta(const QString &key, const QString &value);

    /// Kept until `flush`, which happens in one transaction; `flush` at least once a second and before anything that a
    /// client is told was written.
    void append(const JournalEntry &entry);
    void flush();
    [[nodiscard]] std::vector<JournalEntry> journal();

private:
    [[nodiscard]] std::expected<void, QString> openFile(const QString &fileName);
    void close();

    QString m_connection;
    QSqlDatabase m_database;
    std::vector<JournalEntry> m_pending;
    bool m_wasDamaged = false;
};

} // namespace majlis::sandbox

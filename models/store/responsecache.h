// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <QCoroTask>
#include <QString>

#include <optional>

namespace majlis::store
{

class Database;

/// An answer as it was kept.
struct CachedResponse {
    QByteArray body;
    QByteArray contentType;
    QByteArray etag; ///< empty: cannot be revalidated
    UnixMs confirmedAt; ///< when the server last said that this is so
    UnixMs freshUntil; ///< max-age; until then no request is needed
};

/// Last known answers, by key. Bounded: the longest unused go first when the bodies exceed `maxBytes`. Keys begin with
/// the scope (connection and account), so that one account never sees another's. GUI thread; the work is the
/// database's.
class ResponseCache
{
public:
    /// The database must outlive the cache.
    ResponseCache(Database &database, const Clock &clock, qint64 maxBytes = 64LL * 1024 * 1024);

    /// Empty when nothing is held.
    [[nodiscard]] QCoro::Task<Result<std::optional<CachedResponse>>> find(QString key);
    /// An answer larger than an eighth of the bound is not kept.
    void put(QString key, CachedResponse response);
    /// The server confirmed what is held (304).
    void confirm(QString key, UnixMs confirmedAt, UnixMs freshUntil);
    /// Forgets everything whose key begins with `scope`.
    void forget(QString scope);

private:
    Database &m_database;
    const Clock &m_clock;
    qint64 m_maxBytes;
};

} // namespace majlis::store

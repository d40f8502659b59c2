// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"

#include <QObject>
#include <QString>

#include <deque>

namespace majlis::store
{

/// The most recent failures, for the Diagnostics page: in memory, newest first, repetitions counted in one entry.
/// Cancelled is not kept, as it is no failure. GUI thread.
class ErrorLog : public QObject
{
    Q_OBJECT

public:
    struct Entry {
        QString source; ///< who met it: `habibi.graphql`, `database`
        Error error;
        UnixMs first;
        UnixMs last;
        int count = 1;
    };

    explicit ErrorLog(const Clock &clock, int capacity = 200, QObject *parent = nullptr);

    void record(const QString &source, const Error &error);
    [[nodiscard]] const std::deque<Entry> &entries() const { return m_entries; }
    void clear();

Q_SIGNALS:
    /// entries() changed: something new at the front, a repetition moved there, or cleared.
    void changed();

private:
    const Clock &m_clock;
    std::size_t m_capacity;
    std::deque<Entry> m_entries;
};

} // namespace majlis::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/errorlog.h"

#include <algorithm>

namespace majlis::store
{

ErrorLog::ErrorLog(const Clock &clock, int capacity, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_capacity(static_cast<std::size_t>(std::max(1, capacity)))
{
}

void ErrorLog::record(const QString &source, const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    const auto now = m_clock.now();
    const auto same = std::ranges::find_if(m_entries, [&](const Entry &entry) {
        return entry.source == source && entry.error.code == error.code && entry.error.reason == error.reason
            && entry.error.path == error.path && entry.error.detail == error.detail;
    });
    Entry entry{.source = source, .error = error, .first = now, .last = now};
    if (same != m_entries.end()) {
        entry.first = same->first;
        entry.count = same->count + 1;
        m_entries.erase(same);
    }
    m_entries.push_front(std::move(entry));
    if (m_entries.size() > m_capacity)
        m_entries.pop_back();
    Q_EMIT changed();
}

void ErrorLog::clear()
{
    if (m_entries.empty())
        return;
    m_entries.clear();
    Q_EMIT changed();
}

} // namespace majlis::store

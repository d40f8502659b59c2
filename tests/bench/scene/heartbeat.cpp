// SPDX-License-Identifier: GPL-3.0-or-later
#include "heartbeat.h"

#include <algorithm>
#include <ctime>
#include <utility>

namespace
{

double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

Heartbeat::Heartbeat(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
    m_since.start();
    m_work = threadMilliseconds();
    m_timer.start();
}

void Heartbeat::beat()
{
    const double gap = static_cast<double>(m_since.nsecsElapsed()) / 1e6;
    const double now = threadMilliseconds();
    const double work = now - std::exchange(m_work, now);
    m_since.restart();
    m_stalls.longest = std::max(m_stalls.longest, gap);
    m_stalls.longestWork = std::max(m_stalls.longestWork, work);
    m_stalls.over8 += gap > 8.0 ? 1 : 0;
    m_stalls.workOver8 += work > 8.0 ? 1 : 0;
}

Heartbeat::Stalls Heartbeat::take()
{
    return std::exchange(m_stalls, {});
}

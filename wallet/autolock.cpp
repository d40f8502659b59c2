// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/autolock.h"

#include <algorithm>

namespace majlis::wallet
{

namespace
{

// After sleep the timer may be late by the time slept; looking again at least this often bounds how late.
constexpr std::chrono::milliseconds longestWait = std::chrono::seconds(30);

} // namespace

AutoLock::AutoLock(const TimeSource &time, QObject *parent)
    : QObject(parent)
    , m_time(time)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::check);
}

void AutoLock::setTimeout(std::chrono::milliseconds timeout)
{
    m_timeout = timeout;
    check();
}

void AutoLock::start()
{
    m_running = true;
    noteActivity();
    arm();
}

void AutoLock::stop()
{
    m_running = false;
    m_timer.stop();
}

void AutoLock::noteActivity()
{
    m_lastWall = m_time.wall();
    m_lastMonotonic = m_time.monotonic();
}

void AutoLock::lockNow(Reason reason)
{
    if (!m_running)
        return;
    stop();
    Q_EMIT lockRequested(reason);
}

void AutoLock::check()
{
    if (!m_running)
        return;
    if (m_timeout.count() > 0 && idle() >= m_timeout)
        lockNow(Reason::Idle);
    else
        arm();
}

std::chrono::milliseconds AutoLock::remaining() const
{
    if (!m_running || m_timeout.count() <= 0)
        return m_timeout;
    return std::max(m_timeout - idle(), std::chrono::milliseconds::zero());
}

std::chrono::milliseconds AutoLock::idle() const
{
    return std::max(m_time.wall() - m_lastWall, m_time.monotonic() - m_lastMonotonic);
}

void AutoLock::arm()
{
    if (m_timeout.count() <= 0)
        m_timer.stop();
    else
        m_timer.start(std::clamp(remaining(), std::chrono::milliseconds(1), longestWait));
}

} // namespace majlis::wallet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/taskthread.h"

#include <utility>

namespace majlis::wallet
{

TaskThread::TaskThread(std::function<void()> wake)
    : m_wake(std::move(wake))
    , m_thread([this] { run(); })
{
}

TaskThread::~TaskThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void TaskThread::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_one();
}

void TaskThread::deliver(Task delivery)
{
    {
        const std::lock_guard lock(m_mutex);
        m_deliveries.push_back(std::move(delivery));
    }
    m_wake();
}

void TaskThread::takeDelivery()
{
    Task taken;
    {
        const std::lock_guard lock(m_mutex);
        if (m_deliveries.empty())
            return;
        taken = std::move(m_deliveries.front());
        m_deliveries.pop_front();
    }
    taken(); // may destroy this object
}

void TaskThread::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_ending || !m_tasks.empty(); });
        if (m_tasks.empty())
            return;
        Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        task = {};
        lock.lock();
    }
}

} // namespace majlis::wallet

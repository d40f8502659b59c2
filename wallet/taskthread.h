// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace majlis::wallet
{

/// One thread that does tasks in order, and a way back. Made of the standard library only, so that ThreadSanitizer sees
/// every hand-over (it does not see those inside Qt).
class TaskThread
{
public:
    using Task = std::move_only_function<void()>;

    /// `wake` is called on this thread, once for each delivery; it should make the owner's thread call takeDelivery()
    /// once.
    explicit TaskThread(std::function<void()> wake);
    /// Does every task that was posted, then ends. Deliveries that nobody took are dropped.
    ~TaskThread();
    TaskThread(const TaskThread &) = delete;
    TaskThread &operator=(const TaskThread &) = delete;

    /// From any thread. The task is destroyed on this thread as soon as it is done.
    void post(Task task);
    /// From a task: has `delivery` run on the owner's thread.
    void deliver(Task delivery);
    /// On the owner's thread: runs the oldest delivery, which may destroy this object.
    void takeDelivery();

private:
    void run();

    std::function<void()> m_wake;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Task> m_tasks;
    std::deque<Task> m_deliveries;
    bool m_ending = false;
    std::thread m_thread; ///< last: everything is there when it starts
};

} // namespace majlis::wallet

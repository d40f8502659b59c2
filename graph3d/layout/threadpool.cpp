// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/threadpool.h"

#include <system_error>

namespace majlis::graph3d
{

namespace
{

constexpr unsigned maximumThreads = 64;
// A tick is several short loops in a row: waking a sleeping thread costs more than such a loop, so wait awake a little.
constexpr int spinsBeforeSleep = 2000;

void relax()
{
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#endif
}

} // namespace

ThreadPool::ThreadPool(unsigned threads)
{
    if (threads == 0)
        threads = std::max(1u, std::thread::hardware_concurrency());
    threads = std::min(threads, maximumThreads);
    m_threads.reserve(threads - 1);
    try {
        for (unsigned worker = 1; worker < threads; ++worker)
            m_threads.emplace_back([this, worker] { work(worker); });
    } catch (const std::system_error &) {
        // The machine gives no more threads: go on with those there are.
    }
}

ThreadPool::~ThreadPool()
{
    m_stopping.store(true, std::memory_order_relaxed);
    m_round.fetch_add(1, std::memory_order_release);
    m_round.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void ThreadPool::runLoop(const Loop &loop)
{
    m_loop = loop;
    m_next.store(0, std::memory_order_relaxed);
    m_busy.store(0, std::memory_order_release);
    m_round.fetch_add(1, std::memory_order_release);
    m_round.notify_all();
    takeChunks(0);
    std::uint32_t busy = m_busy.fetch_or(closed, std::memory_order_acq_rel) | closed;
    for (int spin = 0; busy != closed; ++spin) {
        if (spin < spinsBeforeSleep)
            relax();
        else
            m_busy.wait(busy, std::memory_order_acquire);
        busy = m_busy.load(std::memory_order_acquire);
    }
}

void ThreadPool::takeChunks(unsigned worker)
{
    const Loop loop = m_loop;
    for (;;) {
        const std::size_t begin = m_next.fetch_add(loop.chunk, std::memory_order_relaxed);
        if (begin >= loop.count)
            return;
        loop.body(loop.context, begin, std::min(begin + loop.chunk, loop.count), worker);
    }
}

void ThreadPool::work(unsigned worker)
{
    std::uint32_t seen = 0;
    for (;;) {
        for (int spin = 0; m_round.load(std::memory_order_acquire) == seen; ++spin) {
            if (spin < spinsBeforeSleep)
                relax();
            else
                m_round.wait(seen, std::memory_order_acquire);
        }
        seen = m_round.load(std::memory_order_acquire);
        if (m_stopping.load(std::memory_order_relaxed))
            return;
        std::uint32_t busy = m_busy.load(std::memory_order_acquire);
        bool entered = false;
        while (!entered && (busy & closed) == 0)
            entered = m_busy.compare_exchange_weak(busy, busy + 1, std::memory_order_acq_rel);
        if (!entered)
            continue;
        takeChunks(worker);
        if (m_busy.fetch_sub(1, std::memory_order_acq_rel) == (closed | 1))
            m_busy.notify_one();
    }
}

} // namespace majlis::graph3d

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <type_traits>
#include <vector>

namespace majlis::graph3d
{

/**
 * A few threads that share one loop at a time. The calling thread works too, and a worker that is late (busy machine)
 * is not waited for: only chunks already begun are. Which thread runs a chunk is left to chance, so whatever must be
 * reproducible is stored per chunk or per element, never accumulated across chunks in order of completion.
 */
class ThreadPool
{
public:
    /** @p threads counts the caller: 1 starts none. 0 means one per core. */
    explicit ThreadPool(unsigned threads);
    ~ThreadPool();
    ThreadPool(const ThreadPool &) = delete;
    ThreadPool &operator=(const ThreadPool &) = delete;

    [[nodiscard]] unsigned size() const { return static_cast<unsigned>(m_threads.size()) + 1; }

    /**
     * Calls @p body(begin, end, worker) for consecutive chunks of [0, count); worker < size() tells whose scratch
     * memory to use. Returns when all are done. Not reentrant; one caller. Does not allocate.
     */
    template <typename Body>
    void forChunks(std::size_t count, std::size_t chunk, Body &&body)
    {
        if (count == 0)
            return;
        chunk = std::max<std::size_t>(chunk, 1);
        if (m_threads.empty() || count <= chunk) {
            for (std::size_t begin = 0; begin < count; begin += chunk)
                body(begin, std::min(begin + chunk, count), 0u);
            return;
        }
        using Plain = std::remove_reference_t<Body>;
        runLoop({count, chunk, const_cast<std::remove_const_t<Plain> *>(&body),
            [](void *context, std::size_t begin, std::size_t end, unsigned worker) {
                (*static_cast<Plain *>(context))(begin, end, worker);
            }});
    }

private:
    struct Loop {
        std::size_t count = 0;
        std::size_t chunk = 1;
        void *context = nullptr;
        void (*body)(void *, std::size_t, std::size_t, unsigned) = nullptr;
    };

    void runLoop(const Loop &loop);
    void work(unsigned worker);
    void takeChunks(unsigned worker);

    static constexpr std::uint32_t closed = 0x8000'0000u;

    Loop m_loop;
    std::atomic<std::size_t> m_next{0};
    std::atomic<std::uint32_t> m_busy{closed}; ///< workers inside the loop, plus `closed` when none may enter
    std::atomic<std::uint32_t> m_round{0};
    std::atomic<bool> m_stopping{false};
    std::vector<std::thread> m_threads;
};

} // namespace majlis::graph3d

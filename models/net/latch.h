// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <utility>
#include <vector>

namespace majlis::net
{

/// A one-shot event that coroutines of one thread wait for: `co_await latch.wait()`. Hold it by shared_ptr when the
/// setter may outlive the waiters or the other way round. The waiters are resumed inside set().
class Latch
{
public:
    Latch() = default;
    Latch(const Latch &) = delete;
    Latch &operator=(const Latch &) = delete;

    [[nodiscard]] bool isSet() const { return m_set; }

    void set()
    {
        if (std::exchange(m_set, true))
            return;
        for (const auto waiting : std::exchange(m_waiting, {}))
            waiting.resume();
    }

    struct Awaiter {
        Latch *latch;
        bool await_ready() const noexcept { return latch->m_set; }
        void await_suspend(std::coroutine_handle<> waiting) const { latch->m_waiting.push_back(waiting); }
        void await_resume() const noexcept { }
    };
    /// The latch must live until the awaiting coroutine was resumed.
    [[nodiscard]] Awaiter wait() { return {this}; }

private:
    std::vector<std::coroutine_handle<>> m_waiting;
    bool m_set = false;
};

} // namespace majlis::net

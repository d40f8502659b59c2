// SPDX-License-Identifier: GPL-3.0-or-later
// Counts every allocation of this test program; ticks must not add to it.
#include "graph3d/layout/layout.h"
#include "tests/unit/layout/forests.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <cstdlib>
#include <new>

namespace
{

std::atomic<std::size_t> allocations{0};

void *counted(std::size_t size)
{
    allocations.fetch_add(1, std::memory_order_relaxed);
    if (void *memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    throw std::bad_alloc();
}

} // namespace

void *operator new(std::size_t size)
{
    return counted(size);
}

void *operator new[](std::size_t size)
{
    return counted(size);
}

// std::stable_sort asks for its buffer this way; left alone, a sanitizer would see its own new meet our delete.
void *operator new(std::size_t size, const std::nothrow_t &) noexcept
{
    allocations.fetch_add(1, std::memory_order_relaxed);
    return std::malloc(size == 0 ? 1 : size);
}

void *operator new[](std::size_t size, const std::nothrow_t &) noexcept
{
    allocations.fetch_add(1, std::memory_order_relaxed);
    return std::malloc(size == 0 ? 1 : size);
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete[](void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

void operator delete[](void *memory, std::size_t) noexcept
{
    std::free(memory);
}

using namespace majlis::graph3d;

TEST_CASE("Ticks allocate nothing after the first")
{
    for (const unsigned threads : {1u, 3u}) {
        LayoutOptions options;
        options.threads = threads;
        options.settleMove = 0.0f;
        Layout layout(Graph::fromParents(test::forest(8000, 10)), options);
        PositionChannel channel;
        layout.tick();
        for (int frame = 0; frame < 3; ++frame) {
            layout.publishTo(channel);
            static_cast<void>(channel.latest());
        }
        const std::size_t before = allocations.load();
        for (int tick = 0; tick < 80; ++tick) {
            layout.tick();
            layout.publishTo(channel);
            static_cast<void>(channel.latest());
        }
        CHECK(allocations.load() - before == 0);
    }
}

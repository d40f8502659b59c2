// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/layoutworker.h"
#include "tests/unit/layout/forests.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace majlis::graph3d;
using namespace std::chrono_literals;

namespace
{

/** Counts publications and waits for them: no sleeping in tests. */
class Bell
{
public:
    void ring()
    {
        const std::scoped_lock lock(m_mutex);
        ++m_count;
        m_rung.notify_all();
    }

    template <typename Condition>
    bool waitFor(Condition condition)
    {
        std::unique_lock lock(m_mutex);
        return m_rung.wait_for(lock, 30s, condition);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_rung;
    int m_count = 0;
};

} // namespace

TEST_CASE("A reader sees whole frames, never backwards, while the writer goes on")
{
    PositionChannel channel;
    CHECK(channel.latest().generation == 0);
    CHECK_FALSE(channel.hasNews());
    constexpr std::uint64_t frames = 20'000;
    std::jthread writer([&channel] {
        for (std::uint64_t number = 1; number <= frames; ++number) {
            PositionFrame &frame = channel.back();
            frame.positions.assign(50, {static_cast<float>(number), 0.0f, 0.0f});
            frame.tick = number;
            channel.publish();
        }
    });
    std::uint64_t last = 0;
    while (last < frames) {
        const PositionFrame &frame = channel.latest();
        REQUIRE(frame.tick >= last);
        REQUIRE(frame.generation == frame.tick);
        last = frame.tick;
        for (const Vec3 &p : frame.positions)
            REQUIRE(p.x == static_cast<float>(frame.tick));
    }
}

TEST_CASE("The worker shows the placement at once, ticks to rest, and wakes up for a join")
{
    Bell bell;
    LayoutWorker worker(Graph::fromParents(test::forest(2000, 4)), {}, [&bell] { bell.ring(); });
    REQUIRE(bell.waitFor([&worker] { return worker.channel().latest().generation > 0; }));
    CHECK(worker.channel().latest().positions.size() == 2000);
    CHECK_FALSE(worker.channel().latest().bounds.isEmpty());
    REQUIRE(bell.waitFor([&worker] { return worker.channel().latest().settled; }));

    worker.post([](Layout &layout) { layout.addNode(100); });
    worker.post([](Layout &layout) { layout.addNode(2000); });
    REQUIRE(bell.waitFor([&worker] {
        const PositionFrame &frame = worker.channel().latest();
        return frame.positions.size() == 2002 && frame.settled;
    }));
}

TEST_CASE("A paused worker runs commands and nothing else")
{
    Bell bell;
    std::atomic<std::uint64_t> tick{0};
    LayoutWorker worker(Graph::fromParents(test::forest(30'000, 4)), {}, [&bell] { bell.ring(); }, 1ms);
    worker.setPaused(true);
    const auto askForTick = [&] {
        std::atomic<bool> answered{false};
        worker.post([&](Layout &layout) {
            tick = layout.lastTick().tick;
            answered = true;
        });
        REQUIRE(bell.waitFor([&answered] { return answered.load(); }));
        return tick.load();
    };
    const std::uint64_t first = askForTick();
    CHECK(askForTick() == first);
    CHECK(askForTick() == first);
    worker.setPaused(false);
    REQUIRE(bell.waitFor([&] { return worker.channel().latest().tick > first; }));
}

TEST_CASE("A worker can be dropped at any moment")
{
    for (int round = 0; round < 20; ++round) {
        LayoutWorker worker(Graph::fromParents(test::forest(5000, 4)), {}, {});
        for (int join = 0; join < round; ++join)
            worker.post([](Layout &layout) { layout.addNode(1); });
    }
}

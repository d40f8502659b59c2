// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/layoutfeed.h"

#include "graph3d/layout/layoutworker.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <mutex>

namespace majlis::graph3d
{

namespace
{

using Clock = std::chrono::steady_clock;

constexpr auto packEvery = std::chrono::milliseconds(15); // no screen shows more
constexpr float gone = -2.0F;

} // namespace

class LayoutFeed::Private
{
public:
    explicit Private(std::function<void()> announce)
        : published(std::move(announce))
    {
    }

    // The layout's thread: the only one that reads its channel and these members.
    void onPublished();
    std::shared_ptr<PositionSnapshot> pack(const PositionFrame &frame);
    void measureProgress(const PositionFrame &frame, LayoutStatus &next);
    std::shared_ptr<PositionSnapshot> freeSnapshot();

    std::vector<std::shared_ptr<PositionSnapshot>> buffers; // three or four while nodes move
    std::vector<float> parent; // as the shaders want it; -2: removed
    Clock::time_point packedAt;
    Clock::time_point tickedAt;
    std::uint64_t ticks = 0;
    std::uint64_t generation = 0;
    float hottest = 0.0F;
    double ticksPerSecond = 0.0;
    LayoutWorker *channelOwner = nullptr;
    std::mutex starting;

    const std::function<void()> published;
    mutable std::mutex mutex; // guards what follows
    std::shared_ptr<const PositionSnapshot> newest;
    LayoutStatus status;
    bool announced = false;

    std::unique_ptr<LayoutWorker> worker; // last: its thread uses all of the above
};

void LayoutFeed::Private::measureProgress(const PositionFrame &frame, LayoutStatus &next)
{
    const auto now = Clock::now();
    const double passed = std::chrono::duration<double>(now - tickedAt).count();
    if (frame.tick > ticks && passed > 0.0) {
        const double rate = static_cast<double>(frame.tick - ticks) / passed;
        ticksPerSecond = ticksPerSecond <= 0.0 ? rate : ticksPerSecond + (rate - ticksPerSecond) * 0.3;
        ticks = frame.tick;
    }
    tickedAt = now;
    // Movement falls by powers: progress is how much of the way down, as a logarithm, it has gone.
    constexpr float rest = 0.01F;
    hottest = std::max(hottest, frame.meanMove);
    next.settled = frame.settled;
    next.ticksPerSecond = frame.settled ? 0.0 : ticksPerSecond;
    next.progress = 1.0;
    if (!frame.settled) {
        const double all = std::log(std::max(hottest, rest * 2) / rest);
        const double left = std::log(std::max(frame.meanMove, rest) / rest);
        next.progress = frame.tick == 0 ? 0.0 : std::clamp(1.0 - left / all, 0.0, 0.99);
    }
}

// One that nobody looks at any more, so that a moving network does not ask the system for 16 MB a step, nor gives them
// back on the thread that happens to let go last.
std::shared_ptr<PositionSnapshot> LayoutFeed::Private::freeSnapshot()
{
    const auto unused = std::ranges::find_if(buffers, [](const auto &buffer) { return buffer.use_count() == 1; });
    if (unused != buffers.end())
        return *unused;
    buffers.push_back(std::make_shared<PositionSnapshot>());
    return buffers.back();
}

std::shared_ptr<PositionSnapshot> LayoutFeed::Private::pack(const PositionFrame &frame)
{
    auto snapshot = freeSnapshot();
    const std::size_t count = std::min(frame.positions.size(), parent.size());
    snapshot->count = static_cast<int>(count);
    const auto bytes = static_cast<qsizetype>(textureRows(std::max<std::size_t>(count, 1))) * textureWidth * 16;
    if (snapshot->texels.size() != bytes || !snapshot->texels.isDetached())
        snapshot->texels = QByteArray(bytes, Qt::Uninitialized);
    auto *out = reinterpret_cast<float *>(snapshot->texels.data());
    for (std::size_t i = 0; i < count; ++i, out += 4) {
        out[0] = frame.positions[i].x;
        out[1] = frame.positions[i].y;
        out[2] = frame.positions[i].z;
        out[3] = parent[i];
    }
    const auto *end = reinterpret_cast<const float *>(snapshot->texels.constData() + snapshot->texels.size());
    for (; out < end; out += 4) {
        std::fill(out, out + 3, 0.0F);
        out[3] = gone;
    }
    snapshot->generation = ++generation;
    measureExtent(*snapshot);
    return snapshot;
}

void LayoutFeed::Private::onPublished()
{
    const PositionFrame &frame = channelOwner->channel().latest();
    const auto now = Clock::now();
    if (!frame.settled && frame.tick > 1 && now - packedAt < packEvery)
        return;
    packedAt = now;
    auto snapshot = pack(frame);
    if (frame.settled) // the rest is needed no more
        std::erase_if(buffers, [](const auto &buffer) { return buffer.use_count() == 1; });
    bool announce = false;
    {
        const std::scoped_lock lock(mutex);
        measureProgress(frame, status);
        newest = std::move(snapshot);
        announce = !std::exchange(announced, true);
    }
    if (announce)
        published();
}

LayoutFeed::LayoutFeed(LayoutSeed seed, std::function<void()> published)
    : d(std::make_unique<Private>(std::move(published)))
{
    d->parent = std::move(seed.parents);
    d->tickedAt = Clock::now();
    LayoutOptions options;
    // One thread less than the machine has: the other one draws.
    options.threads = std::max(1U, std::thread::hardware_concurrency() - 1U);
    // The worker may publish before its constructor returns; it must not look for itself until `channelOwner` is set.
    const std::scoped_lock lock(d->starting);
    d->worker = std::make_unique<LayoutWorker>(std::move(seed.graph), options, [state = d.get()] {
        {
            const std::scoped_lock started(state->starting);
        }
        state->onPublished();
    });
    d->channelOwner = d->worker.get();
    if (!seed.warm.empty())
        d->worker->post([places = std::move(seed.warm)](Layout &layout) { layout.warmStart(places); });
}

LayoutFeed::~LayoutFeed() = default;

void LayoutFeed::addNode(int parent)
{
    d->worker->post([state = d.get(), parent](Layout &layout) {
        layout.addNode(parent < 0 ? NoNode : static_cast<NodeId>(parent));
        state->parent.push_back(static_cast<float>(parent));
    });
}

void LayoutFeed::removeNode(int index)
{
    d->worker->post([state = d.get(), index](Layout &layout) {
        const auto node = static_cast<NodeId>(index);
        const float above = state->parent[node];
        std::vector<NodeId> children;
        layout.graph().forEachChild(node, [&children](NodeId child) { children.push_back(child); });
        layout.removeNode(node);
        for (const NodeId child : children)
            state->parent[child] = above;
        state->parent[node] = gone;
    });
}

void LayoutFeed::setPinned(int index, bool pinned)
{
    d->worker->post([node = static_cast<NodeId>(index), pinned](Layout &layout) {
        if (pinned)
            layout.pin(node, layout.position(node));
        else
            layout.unpin(node);
    });
}

void LayoutFeed::setPaused(bool paused)
{
    d->worker->setPaused(paused);
}

std::shared_ptr<const PositionSnapshot> LayoutFeed::take()
{
    const std::scoped_lock lock(d->mutex);
    d->announced = false;
    return d->newest;
}

LayoutStatus LayoutFeed::status() const
{
    const std::scoped_lock lock(d->mutex);
    return d->status;
}

} // namespace majlis::graph3d

// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/repulsion.h"

#include <algorithm>
#include <cstring>

namespace majlis::graph3d
{

namespace
{

constexpr std::array<float, kernelLanes> ones = [] {
    std::array<float, kernelLanes> all{};
    all.fill(1.0f);
    return all;
}();
constexpr std::uint32_t tasksWanted = 64;
constexpr std::uint32_t smallestTask = 256;

WalkTarget targetOf(const Octree &tree, std::uint32_t cell, std::uint32_t groupSize)
{
    const Vec3 &low = tree.low[cell];
    const Vec3 &high = tree.high[cell];
    WalkTarget target;
    target.middle = {0.5f * (low.x + high.x), 0.5f * (low.y + high.y), 0.5f * (low.z + high.z)};
    target.half = {0.5f * (high.x - low.x), 0.5f * (high.y - low.y), 0.5f * (high.z - low.z)};
    target.extent = tree.extent[cell];
    target.last = tree.cells[cell].isLeaf() || tree.cells[cell].size() <= groupSize;
    return target;
}

SourceView padded(SourceList &list)
{
    const std::size_t whole = (list.count + kernelLanes - 1) / kernelLanes * kernelLanes;
    for (std::size_t at = list.count; at < whole; ++at) {
        list.x[at] = list.y[at] = list.z[at] = 0.0f;
        list.mass[at] = 0.0f;
    }
    return {list.x.data(), list.y.data(), list.z.data(), list.mass.data(), whole};
}

// Cells come and go from tick to tick, bodies stay: room by their number keeps later ticks from allocating.
std::size_t roomFor(std::size_t bodies)
{
    return bodies / 2 + 4 * walkRoom;
}

// The field at the middle of a target, seen from a point at (dx, dy, dz) from it.
LocalField movedBy(const LocalField &field, float dx, float dy, float dz)
{
    LocalField moved = field;
    moved.fx += field.xx * dx + field.xy * dy + field.xz * dz;
    moved.fy += field.xy * dx + field.yy * dy + field.yz * dz;
    moved.fz += field.xz * dx + field.yz * dy + field.zz * dz;
    return moved;
}

} // namespace

struct Repulsion::NearSum {
    const Octree &tree;
    const PairLaw &law;
    const Kernels &kernels;
    Repulsion &owner;
    Scratch &scratch;

    void flush(SourceList &sources, const Octree::Cell &targets, const Sums &sums)
    {
        if (sources.count == 0)
            return;
        scratch.pairs += sources.count * targets.size();
        const std::uint32_t at = targets.begin;
        kernels.pairs(
            law, padded(sources), {&tree.x[at], &tree.y[at], &tree.z[at], sums.x, sums.y, sums.z, targets.size()});
        sources.count = 0;
    }

    [[nodiscard]] Sums nearSums() { return {scratch.near[0].data(), scratch.near[1].data(), scratch.near[2].data()}; }

    void addLeaf(const Octree::Cell &leaf, const Octree::Cell &targets)
    {
        SourceList &list = scratch.bodies;
        for (std::uint32_t from = leaf.begin; from < leaf.end;) {
            if (!list.hasRoomFor(kernelLanes))
                flush(list, targets, nearSums());
            const auto part = std::min<std::uint32_t>(leaf.end - from, kernelLanes);
            constexpr std::size_t whole = kernelLanes * sizeof(float); // the bodies are padded, the list has slack
            std::memcpy(&list.x[list.count], &tree.x[from], whole);
            std::memcpy(&list.y[list.count], &tree.y[from], whole);
            std::memcpy(&list.z[list.count], &tree.z[from], whole);
            std::memcpy(&list.mass[list.count], tree.bodyMass.empty() ? ones.data() : &tree.bodyMass[from], whole);
            list.count += part;
            from += part;
        }
    }

    void sumGroup(const Group &group)
    {
        const Octree::Cell &targets = tree.cells[group.cell];
        for (std::array<float, groupSize> &axis : scratch.near)
            axis.fill(0.0f);
        const std::vector<std::uint32_t> &leaves = owner.m_scratch[group.worker].leaves;
        for (std::uint32_t at = group.firstLeaf; at < group.firstLeaf + group.leafCount; ++at)
            addLeaf(tree.cells[leaves[at]], targets);
        flush(scratch.bodies, targets, nearSums());
    }

    void spread(const Octree::Cell &targets, Bodies &bodies) const
    {
        for (std::uint32_t i = targets.begin; i < targets.end; ++i) {
            const std::uint32_t slot = tree.slot[i];
            bodies.fx[slot] = owner.m_far.x[i] + scratch.near[0][i - targets.begin];
            bodies.fy[slot] = owner.m_far.y[i] + scratch.near[1][i - targets.begin];
            bodies.fz[slot] = owner.m_far.z[i] + scratch.near[2][i - targets.begin];
        }
    }
};

// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): an aggregate that is always given whole.
struct Repulsion::Walk {
    NearSum near;
    WalkKernel walk;
    float theta2;
    std::uint32_t worker;
    Bodies &bodies;

    const Octree &tree = near.tree;
    Repulsion &owner = near.owner;
    Scratch &scratch = near.scratch;
    WalkLists &lists = near.scratch.lists;

    void sumFar(const WalkTarget &target, LocalField &field)
    {
        SourceList &far = lists.far;
        if (far.count == 0)
            return;
        scratch.fields += far.count;
        near.kernels.field(near.law, padded(far), target.middle.x, target.middle.y, target.middle.z, field);
        far.count = 0;
    }

    void keepLeaves()
    {
        const auto begin = lists.leaves.cells.begin();
        scratch.leaves.insert(scratch.leaves.end(), begin, begin + static_cast<std::ptrdiff_t>(lists.leaves.count));
        lists.leaves.count = 0;
    }

    // Everything in `pending` against one target. Full lists are summed up on the way.
    void look(const WalkTarget &target, const Octree::Cell &targets, LocalField &field)
    {
        while (lists.pending.count > 0) {
            lists.pending.makeRoomFor(walkRoom);
            lists.undecided.makeRoomFor(walkStep);
            if (!lists.far.hasRoomFor(walkStep))
                sumFar(target, field);
            if (!lists.near.hasRoomFor(walkStep))
                near.flush(lists.near, targets, owner.m_far.from(targets.begin));
            if (!lists.leaves.hasRoomFor(walkStep))
                keepLeaves();
            walk(tree, target, theta2, lists);
        }
        sumFar(target, field);
    }

    // Looks at the sources undecided[begin, end) from one target, then goes down to its children with the rest. The
    // recursion is as deep as the octree: two dozen at most.
    void visit(std::uint32_t targetCell, std::size_t begin, std::size_t end, LocalField field)
    {
        const Octree::Cell &targets = tree.cells[targetCell];
        const WalkTarget target = targetOf(tree, targetCell, groupSize);
        lists.pending.makeRoomFor(end - begin);
        const auto undecided = lists.undecided.cells.begin();
        std::copy(undecided + static_cast<std::ptrdiff_t>(begin), undecided + static_cast<std::ptrdiff_t>(end),
            lists.pending.cells.begin());
        lists.pending.count = end - begin;
        const auto firstLeaf = static_cast<std::uint32_t>(scratch.leaves.size());
        look(target, targets, field);
        if (target.last) {
            near.flush(lists.near, targets, owner.m_far.from(targets.begin));
            keepLeaves();
            finish({targetCell, worker, firstLeaf, static_cast<std::uint32_t>(scratch.leaves.size()) - firstLeaf},
                target, field);
            return;
        }
        const std::size_t rest = lists.undecided.count;
        for (std::uint32_t child = targets.firstChild; child < targets.firstChild + targets.childCount; ++child) {
            const WalkTarget to = targetOf(tree, child, groupSize);
            visit(child, end, rest,
                movedBy(field, to.middle.x - target.middle.x, to.middle.y - target.middle.y,
                    to.middle.z - target.middle.z));
        }
        lists.undecided.count = end;
    }

    void finish(const Group &group, const WalkTarget &target, const LocalField &field)
    {
        const Octree::Cell &targets = tree.cells[group.cell];
        for (std::uint32_t i = targets.begin; i < targets.end; ++i) {
            const LocalField here
                = movedBy(field, tree.x[i] - target.middle.x, tree.y[i] - target.middle.y, tree.z[i] - target.middle.z);
            owner.m_far.x[i] += here.fx;
            owner.m_far.y[i] += here.fy;
            owner.m_far.z[i] += here.fz;
        }
        scratch.groups.push_back(group);
        near.sumGroup(group);
        near.spread(targets, bodies);
    }

    void runTask(std::uint32_t targetCell)
    {
        const Octree::Cell &targets = tree.cells[targetCell];
        owner.m_far.clear(targets.begin, targets.end);
        lists.undecided.count = 0;
        lists.undecided.push(0);
        visit(targetCell, 0, 1, {});
    }
};

void Repulsion::Forces::resize(std::size_t count)
{
    for (std::vector<float> *axis : {&x, &y, &z})
        axis->resize(count);
}

void Repulsion::Forces::clear(std::uint32_t begin, std::uint32_t end)
{
    for (std::vector<float> *axis : {&x, &y, &z})
        std::fill(axis->begin() + begin, axis->begin() + end, 0.0f);
}

void Repulsion::reserve(std::size_t bodies)
{
    m_groups.reserve(roomFor(bodies));
    m_tasks.reserve(16 * tasksWanted);
    for (std::vector<float> *axis : {&m_far.x, &m_far.y, &m_far.z})
        axis->reserve(bodies);
    for (Scratch &scratch : m_scratch)
        makeRoom(scratch, bodies);
}

void Repulsion::prepare(const Octree &tree)
{
    reserve(tree.bodyCount());
    m_far.resize(tree.bodyCount());
    for (Scratch &scratch : m_scratch) {
        scratch.leaves.clear();
        scratch.groups.clear();
        scratch.pairs = 0;
        scratch.fields = 0;
    }
}

void Repulsion::makeRoom(Scratch &scratch, std::size_t bodies)
{
    const std::size_t most = roomFor(bodies);
    scratch.lists.near.setCapacity(listCapacity);
    scratch.lists.far.setCapacity(listCapacity);
    scratch.lists.leaves.makeRoomFor(listCapacity);
    scratch.lists.pending.makeRoomFor(listCapacity);
    scratch.lists.undecided.cells.reserve(most);
    scratch.lists.undecided.makeRoomFor(listCapacity);
    scratch.bodies.setCapacity(listCapacity);
    scratch.leaves.reserve(4 * most);
    scratch.groups.reserve(most);
}

// Targets big enough to share a good part of the walk and small enough to keep every thread busy to the end.
void Repulsion::listTasks(const Octree &tree)
{
    m_tasks.clear();
    if (tree.cells.empty())
        return;
    const std::uint32_t limit = std::max(smallestTask, tree.bodyCount() / tasksWanted);
    m_tasks.push_back(0);
    for (std::size_t at = 0; at < m_tasks.size();) {
        const Octree::Cell &cell = tree.cells[m_tasks[at]];
        if (cell.isLeaf() || cell.size() <= limit) {
            ++at;
            continue;
        }
        m_tasks[at] = cell.firstChild;
        for (std::uint32_t child = cell.firstChild + 1; child < cell.firstChild + cell.childCount; ++child)
            m_tasks.push_back(child);
    }
}

void Repulsion::listGroups()
{
    m_groups.clear();
    for (const Scratch &scratch : m_scratch)
        m_groups.insert(m_groups.end(), scratch.groups.begin(), scratch.groups.end());
}

bool Repulsion::sum(const Octree &tree, const PairLaw &law, float theta, const Kernels &kernels, WalkKernel walk,
    ThreadPool &pool, Bodies &bodies, const std::atomic<bool> &cancelled)
{
    prepare(tree);
    listTasks(tree);
    pool.forChunks(m_tasks.size(), 1, [&](std::size_t begin, std::size_t end, unsigned worker) {
        if (cancelled.load(std::memory_order_relaxed))
            return;
        Walk task{{tree, law, kernels, *this, m_scratch[worker]}, walk, theta * theta, worker, bodies};
        for (std::size_t at = begin; at < end; ++at)
            task.runTask(m_tasks[at]);
    });
    listGroups();
    return !cancelled.load(std::memory_order_relaxed);
}

bool Repulsion::refresh(const Octree &tree, const PairLaw &law, const Kernels &kernels, ThreadPool &pool,
    Bodies &bodies, const std::atomic<bool> &cancelled)
{
    constexpr std::size_t groupChunk = 16;
    pool.forChunks(m_groups.size(), groupChunk, [&](std::size_t begin, std::size_t end, unsigned worker) {
        if (cancelled.load(std::memory_order_relaxed))
            return;
        NearSum near{tree, law, kernels, *this, m_scratch[worker]};
        for (std::size_t at = begin; at < end; ++at) {
            near.sumGroup(m_groups[at]);
            near.spread(tree.cells[m_groups[at].cell], bodies);
        }
    });
    return !cancelled.load(std::memory_order_relaxed);
}

Vec3 Repulsion::sumAt(const Octree &tree, const PairLaw &law, float theta, const Kernels &kernels, WalkKernel walk,
    unsigned worker, const Vec3 &point)
{
    makeRoom(m_scratch[worker], tree.bodyCount());
    WalkLists &lists = m_scratch[worker].lists;
    const WalkTarget target{point, {}, 0.0f, true};
    const float px[4]{point.x}, py[4]{point.y}, pz[4]{point.z}; // the kernel reads four
    Vec3 sum;
    const auto flush = [&](SourceList &sources) {
        if (sources.count > 0)
            kernels.pairs(law, padded(sources), {px, py, pz, &sum.x, &sum.y, &sum.z, 1});
        sources.count = 0;
    };
    lists.pending.count = 0;
    if (!tree.cells.empty())
        lists.pending.push(0);
    while (lists.pending.count > 0) {
        lists.pending.makeRoomFor(walkRoom);
        walk(tree, target, theta * theta, lists);
        flush(lists.far);
        flush(lists.near);
        for (std::size_t at = 0; at < lists.leaves.count; ++at) {
            const Octree::Cell &leaf = tree.cells[lists.leaves.cells[at]];
            for (std::uint32_t i = leaf.begin; i < leaf.end; ++i) {
                if (!lists.near.hasRoomFor(1))
                    flush(lists.near);
                lists.near.add(tree.x[i], tree.y[i], tree.z[i], tree.bodyMass.empty() ? 1.0f : tree.bodyMass[i]);
            }
        }
        flush(lists.near);
        lists.leaves.count = 0;
    }
    return sum;
}

std::uint64_t Repulsion::pairCount() const
{
    std::uint64_t total = 0;
    for (const Scratch &scratch : m_scratch)
        total += scratch.pairs;
    return total;
}

std::uint64_t Repulsion::fieldCount() const
{
    std::uint64_t total = 0;
    for (const Scratch &scratch : m_scratch)
        total += scratch.fields;
    return total;
}

} // namespace majlis::graph3d

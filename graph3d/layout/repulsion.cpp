// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/repulsion.h"

#include <algorithm>
#include <cstring>

namespace majlis::graph3d
{

namespace
{

constexpr std::uint32_t groupSize = 64; ///< bodies that share one list of sources
constexpr std::uint32_t tasksWanted = 64;
constexpr std::uint32_t smallestTask = 256;

WalkTarget targetOf(const Octree &tree, std::uint32_t cell)
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

struct Repulsion::Walk {
    const Octree &tree;
    const PairLaw &law;
    const Kernels &kernels;
    WalkKernel walk;
    float theta2;
    Repulsion &owner;
    Scratch &scratch;
    Bodies &bodies;

    static SourceView padded(SourceList &list)
    {
        const std::size_t whole = (list.count + kernelLanes - 1) / kernelLanes * kernelLanes;
        for (std::size_t at = list.count; at < whole; ++at) {
            list.x[at] = list.y[at] = list.z[at] = 0.0f;
            list.mass[at] = 0.0f;
        }
        return {list.x.data(), list.y.data(), list.z.data(), list.mass.data(), whole};
    }

    void sumNear(const Octree::Cell &targets)
    {
        SourceList &near = scratch.lists.near;
        if (near.count == 0)
            return;
        scratch.pairs += near.count * targets.size();
        const std::uint32_t at = targets.begin;
        kernels.pairs(law, padded(near),
            {&tree.x[at], &tree.y[at], &tree.z[at], &owner.m_fx[at], &owner.m_fy[at], &owner.m_fz[at], targets.size()});
        near.count = 0;
    }

    void sumFar(const WalkTarget &target, LocalField &field)
    {
        SourceList &far = scratch.lists.far;
        if (far.count == 0)
            return;
        scratch.fields += far.count;
        kernels.field(law, padded(far), target.middle.x, target.middle.y, target.middle.z, field);
        far.count = 0;
    }

    void addLeaf(const Octree::Cell &leaf, const Octree::Cell &targets)
    {
        SourceList &near = scratch.lists.near;
        for (std::uint32_t from = leaf.begin; from < leaf.end;) {
            if (!near.hasRoomFor(kernelLanes))
                sumNear(targets);
            const auto part = std::min<std::uint32_t>(leaf.end - from, kernelLanes);
            constexpr std::size_t whole = kernelLanes * sizeof(float); // the bodies are padded, the list has slack
            std::memcpy(&near.x[near.count], &tree.x[from], whole);
            std::memcpy(&near.y[near.count], &tree.y[from], whole);
            std::memcpy(&near.z[near.count], &tree.z[from], whole);
            std::memcpy(&near.mass[near.count], &tree.bodyMass[from], whole);
            near.count += part;
            from += part;
        }
    }

    // Everything in `pending` against one target. Full lists are summed up on the way.
    void look(const WalkTarget &target, const Octree::Cell &targets, LocalField &field)
    {
        WalkLists &lists = scratch.lists;
        while (lists.pending.count > 0) {
            lists.pending.makeRoomFor(walkRoom);
            lists.undecided.makeRoomFor(walkStep);
            if (!lists.far.hasRoomFor(walkStep))
                sumFar(target, field);
            if (!lists.near.hasRoomFor(walkStep))
                sumNear(targets);
            if (!lists.leaves.hasRoomFor(walkStep))
                addLeaves(targets);
            walk(tree, target, theta2, lists);
        }
        sumFar(target, field);
        addLeaves(targets);
    }

    void addLeaves(const Octree::Cell &targets)
    {
        CellList &leaves = scratch.lists.leaves;
        for (std::size_t at = 0; at < leaves.count; ++at)
            addLeaf(tree.cells[leaves.cells[at]], targets);
        leaves.count = 0;
    }

    // Looks at the sources undecided[begin, end) from one target, then goes down to its children with the rest. The
    // recursion is as deep as the octree: two dozen at most.
    void visit(std::uint32_t targetCell, std::size_t begin, std::size_t end, LocalField field)
    {
        WalkLists &lists = scratch.lists;
        const Octree::Cell &targets = tree.cells[targetCell];
        const WalkTarget target = targetOf(tree, targetCell);
        lists.pending.makeRoomFor(end - begin);
        std::copy(lists.undecided.cells.begin() + static_cast<std::ptrdiff_t>(begin),
            lists.undecided.cells.begin() + static_cast<std::ptrdiff_t>(end), lists.pending.cells.begin());
        lists.pending.count = end - begin;
        look(target, targets, field);
        if (target.last) {
            sumNear(targets);
            spreadField(targets, target, field);
            return;
        }
        const std::size_t rest = lists.undecided.count;
        for (std::uint32_t child = targets.firstChild; child < targets.firstChild + targets.childCount; ++child) {
            const WalkTarget to = targetOf(tree, child);
            visit(child, end, rest,
                movedBy(field, to.middle.x - target.middle.x, to.middle.y - target.middle.y,
                    to.middle.z - target.middle.z));
        }
        lists.undecided.count = end;
    }

    void spreadField(const Octree::Cell &targets, const WalkTarget &target, const LocalField &field)
    {
        for (std::uint32_t i = targets.begin; i < targets.end; ++i) {
            const LocalField here
                = movedBy(field, tree.x[i] - target.middle.x, tree.y[i] - target.middle.y, tree.z[i] - target.middle.z);
            const std::uint32_t slot = tree.slot[i];
            bodies.fx[slot] = owner.m_fx[i] + here.fx;
            bodies.fy[slot] = owner.m_fy[i] + here.fy;
            bodies.fz[slot] = owner.m_fz[i] + here.fz;
        }
    }

    void runTask(std::uint32_t targetCell)
    {
        const Octree::Cell &targets = tree.cells[targetCell];
        for (std::vector<float> *force : {&owner.m_fx, &owner.m_fy, &owner.m_fz})
            std::fill(force->begin() + targets.begin, force->begin() + targets.end, 0.0f);
        scratch.lists.undecided.count = 0;
        scratch.lists.undecided.push(0);
        visit(targetCell, 0, 1, {});
    }
};

// Targets big enough to share a good part of the walk and small enough to keep every thread busy to the end.
void Repulsion::listTasks(const Octree &tree)
{
    m_tasks.clear();
    m_tasks.reserve(16 * tasksWanted);
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

bool Repulsion::sum(const Octree &tree, const PairLaw &law, float theta, const Kernels &kernels, WalkKernel walk,
    ThreadPool &pool, Bodies &bodies, const std::atomic<bool> &cancelled)
{
    for (std::vector<float> *force : {&m_fx, &m_fy, &m_fz})
        force->resize(tree.bodyCount());
    for (Scratch &scratch : m_scratch) {
        scratch.lists.near.setCapacity(listCapacity);
        scratch.lists.far.setCapacity(listCapacity);
        scratch.lists.leaves.makeRoomFor(listCapacity);
        scratch.lists.pending.makeRoomFor(listCapacity);
        scratch.lists.undecided.makeRoomFor(tree.cellCount() + 4 * walkRoom);
        scratch.pairs = 0;
        scratch.fields = 0;
    }
    listTasks(tree);
    pool.forChunks(m_tasks.size(), 1, [&](std::size_t begin, std::size_t end, unsigned worker) {
        if (cancelled.load(std::memory_order_relaxed))
            return;
        Walk task{tree, law, kernels, walk, theta * theta, *this, m_scratch[worker], bodies};
        for (std::size_t at = begin; at < end; ++at)
            task.runTask(m_tasks[at]);
    });
    return !cancelled.load(std::memory_order_relaxed);
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

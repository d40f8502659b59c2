// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/repulsion.h"

#include <algorithm>
#include <cmath>

namespace majlis::graph3d
{

namespace
{

constexpr std::uint32_t groupSize = 64; ///< bodies that share one list of sources
constexpr std::uint32_t tasksWanted = 64;
constexpr std::uint32_t smallestTask = 256;

struct Target {
    Vec3 middle;
    Vec3 half; ///< half the sides of the box
    float extent = 0.0f;
};

Target targetOf(const Octree &tree, std::uint32_t cell)
{
    const Vec3 &low = tree.low[cell];
    const Vec3 &high = tree.high[cell];
    return {{0.5f * (low.x + high.x), 0.5f * (low.y + high.y), 0.5f * (low.z + high.z)},
        {0.5f * (high.x - low.x), 0.5f * (high.y - low.y), 0.5f * (high.z - low.z)}, tree.extent[cell]};
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

void Repulsion::SourceList::reserve(std::size_t capacity)
{
    for (std::vector<float> *field : {&x, &y, &z, &mass})
        field->resize(capacity + kernelLanes);
}

SourceView Repulsion::SourceList::padded()
{
    const std::size_t whole = (count + kernelLanes - 1) / kernelLanes * kernelLanes;
    for (std::size_t at = count; at < whole; ++at) {
        x[at] = y[at] = z[at] = 0.0f;
        mass[at] = 0.0f;
    }
    return {x.data(), y.data(), z.data(), mass.data(), whole};
}

struct Repulsion::Walk {
    const Octree &tree;
    const PairLaw &law;
    const Kernels &kernels;
    float theta2;
    Repulsion &owner;
    Scratch &scratch;
    Bodies &bodies;

    void addBodies(const Octree::Cell &leaf, const Octree::Cell &targets)
    {
        if (scratch.near.count + leaf.size() > listCapacity)
            flushNear(targets);
        for (std::uint32_t i = leaf.begin; i < leaf.end; ++i)
            scratch.near.add(tree.x[i], tree.y[i], tree.z[i], tree.bodyMass[i]);
    }

    void flushNear(const Octree::Cell &targets)
    {
        scratch.pairs += scratch.near.count * targets.size();
        const std::uint32_t at = targets.begin;
        kernels.pairs(law, scratch.near.padded(),
            {&tree.x[at], &tree.y[at], &tree.z[at], &owner.m_fx[at], &owner.m_fy[at], &owner.m_fz[at], targets.size()});
        scratch.near.count = 0;
    }

    void flushFar(const Target &target, LocalField &field)
    {
        scratch.fields += scratch.far.count;
        kernels.field(law, scratch.far.padded(), target.middle.x, target.middle.y, target.middle.z, field);
        scratch.far.count = 0;
    }

    void take(std::uint32_t source, const Target &target, const Octree::Cell &targets, bool last, LocalField &field)
    {
        const float dx = tree.comX[source] - target.middle.x;
        const float dy = tree.comY[source] - target.middle.y;
        const float dz = tree.comZ[source] - target.middle.z;
        const float size = tree.extent[source];
        const float reach = size + target.extent;
        if (reach * reach <= theta2 * (dx * dx + dy * dy + dz * dz)) {
            if (scratch.far.count == listCapacity)
                flushFar(target, field);
            scratch.far.add(tree.comX[source], tree.comY[source], tree.comZ[source], tree.mass[source]);
            return;
        }
        const Octree::Cell &cell = tree.cells[source];
        if (!last) {
            if (!cell.isLeaf() && size >= target.extent)
                open(cell);
            else
                scratch.undecided.push_back(source);
            return;
        }
        const float ox = std::max(std::abs(dx) - target.half.x, 0.0f);
        const float oy = std::max(std::abs(dy) - target.half.y, 0.0f);
        const float oz = std::max(std::abs(dz) - target.half.z, 0.0f);
        if (size * size <= theta2 * (ox * ox + oy * oy + oz * oz)) {
            if (scratch.near.count == listCapacity)
                flushNear(targets);
            scratch.near.add(tree.comX[source], tree.comY[source], tree.comZ[source], tree.mass[source]);
        } else if (cell.isLeaf()) {
            addBodies(cell, targets);
        } else {
            open(cell);
        }
    }

    void open(const Octree::Cell &cell)
    {
        for (std::uint32_t child = cell.firstChild; child < cell.firstChild + cell.childCount; ++child)
            scratch.pending.push_back(child);
    }

    // Looks at the sources undecided[begin, end) from one target, then goes down to its children with the rest. The
    // recursion is as deep as the octree: two dozen at most.
    void visit(std::uint32_t targetCell, std::size_t begin, std::size_t end, LocalField field)
    {
        const Octree::Cell &targets = tree.cells[targetCell];
        const Target target = targetOf(tree, targetCell);
        const bool last = targets.isLeaf() || targets.size() <= groupSize;
        for (std::size_t at = begin; at < end; ++at) {
            take(scratch.undecided[at], target, targets, last, field);
            while (!scratch.pending.empty()) {
                const std::uint32_t source = scratch.pending.back();
                scratch.pending.pop_back();
                take(source, target, targets, last, field);
            }
        }
        flushFar(target, field);
        if (last) {
            flushNear(targets);
            spreadField(targets, target, field);
        } else {
            const std::size_t rest = scratch.undecided.size();
            for (std::uint32_t child = targets.firstChild; child < targets.firstChild + targets.childCount; ++child) {
                const Target to = targetOf(tree, child);
                visit(child, end, rest,
                    movedBy(field, to.middle.x - target.middle.x, to.middle.y - target.middle.y,
                        to.middle.z - target.middle.z));
            }
        }
        scratch.undecided.resize(end);
    }

    void spreadField(const Octree::Cell &targets, const Target &target, const LocalField &field)
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
        scratch.undecided.assign(1, 0);
        visit(targetCell, 0, 1, {});
    }
};

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

bool Repulsion::sum(const Octree &tree, const PairLaw &law, float theta, const Kernels &kernels, ThreadPool &pool,
    Bodies &bodies, const std::atomic<bool> &cancelled)
{
    for (std::vector<float> *force : {&m_fx, &m_fy, &m_fz})
        force->resize(tree.bodyCount());
    for (Scratch &scratch : m_scratch) {
        scratch.near.reserve(listCapacity);
        scratch.far.reserve(listCapacity);
        scratch.pending.reserve(1024);
        scratch.undecided.reserve(tree.cellCount() + 64);
        scratch.pairs = 0;
        scratch.fields = 0;
    }
    listTasks(tree);
    pool.forChunks(m_tasks.size(), 1, [&](std::size_t begin, std::size_t end, unsigned worker) {
        if (cancelled.load(std::memory_order_relaxed))
            return;
        Walk walk{tree, law, kernels, theta * theta, *this, m_scratch[worker], bodies};
        for (std::size_t task = begin; task < end; ++task)
            walk.runTask(m_tasks[task]);
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

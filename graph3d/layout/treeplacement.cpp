// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/treeplacement.h"

#include "graph3d/layout/mixbits.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace majlis::graph3d
{

namespace
{

constexpr double goldenAngle = 2.399963229728653;

// Tried on forests of 10,000 and 100,000: nearer to where the forces lead, so fewer ticks and less stress.
constexpr float room = 1.2f; // radius of the ball of a node, in link lengths
constexpr float childShare = 0.6f; // how far out in its parent's ball a branch starts
constexpr float nearestChild = 0.6f; // but never nearer than this, in link lengths
constexpr double widestCone = 1.2; // 1 would be a half sphere, 2 a whole one

// Of the frame, the node itself included.
std::vector<std::uint32_t> subtreeSizes(const SlotOrder &order)
{
    std::vector<std::uint32_t> sizes(order.frame);
    for (Slot slot = order.frame; slot-- > 0;) { // children stand behind their parents
        sizes[slot] += 1 + order.leafCount[slot];
        if (order.parent[slot] != NoSlot)
            sizes[order.parent[slot]] += sizes[slot];
    }
    return sizes;
}

// A right-handed frame around one direction (Duff et al. 2017, "Building an orthonormal basis, revisited").
struct Frame {
    Vec3 axis{0.0f, 1.0f, 0.0f};
    Vec3 right{1.0f, 0.0f, 0.0f};
    Vec3 up{0.0f, 0.0f, 1.0f};

    static Frame around(const Vec3 &from, const Vec3 &to)
    {
        const Vec3 way{to.x - from.x, to.y - from.y, to.z - from.z};
        const float length = std::sqrt(way.x * way.x + way.y * way.y + way.z * way.z);
        if (!(length > 0.0f))
            return {};
        const Vec3 n{way.x / length, way.y / length, way.z / length};
        const float sign = std::copysign(1.0f, n.z);
        const float a = -1.0f / (sign + n.z);
        const float b = n.x * n.y * a;
        return {n, {1.0f + sign * n.x * n.x * a, sign * b, -sign * n.x}, {b, sign + n.y * n.y * a, -n.y}};
    }
};

// A direction at `height` (1: along the axis, -1: against it), turned around the axis.
Vec3 direction(const Frame &frame, double height, double angle)
{
    const auto h = static_cast<float>(height);
    constexpr double whole = 2.0 * std::numbers::pi;
    const auto turn = static_cast<float>(angle - whole * std::floor(angle / whole));
    const float ring = std::sqrt(std::max(0.0f, 1.0f - h * h));
    const float c = ring * std::cos(turn);
    const float s = ring * std::sin(turn);
    return {frame.axis.x * h + frame.right.x * c + frame.up.x * s,
        frame.axis.y * h + frame.right.y * c + frame.up.y * s, frame.axis.z * h + frame.right.z * c + frame.up.z * s};
}

Vec3 along(const Vec3 &from, const Vec3 &way, float length)
{
    return {from.x + way.x * length, from.y + way.y * length, from.z + way.z * length};
}

// Balls in the order of their size on a spiral whose radius grows with the volume so far.
std::vector<Vec3> packTrees(const SlotOrder &order, const std::vector<std::uint32_t> &sizes, float unit)
{
    std::vector<std::uint32_t> bySize(order.roots.size());
    std::iota(bySize.begin(), bySize.end(), 0u);
    std::ranges::stable_sort(bySize, std::greater(), [&](std::uint32_t tree) { return sizes[order.roots[tree]]; });
    std::vector<Vec3> centres(order.roots.size());
    constexpr double looseness = 2.0; // volume taken per volume of balls
    double volume = 0.0;
    for (std::size_t rank = 0; rank < bySize.size(); ++rank) {
        const double own = sizes[order.roots[bySize[rank]]];
        const double radius = rank == 0 ? 0.0 : std::cbrt(looseness * (volume + own));
        volume += own;
        const double share = std::fmod((static_cast<double>(rank) + 0.5) * 0.6180339887498949, 1.0);
        const Vec3 way = direction({}, 1.0 - 2.0 * share, goldenAngle * share * static_cast<double>(bySize.size()));
        centres[bySize[rank]] = along({}, way, static_cast<float>(radius) * unit);
    }
    return centres;
}

// A start for the spiral of a node's children, from 0 to a full turn.
double phase(std::uint64_t seed, Slot slot)
{
    const std::uint64_t hash = mixBits(seed ^ mixBits(slot));
    return static_cast<double>(hash >> 11) * 0x1p-53 * 2.0 * std::numbers::pi;
}

} // namespace

// Caps and lengths as they come out of the forces in settled forests of 10,000 and 100,000.
LeafFan::LeafFan(const SlotOrder &order, const LayoutOptions &options, Slot slot, const Vec3 &from, const Vec3 &here)
    : m_here(here)
{
    constexpr float openingPerLeaf = 0.1f;
    constexpr float fullSphere = 2.0f;
    constexpr float crowd = 20.0f;
    const auto count = static_cast<float>(order.leafCount[slot]);
    const float opening = order.parent[slot] == NoSlot ? fullSphere : std::min(fullSphere, openingPerLeaf * count);
    const Frame frame = Frame::around(from, here);
    m_axis = frame.axis;
    m_right = frame.right;
    m_up = frame.up;
    m_step = opening / count;
    m_height = 1.0f - 0.5f * m_step;
    const auto start = static_cast<float>(phase(options.seed, slot));
    m_cosine = std::cos(start);
    m_sine = std::sin(start);
    m_reach = options.linkLength * std::max(1.0f, std::sqrt(std::sqrt(count / crowd)));
}

Vec3 LeafFan::next()
{
    constexpr float goldenCosine = -0.7373688780783197f;
    constexpr float goldenSine = 0.6754902942615238f;
    const float ring = std::sqrt(std::max(0.0f, 1.0f - m_height * m_height)) * m_reach;
    const float h = m_height * m_reach, c = ring * m_cosine, s = ring * m_sine;
    m_height -= m_step;
    const float turned = m_cosine * goldenCosine - m_sine * goldenSine;
    m_sine = m_cosine * goldenSine + m_sine * goldenCosine;
    m_cosine = turned;
    return {m_here.x + m_axis.x * h + m_right.x * c + m_up.x * s, m_here.y + m_axis.y * h + m_right.y * c + m_up.y * s,
        m_here.z + m_axis.z * h + m_right.z * c + m_up.z * s};
}

namespace
{

struct Placer {
    const SlotOrder &order;
    const LayoutOptions &options;
    const std::vector<std::uint32_t> &sizes;
    std::vector<float> &radius; ///< of the ball of each node of the frame
    Bodies &bodies;

    [[nodiscard]] Vec3 at(Slot slot) const { return {bodies.x[slot], bodies.y[slot], bodies.z[slot]}; }

    // The frame's children on a spiral around their parent, outwards from its own parent, each with room by the size of
    // its branch. The cone opens with the number of children, so that a line goes on as a line.
    void placeBelow(Slot slot) const
    {
        const Slot parent = order.parent[slot];
        const bool isRoot = parent == NoSlot;
        LeafFan::forEach(order, options, slot, at(isRoot ? slot : parent), at(slot),
            [this](Slot leaf, const Vec3 &place) { bodies.put(leaf, place); });
        const Slot first = order.firstInner[slot];
        const Slot last = first + order.innerCount[slot];
        if (first == last)
            return;
        const Frame frame = isRoot ? Frame{} : Frame::around(at(parent), at(slot));
        const double count = order.innerCount[slot] + order.leafCount[slot];
        const double opening = isRoot ? 2.0 : widestCone * std::min(1.0, count / 6.0);
        const double start = phase(options.seed, slot);
        const double total = sizes[slot] - 1;
        const float reach = std::max(nearestChild * options.linkLength, childShare * radius[slot]);
        double before = 0.0;
        for (Slot child = first; child < last; ++child) {
            const double share = (before + 0.5 * sizes[child]) / total;
            before += sizes[child];
            const Vec3 way = direction(frame, 1.0 - opening * share, start + goldenAngle * share * total);
            bodies.put(child, along(at(slot), way, reach));
            radius[child] = reach * std::cbrt(static_cast<float>(sizes[child] / total));
        }
    }
};

} // namespace

std::vector<Vec3> placeTrees(const SlotOrder &order, const LayoutOptions &options, ThreadPool &pool, Bodies &bodies)
{
    const std::vector<std::uint32_t> sizes = subtreeSizes(order);
    const float unit = room * options.linkLength;
    const std::vector<Vec3> centres = packTrees(order, sizes, unit);
    std::vector<float> radius(order.frame);
    const Placer placer{order, options, sizes, radius, bodies};
    constexpr std::size_t treeChunk = 4;
    pool.forChunks(centres.size(), treeChunk, [&](std::size_t begin, std::size_t end, unsigned) {
        for (std::size_t tree = begin; tree < end; ++tree) {
            const Slot root = order.roots[tree];
            const Slot last = tree + 1 < centres.size() ? order.roots[tree + 1] : order.frame;
            bodies.put(root, centres[tree]);
            radius[root] = unit * std::cbrt(static_cast<float>(sizes[root]));
            for (Slot slot = root; slot < last; ++slot)
                placer.placeBelow(slot);
        }
    });
    return centres;
}

} // namespace majlis::graph3d

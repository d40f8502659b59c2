// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/layoutfeed.h"

#include <cmath>
#include <numbers>

namespace majlis::graph3d
{

class LayoutFeed::Private
{
public:
    std::vector<std::int32_t> parent;
    std::vector<QVector3D> place;
    std::shared_ptr<const PositionSnapshot> newest;
    std::function<void()> published;
    std::uint64_t generation = 0;

    void pack()
    {
        auto snapshot = std::make_shared<PositionSnapshot>();
        snapshot->count = static_cast<int>(parent.size());
        snapshot->texels.resize(static_cast<qsizetype>(textureRows(parent.size())) * textureWidth * 16);
        auto *out = reinterpret_cast<float *>(snapshot->texels.data());
        for (std::size_t i = 0; i < parent.size(); ++i) {
            *out++ = place[i].x();
            *out++ = place[i].y();
            *out++ = place[i].z();
            *out++ = static_cast<float>(parent[i]);
        }
        for (auto *end = reinterpret_cast<float *>(snapshot->texels.data() + snapshot->texels.size()); out < end;)
            *out++ = -2.0F;
        snapshot->generation = ++generation;
        measureExtent(*snapshot);
        newest = std::move(snapshot);
        published();
    }
};

namespace
{

QVector3D onSphere(std::size_t i, std::size_t n)
{
    const double z = 1.0 - (2.0 * static_cast<double>(i) + 1.0) / static_cast<double>(n);
    const double r = std::sqrt(1.0 - z * z);
    const double a = static_cast<double>(i) * std::numbers::pi * (3.0 - std::sqrt(5.0));
    return {static_cast<float>(r * std::cos(a)), static_cast<float>(r * std::sin(a)), static_cast<float>(z)};
}

} // namespace

LayoutFeed::LayoutFeed(std::span<const std::int32_t> parents, std::span<const float>, std::function<void()> published)
    : d(std::make_unique<Private>())
{
    d->parent.assign(parents.begin(), parents.end());
    d->published = std::move(published);
    d->place.resize(parents.size());
    std::vector<std::vector<std::size_t>> children(parents.size());
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < parents.size(); ++i) {
        if (parents[i] < 0)
            order.push_back(i);
        else
            children[static_cast<std::size_t>(parents[i])].push_back(i);
    }
    const std::size_t roots = order.size();
    for (std::size_t i = 0; i < roots; ++i)
        d->place[order[i]]
            = onSphere(i, roots) * 120.0F * static_cast<float>(std::cbrt(static_cast<double>(roots - 1)));
    for (std::size_t head = 0; head < order.size(); ++head) {
        const std::size_t node = order[head];
        const float reach = 40.0F * static_cast<float>(std::pow(static_cast<double>(children[node].size() + 1), 0.4));
        for (std::size_t k = 0; k < children[node].size(); ++k) {
            d->place[children[node][k]] = d->place[node] + onSphere(k, children[node].size()) * reach;
            order.push_back(children[node][k]);
        }
    }
    d->pack();
}

LayoutFeed::~LayoutFeed() = default;
void LayoutFeed::addNode(int parent)
{
    d->parent.push_back(parent);
    d->place.push_back((parent < 0 ? QVector3D() : d->place[static_cast<std::size_t>(parent)]) + QVector3D(0, 40, 0));
    d->pack();
}
void LayoutFeed::removeNode(int) { }
void LayoutFeed::setPinned(int, bool) { }
void LayoutFeed::setPaused(bool) { }
std::shared_ptr<const PositionSnapshot> LayoutFeed::take()
{
    return d->newest;
}
LayoutStatus LayoutFeed::status() const
{
    return {.settled = true, .progress = 1.0};
}

} // namespace majlis::graph3d

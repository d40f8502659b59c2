// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/indexgeometry.h"

#include "graph3d/scene/networkstate.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <array>
#include <numbers>
#include <span>

namespace majlis::graph3d
{

namespace
{

struct Vertex {
    float index;
    float x;
    float y;
};

struct Stamp {
    std::span<const Vertex> corners; // index is filled in per node
    std::span<const quint32> triangles;
    QQuick3DGeometry::PrimitiveType primitive;
};

constexpr int quickNodes = 20000; // up to so many are built at once
constexpr float root3 = std::numbers::sqrt3_v<float>;
constexpr std::array<Vertex, 1> point{{{0, 0, 0}}};
constexpr std::array<Vertex, 3> triangle{{{0, -root3, -1}, {0, root3, -1}, {0, 0, 2}}};
constexpr std::array<Vertex, 4> quad{{{0, -1, -1}, {0, 1, -1}, {0, -1, 1}, {0, 1, 1}}};
constexpr std::array<Vertex, 2> line{{{0, 0, 0}, {0, 1, 0}}};
constexpr std::array<Vertex, 4> ribbon{{{0, 0, -1}, {0, 1, -1}, {0, 0, 1}, {0, 1, 1}}};
constexpr std::array<quint32, 6> twoTriangles{0, 1, 2, 2, 1, 3};

Stamp stampOf(IndexGeometry::Shape shape)
{
    using Primitive = QQuick3DGeometry::PrimitiveType;
    switch (shape) {
    case IndexGeometry::Shape::Points:
        return {point, {}, Primitive::Points};
    case IndexGeometry::Shape::Triangles:
        return {triangle, {}, Primitive::Triangles};
    case IndexGeometry::Shape::Quads:
        return {quad, twoTriangles, Primitive::Triangles};
    case IndexGeometry::Shape::Lines:
        return {line, {}, Primitive::Lines};
    case IndexGeometry::Shape::Ribbons:
        break;
    }
    return {ribbon, twoTriangles, Primitive::Triangles};
}

} // namespace

IndexGeometry::IndexGeometry(QQuick3DObject *parent)
    : QQuick3DGeometry(parent)
{
    rebuild(); // Qt Quick 3D 6.4 divides by the stride of whatever geometry it is given
}

void IndexGeometry::setModel(NetworkModel *model)
{
    if (m_model == model)
        return;
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (m_model) {
        connect(m_model, &NetworkModel::networkReset, this, &IndexGeometry::rebuild);
        connect(m_model, &NetworkModel::nodeAdded, this, &IndexGeometry::growIfNeeded);
    }
    rebuild();
    Q_EMIT modelChanged();
}

void IndexGeometry::setShape(Shape shape)
{
    if (m_shape == shape)
        return;
    m_shape = shape;
    rebuild();
    Q_EMIT shapeChanged();
}

void IndexGeometry::growIfNeeded()
{
    if (m_model && m_model->capacity() > m_built)
        rebuild();
}

void IndexGeometry::setSubset(Subset subset)
{
    if (m_subset == subset)
        return;
    m_subset = subset;
    rebuild();
    Q_EMIT subsetChanged();
}

// Of a large network on a worker thread; what was there before is shown until it is done.
void IndexGeometry::rebuild()
{
    const int nodes = m_model ? m_model->capacity() : 0;
    // Room for joins, so that they cost a texel and not a new buffer.
    m_built = nodes == 0 ? 0 : nodes + std::max(256, nodes / 8);
    const Wanted wanted{.shape = m_shape,
        .subset = m_subset,
        .count = m_built,
        .branching = m_model ? m_model->state().branching() : QByteArray()};
    const quint64 serial = ++m_serial;
    if (nodes <= quickNodes) {
        take(build(wanted));
        return;
    }
    QThreadPool::globalInstance()->start([self = QPointer(this), wanted, serial] {
        // Only the GUI thread may look at `self`; the application object outlives the pool's threads.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, serial, buffers = build(wanted)] {
                if (self && self->m_serial == serial)
                    self->take(buffers);
            },
            Qt::QueuedConnection);
    });
}

IndexGeometry::Buffers IndexGeometry::build(const Wanted &wanted)
{
    const auto isMember = [&wanted](int node) {
        const bool branch = node >= wanted.branching.size() || wanted.branching[node] != 0;
        return wanted.subset == Subset::Everyone || branch == (wanted.subset == Subset::Branches);
    };
    qsizetype members = 0;
    for (int node = 0; node < wanted.count; ++node)
        members += isMember(node) ? 1 : 0;
    const Stamp stamp = stampOf(wanted.shape);
    const auto corners = static_cast<qsizetype>(stamp.corners.size());
    const auto triangles = static_cast<qsizetype>(stamp.triangles.size());
    Buffers buffers{.vertices = QByteArray(members * corners * qsizetype{sizeof(Vertex)}, Qt::Uninitialized),
        .indices = QByteArray(members * triangles * qsizetype{sizeof(quint32)}, Qt::Uninitialized),
        .shape = wanted.shape};
    auto *out = reinterpret_cast<Vertex *>(buffers.vertices.data());
    auto *outIndex = reinterpret_cast<quint32 *>(buffers.indices.data());
    quint32 first = 0;
    for (int node = 0; node < wanted.count; ++node) {
        if (!isMember(node))
            continue;
        for (const quint32 corner : stamp.triangles)
            *outIndex++ = first + corner;
        for (const Vertex &corner : stamp.corners)
            *out++ = {static_cast<float>(node), corner.x, corner.y};
        first += static_cast<quint32>(corners);
    }
    return buffers;
}

void IndexGeometry::take(const Buffers &buffers)
{
    clear();
    setStride(sizeof(Vertex));
    setPrimitiveType(stampOf(buffers.shape).primitive);
    addAttribute(Attribute::PositionSemantic, 0, Attribute::F32Type);
    setVertexData(buffers.vertices);
    if (!buffers.indices.isEmpty()) {
        addAttribute(Attribute::IndexSemantic, 0, Attribute::U32Type);
        setIndexData(buffers.indices);
    }
    // The vertices are no places. One box for all networks keeps the order of the draws the same.
    setBounds({-1, -1, -1}, {1, 1, 1});
    update();
}

} // namespace majlis::graph3d

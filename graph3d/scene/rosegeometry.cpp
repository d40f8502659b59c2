// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/rosegeometry.h"

#include "graph3d/scene/networkstate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace majlis::graph3d
{

namespace
{

struct Vertex {
    float x;
    float y;
    float index;
    float rank;
    float angle;
};

struct Mesh {
    std::vector<Vertex> vertices;
    std::vector<quint32> indices;
};

void addGrid(Mesh &mesh, const RoseDetail &detail, Vertex vertex, float x0, float y0)
{
    const auto first = static_cast<quint32>(mesh.vertices.size());
    for (int row = 0; row <= detail.along; ++row) {
        for (int column = 0; column <= detail.across; ++column) {
            vertex.x = x0 + (1.0F - x0) * static_cast<float>(column) / static_cast<float>(detail.across);
            vertex.y = y0 + (1.0F - y0) * static_cast<float>(row) / static_cast<float>(detail.along);
            mesh.vertices.push_back(vertex);
        }
    }
    const auto width = static_cast<quint32>(detail.across) + 1;
    for (quint32 row = 0; row < static_cast<quint32>(detail.along); ++row) {
        for (quint32 column = 0; column + 1 < width; ++column) {
            const quint32 at = first + row * width + column;
            mesh.indices.insert(mesh.indices.end(), {at, at + 1, at + width, at + width, at + 1, at + width + 1});
        }
    }
}

void addRose(Mesh &mesh, const RoseDetail &detail, int root)
{
    // Petals stand at the golden angle from each other, as leaves on a stem do.
    const float golden = std::numbers::pi_v<float> * (3.0F - std::sqrt(5.0F));
    for (int petal = 0; petal < detail.petals; ++petal) {
        const float rank = static_cast<float>(petal) / static_cast<float>(detail.petals - 1);
        addGrid(mesh, detail, {0, 0, static_cast<float>(root), rank, golden * static_cast<float>(petal)}, -1.0F, 0.0F);
    }
}

template <typename T>
QByteArray bytesOf(const std::vector<T> &values)
{
    return QByteArray(reinterpret_cast<const char *>(values.data()), static_cast<qsizetype>(values.size() * sizeof(T)));
}

} // namespace

// The first roses belong to the largest trees, and those are what one flies to.
RoseDetail roseDetailFor(std::size_t rank)
{
    if (rank < 3)
        return {34, 6, 9};
    return rank < 10 ? RoseDetail{21, 4, 6} : RoseDetail{13, 3, 5};
}

RoseGeometry::RoseGeometry(QQuick3DObject *parent)
    : QQuick3DGeometry(parent)
{
    rebuild(); // Qt Quick 3D 6.4 divides by the stride of whatever geometry it is given
}

void RoseGeometry::setModel(NetworkModel *model)
{
    if (m_model == model)
        return;
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (m_model) {
        connect(m_model, &NetworkModel::networkReset, this, &RoseGeometry::follow);
        connect(m_model, &NetworkModel::nodeRemoved, this, &RoseGeometry::follow);
    }
    follow();
    Q_EMIT modelChanged();
}

void RoseGeometry::setPart(Part part)
{
    if (m_part == part)
        return;
    m_part = part;
    rebuild();
    Q_EMIT partChanged();
}

void RoseGeometry::follow()
{
    std::vector<int> roots;
    if (m_model) {
        const NetworkState &state = m_model->state();
        std::ranges::copy_if(state.roots(), std::back_inserter(roots),
            [&state](int root) { return (state.attributeBits(root) & RoseBit) != 0; });
    }
    if (roots == m_roots)
        return;
    m_roots = std::move(roots);
    rebuild();
    Q_EMIT rosesChanged();
}

void RoseGeometry::rebuild()
{
    Mesh mesh;
    for (std::size_t i = 0; i < m_roots.size(); ++i) {
        if (m_part == Part::Petals)
            addRose(mesh, roseDetailFor(i), m_roots[i]);
        else
            addGrid(mesh, {1, 1, 1}, {0, 0, static_cast<float>(m_roots[i]), 0, 0}, -1.0F, -1.0F);
    }
    clear();
    setStride(sizeof(Vertex));
    setPrimitiveType(PrimitiveType::Triangles);
    addAttribute(Attribute::PositionSemantic, 0, Attribute::F32Type);
    addAttribute(Attribute::TexCoord0Semantic, 3 * sizeof(float), Attribute::F32Type);
    addAttribute(Attribute::IndexSemantic, 0, Attribute::U32Type);
    setVertexData(bytesOf(mesh.vertices));
    setIndexData(bytesOf(mesh.indices));
    setBounds({-1, -1, -1}, {1, 1, 1}); // as IndexGeometry's
    update();
}

} // namespace majlis::graph3d

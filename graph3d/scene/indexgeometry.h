// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/networkmodel.h"

#include <QPointer>
#include <QtQuick3D/QQuick3DGeometry>

namespace majlis::graph3d
{

// Vertices that carry nothing but a node's index and a corner: the vertex shader looks the node up in the textures.
// So a network is one draw call, and nothing here changes while nodes move; only when the network outgrows it.
// Vertex = (index, x, y): x y is the corner (-1 … 1) of a sphere's sprite, or for links (end, side): end 0 is the
// parent's, 1 the child's, side -1 or 1 across the ribbon. The link of a node is the one to its parent.
class IndexGeometry : public QQuick3DGeometry
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(majlis::graph3d::NetworkModel *model READ model WRITE setModel NOTIFY modelChanged FINAL)
    Q_PROPERTY(Subset subset READ subset WRITE setSubset NOTIFY subsetChanged FINAL)
    Q_PROPERTY(Shape shape READ shape WRITE setShape NOTIFY shapeChanged FINAL)
public:
    enum class Shape {
        Points, // a point sprite a node: cheapest on a software rasteriser, sizes limited by the driver
        Triangles, // one triangle around each sphere
        Quads, // two triangles: least overdraw, for real GPUs
        Lines, // one-pixel links
        Ribbons, // links with a width and smooth borders
    };
    Q_ENUM(Shape)

    // Three of four people have brought nobody: their links can be left out where they would be a few pixels long.
    enum class Subset {
        Everyone,
        Branches, // who had referrals when this was built, and who has joined since
        Leaves, // the others
    };
    Q_ENUM(Subset)

    explicit IndexGeometry(QQuick3DObject *parent = nullptr);

    [[nodiscard]] NetworkModel *model() const { return m_model; }
    void setModel(NetworkModel *model);
    [[nodiscard]] Shape shape() const { return m_shape; }
    void setShape(Shape shape);
    [[nodiscard]] Subset subset() const { return m_subset; }
    void setSubset(Subset subset);

Q_SIGNALS:
    void modelChanged();
    void shapeChanged();
    void subsetChanged();

private:
    struct Wanted {
        Shape shape;
        Subset subset;
        int count;
        QByteArray branching; // NetworkState::branching
    };
    struct Buffers {
        QByteArray vertices;
        QByteArray indices;
        Shape shape;
    };
    void rebuild();
    void growIfNeeded();
    [[nodiscard]] static Buffers build(const Wanted &wanted);
    void take(const Buffers &buffers);

    QPointer<NetworkModel> m_model;
    Shape m_shape = Shape::Triangles;
    Subset m_subset = Subset::Everyone;
    quint64 m_serial = 0; // of the last build that was asked for
    int m_built = -1; // nodes that the present vertices are enough for
};

} // namespace majlis::graph3d

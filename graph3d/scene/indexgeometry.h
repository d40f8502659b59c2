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

    explicit IndexGeometry(QQuick3DObject *parent = nullptr);

    [[nodiscard]] NetworkModel *model() const { return m_model; }
    void setModel(NetworkModel *model);
    [[nodiscard]] Shape shape() const { return m_shape; }
    void setShape(Shape shape);

Q_SIGNALS:
    void modelChanged();
    void shapeChanged();

private:
    void rebuild();
    void growIfNeeded();

    QPointer<NetworkModel> m_model;
    Shape m_shape = Shape::Triangles;
    int m_built = -1; // nodes that the present vertices are enough for
};

} // namespace majlis::graph3d

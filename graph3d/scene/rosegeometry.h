// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/networkmodel.h"

#include <QPointer>
#include <QtQuick3D/QQuick3DGeometry>

namespace majlis::graph3d
{

// How finely a rose is made: petals, and squares across and along each.
struct RoseDetail {
    int petals;
    int across;
    int along;
};
// Of the largest tree's rose (rank 0), the next one's, and so on.
[[nodiscard]] RoseDetail roseDetailFor(std::size_t rank);

// The desert roses at the roots of the largest trees, all in one draw call; the vertex shader (rose.vert) bends and
// moves the petals. Vertex = (across -1 … 1, along 0 … 1, node index); texture coordinate = (rank of the petal from the
// innermost 0 to the outermost 1, its angle around the stem). The largest trees get finer petals.
class RoseGeometry : public QQuick3DGeometry
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(majlis::graph3d::NetworkModel *model READ model WRITE setModel NOTIFY modelChanged FINAL)
    Q_PROPERTY(Part part READ part WRITE setPart NOTIFY partChanged FINAL)
    Q_PROPERTY(int roses READ roses NOTIFY rosesChanged FINAL)
public:
    enum class Part {
        Petals,
        Glow, // one square behind each rose: vertex = (x, y, node index)
    };
    Q_ENUM(Part)

    explicit RoseGeometry(QQuick3DObject *parent = nullptr);

    [[nodiscard]] NetworkModel *model() const { return m_model; }
    void setModel(NetworkModel *model);
    [[nodiscard]] Part part() const { return m_part; }
    void setPart(Part part);
    [[nodiscard]] int roses() const { return static_cast<int>(m_roots.size()); }

Q_SIGNALS:
    void modelChanged();
    void partChanged();
    void rosesChanged();

private:
    void follow();
    void rebuild();

    QPointer<NetworkModel> m_model;
    std::vector<int> m_roots;
    Part m_part = Part::Petals;
};

} // namespace majlis::graph3d

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/networkmodel.h"

#include <QPointer>
#include <QtQuick3D/QQuick3DTextureData>

namespace majlis::graph3d
{

// What the shaders know of a network, as textures. Hands on the model's byte arrays without copying them.
class NodeTexture : public QQuick3DTextureData
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(majlis::graph3d::NetworkModel *model READ model WRITE setModel NOTIFY modelChanged FINAL)
    Q_PROPERTY(Content content READ content WRITE setContent NOTIFY contentChanged FINAL)
public:
    enum class Content {
        Positions, // RGBA32F: x, y, z, parent (see PositionSnapshot)
        Attributes, // RGBA8: colour index, size code, depth, AttributeBits
        Palette, // RGBA8, 256 × 1
    };
    Q_ENUM(Content)

    explicit NodeTexture(QQuick3DObject *parent = nullptr);

    [[nodiscard]] NetworkModel *model() const { return m_model; }
    void setModel(NetworkModel *model);
    [[nodiscard]] Content content() const { return m_content; }
    void setContent(Content content);

Q_SIGNALS:
    void modelChanged();
    void contentChanged();

private:
    void load();
    void loadPalette();

    QPointer<NetworkModel> m_model;
    Content m_content = Content::Positions;
};

} // namespace majlis::graph3d

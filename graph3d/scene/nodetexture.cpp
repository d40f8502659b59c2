// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/nodetexture.h"

#include "graph3d/scene/networkstate.h"
#include "graph3d/scene/positionsnapshot.h"

namespace majlis::graph3d
{

NodeTexture::NodeTexture(QQuick3DObject *parent)
    : QQuick3DTextureData(parent)
{
    load();
}

void NodeTexture::setModel(NetworkModel *model)
{
    if (m_model == model)
        return;
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (m_model) {
        const auto onChange = [this](Content content) {
            if (m_content == content)
                load();
        };
        connect(m_model, &NetworkModel::positionsChanged, this, [onChange] { onChange(Content::Positions); });
        connect(m_model, &NetworkModel::appearanceChanged, this, [onChange] { onChange(Content::Attributes); });
        connect(m_model, &NetworkModel::paletteChanged, this, [onChange] { onChange(Content::Palette); });
    }
    load();
    Q_EMIT modelChanged();
}

void NodeTexture::setContent(Content content)
{
    if (m_content == content)
        return;
    m_content = content;
    load();
    Q_EMIT contentChanged();
}

void NodeTexture::load()
{
    if (m_content == Content::Palette) {
        loadPalette();
        return;
    }
    const bool places = m_content == Content::Positions;
    const int texelBytes = places ? 16 : 4;
    QByteArray texels;
    if (m_model)
        texels = places ? m_model->positions()->texels : m_model->state().attributes();
    if (texels.isEmpty()) // a texture must have some size; what it says is never looked at
        texels = QByteArray(static_cast<qsizetype>(textureWidth) * texelBytes, '\0');
    setFormat(places ? RGBA32F : RGBA8);
    setSize(QSize(textureWidth, static_cast<int>(texels.size() / (textureWidth * texelBytes))));
    setHasTransparency(false);
    setTextureData(texels);
}

void NodeTexture::loadPalette()
{
    constexpr int entries = 256;
    QByteArray texels(entries * 4, '\xFF');
    const QList<QColor> palette = m_model ? m_model->palette() : QList<QColor>{Qt::white};
    for (int i = 0; i < entries; ++i) {
        const QRgb color = palette.at(i % palette.size()).rgb();
        texels[i * 4] = static_cast<char>(qRed(color));
        texels[i * 4 + 1] = static_cast<char>(qGreen(color));
        texels[i * 4 + 2] = static_cast<char>(qBlue(color));
    }
    setFormat(RGBA8);
    setSize(QSize(entries, 1));
    setHasTransparency(false);
    setTextureData(texels);
}

} // namespace majlis::graph3d

// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/softsceneitem.h"

#include "graph3d/scene/networkstate.h"

#include <QQuickWindow>
#include <QSGImageNode>

namespace majlis::graph3d
{

SoftSceneItem::SoftSceneItem(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

SoftSceneItem::~SoftSceneItem() = default;

void SoftSceneItem::setScene(SceneController *scene)
{
    if (m_scene == scene)
        return;
    if (m_scene)
        m_scene->disconnect(this);
    m_scene = scene;
    if (m_scene)
        connect(m_scene, &SceneController::pictureWanted, this, &SoftSceneItem::ask);
    Q_EMIT sceneChanged();
}

void SoftSceneItem::ask(bool atRest)
{
    const NetworkModel *model = m_scene ? m_scene->model() : nullptr;
    if (!model)
        return;
    if (!m_renderer) {
        m_renderer = std::make_unique<SoftRenderer>([this](const SoftRenderer::Picture &picture) {
            QMetaObject::invokeMethod(this, [this, picture] { show(picture); }, Qt::QueuedConnection);
        });
    }
    m_renderer->ask({.scene = m_scene->softScene(),
        .positions = model->positions(),
        .attributes = model->state().attributes(),
        .atRest = atRest});
}

void SoftSceneItem::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickItem::itemChange(change, data);
    if (change == ItemSceneChange)
        watch(data.window);
}

void SoftSceneItem::watch(QQuickWindow *window)
{
    disconnect(m_begins);
    disconnect(m_ends);
    m_windowDraws = false;
    if (!window)
        return;
    m_begins = connect(window, &QQuickWindow::afterAnimating, this, [this] { m_windowDraws = true; });
    // Emitted by the thread that draws.
    m_ends = connect(
        window, &QQuickWindow::frameSwapped, this,
        [this] {
            m_windowDraws = false;
            if (auto held = std::exchange(m_held, std::nullopt))
                show(std::move(*held));
        },
        Qt::QueuedConnection);
}

void SoftSceneItem::show(SoftRenderer::Picture picture)
{
    if (m_windowDraws && window() && window()->isExposed()) {
        m_held = std::move(picture);
        return;
    }
    m_image = picture.image;
    m_imageIsNew = true;
    update();
    if (m_scene)
        m_scene->noteShown(picture.camera, picture.report, picture.detail, picture.milliseconds);
}

QSGNode *SoftSceneItem::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    auto *node = static_cast<QSGImageNode *>(old);
    if (m_image.isNull())
        return node;
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Nearest);
        m_imageIsNew = true;
    }
    if (std::exchange(m_imageIsNew, false))
        node->setTexture(window()->createTextureFromImage(m_image, QQuickWindow::TextureIsOpaque));
    node->setRect(boundingRect());
    return node;
}

} // namespace majlis::graph3d

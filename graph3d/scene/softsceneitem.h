// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/scenecontroller.h"
#include "graph3d/scene/softrenderer.h"

#include <QPointer>
#include <QQuickItem>

#include <memory>

namespace majlis::graph3d
{

// Shows the pictures that the processor paints (SoftRenderer), where OpenGL is a rasteriser in software. It paints when
// its controller wants a picture, and gives it back to the controller when it is there.
class SoftSceneItem : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(majlis::graph3d::SceneController *scene READ scene WRITE setScene NOTIFY sceneChanged REQUIRED FINAL)
public:
    explicit SoftSceneItem(QQuickItem *parent = nullptr);
    ~SoftSceneItem() override;

    [[nodiscard]] SceneController *scene() const { return m_scene; }
    void setScene(SceneController *scene);

Q_SIGNALS:
    void sceneChanged();

protected:
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;

private:
    void ask(bool atRest);
    void show(SoftRenderer::Picture picture);
    void watch(QQuickWindow *window);

    QPointer<SceneController> m_scene;
    QImage m_image;
    bool m_imageIsNew = false;
    // While the window draws a frame, a picture waits: a change of the items now would make the GUI thread wait
    // instead.
    std::optional<SoftRenderer::Picture> m_held;
    bool m_windowDraws = false;
    QMetaObject::Connection m_begins;
    QMetaObject::Connection m_ends;
    std::unique_ptr<SoftRenderer> m_renderer; // last: its thread posts to this
};

} // namespace majlis::graph3d

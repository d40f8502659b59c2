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
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;

private:
    void ask(bool atRest);
    void show(const SoftRenderer::Picture &picture);

    QPointer<SceneController> m_scene;
    QImage m_image;
    bool m_imageIsNew = false;
    std::unique_ptr<SoftRenderer> m_renderer; // last: its thread posts to this
};

} // namespace majlis::graph3d

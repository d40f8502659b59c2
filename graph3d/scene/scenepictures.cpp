// SPDX-License-Identifier: GPL-3.0-or-later
// SceneController's part in drawing by the processor.
#include "graph3d/scene/networkstate.h"
#include "graph3d/scene/positionsnapshot.h"
#include "graph3d/scene/scenecontroller.h"

#include <QCoreApplication>
#include <QImage>
#include <QLocale>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <utility>

namespace majlis::graph3d
{

namespace
{

Rgb toRgb(const QColor &color)
{
    return {color.redF(), color.greenF(), color.blueF()};
}

} // namespace

SceneController::Drawing SceneController::drawing() const
{
    if (m_wantedDrawing != Unknown)
        return m_wantedDrawing;
    if (!m_driverKnown)
        return Unknown;
    return m_softwareRendering ? ByProcessor : ByDriver;
}

void SceneController::setWantedDrawing(Drawing wanted)
{
    if (m_wantedDrawing == wanted)
        return;
    m_wantedDrawing = wanted;
    Q_EMIT drawingChanged();
    wake();
}

SoftScene SceneController::softScene() const
{
    SoftScene scene;
    scene.camera = m_camera;
    scene.ratio = pixelRatio();
    scene.size = QSize(qRound(pixelSize().x()), qRound(pixelSize().y()));
    scene.fog = fog();
    scene.introTime = m_introTime;
    scene.joinTime = m_joining ? m_joinTime : joinSeconds;
    scene.roseTime = m_roseTime;
    scene.smallestPixels = smallestPixels();
    scene.linkAlpha = linkAlpha();
    scene.thinLinks = m_model && m_model->count() > manyForSoftware;
    scene.depthLimit = m_depthLimit;
    scene.filtered = m_filtered;
    scene.centreRose = centreRose();
    scene.centrePixels = centrePixels();
    scene.selected = m_selectedIndex;
    scene.hovered = m_hoveredIndex;
    scene.background = toRgb(m_backgroundColor);
    scene.path = toRgb(m_pathColor);
    scene.rose = toRgb(m_roseColor);
    scene.roseDeep = toRgb(m_roseDeepColor);
    scene.selection = toRgb(m_selectionColor);
    scene.hover = toRgb(m_hoverColor);
    const QList<QColor> palette = m_model ? m_model->palette() : QList<QColor>{Qt::white};
    for (std::size_t i = 0; i < scene.palette.size(); ++i)
        scene.palette[i] = toRgb(palette[static_cast<qsizetype>(i) % palette.size()]);
    return scene;
}

// One frame's worth: asks for a picture when something has changed. The next frame follows when it is shown.
void SceneController::paintNext(bool moving)
{
    if (!m_pictureStale && !m_viewStale && !moving) {
        m_lastFrame.invalidate();
        return;
    }
    if (!m_model || m_model->count() == 0) {
        lookAgain();
        m_pictureStale = false;
        return;
    }
    m_lookStale = std::exchange(m_viewStale, false) || m_lookStale;
    m_pictureStale = false;
    m_painting = true;
    m_paintingAtRest = false;
    m_restTimer.stop();
    Q_EMIT pictureWanted(false);
}

void SceneController::paintAtRest()
{
    if (m_painting || m_pictureStale || !m_active || !m_model)
        return;
    m_painting = true;
    m_paintingAtRest = true;
    Q_EMIT pictureWanted(true);
}

void SceneController::noteShown(const OrbitCamera &camera, const PaintReport &report, float detail, float milliseconds)
{
    m_painting = false;
    m_paintingAtRest = false;
    m_report = report;
    m_detail = detail;
    m_paintMilliseconds = milliseconds;
    ++m_picturesShown;
    // The labels stand where the nodes are in this picture.
    if (std::exchange(m_lookStale, false))
        lookFrom(camera);
    if (detail < 1.0F)
        m_restTimer.start();
    Q_EMIT pictureShown();
    // The next one is painted while the window takes over this one; a third one would overtake it.
    if (++m_ahead <= 1)
        advance();
}

void SceneController::savePicture(const QString &fileName, int width, bool transparent)
{
    constexpr int widest = 8192;
    if (!m_model || m_model->positions()->count == 0 || pixelSize().x() < 1) {
        Q_EMIT pictureSaved(fileName, false);
        return;
    }
    SoftScene scene = softScene();
    const float larger = static_cast<float>(std::clamp(width, 16, widest)) / static_cast<float>(scene.size.width());
    scene.size = QSize(qRound(static_cast<float>(scene.size.width()) * larger),
        qRound(static_cast<float>(scene.size.height()) * larger));
    scene.ratio *= larger;
    scene.smallestPixels *= larger;
    scene.centrePixels *= larger;
    scene.introTime = scene.joinTime = 1e6F; // everybody is there
    scene.selected = scene.hovered = -1;
    scene.transparent = transparent;
    QThreadPool::globalInstance()->start([self = QPointer(this), scene, fileName, positions = m_model->positions(),
                                             attributes = m_model->state().attributes()] {
        QImage image(scene.size, QImage::Format_RGBA8888_Premultiplied);
        bool saved = false;
        if (!image.isNull()) {
            const std::atomic<bool> never = false;
            SoftPainter painter(0);
            painter.paint(
                scene, NodeCells(positions, attributes), 1.0F, reinterpret_cast<Pixel *>(image.bits()), never);
            saved = image.save(fileName, "PNG");
        }
        // Only the GUI thread may look at `self`; the application object outlives the pool's threads.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, fileName, saved] {
                if (self)
                    Q_EMIT self->pictureSaved(fileName, saved);
            },
            Qt::QueuedConnection);
    });
}

QString SceneController::detailText() const
{
    if (drawing() != ByProcessor || m_picturesShown == 0)
        return {};
    const QLocale locale;
    return tr(
        "Drawn by the processor: %1 people and %2 links in %3 ms, %4 of the detail", "%4 is a percentage, e.g. 40%")
        .arg(locale.toString(m_report.nodes), locale.toString(m_report.links),
            locale.toString(qRound(m_paintMilliseconds)),
            QString(locale.toString(qRound(m_detail * 100)) + locale.percent()));
}

} // namespace majlis::graph3d

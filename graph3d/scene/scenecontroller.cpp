// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/scenecontroller.h"

#include "graph3d/scene/networkstate.h"
#include "graph3d/scene/positionsnapshot.h"

#include <QQuickWindow>
#include <QSGRendererInterface>
#include <private/qrhi_p.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace majlis::graph3d
{

namespace
{

constexpr float stepPerDepth = 0.1F; // seconds between generations, as in the shaders
constexpr float longestStep = 0.1F; // seconds; after a stall the movement goes on, it does not jump
constexpr float roseRest = 6.0F; // seconds without input after which the rose holds still
constexpr int restAfter = 120; // milliseconds without movement before a picture is painted in full
constexpr int manyForHardware = 200000;
constexpr int manyLinks = 30000; // from here on a leaf's link is drawn only when it is long enough
constexpr float linkLength = 50.0F; // the layout's, in its units
constexpr float shortestLink = 10.0F; // pixels

} // namespace

SceneController::SceneController(QQuickItem *parent)
    : QQuickItem(parent)
{
    m_lastInput.start();
    setActiveFocusOnTab(true);
    setAcceptedMouseButtons(Qt::LeftButton | Qt::RightButton | Qt::MiddleButton);
    setAcceptHoverEvents(true);
    connect(this, &SceneController::viewChanged, this, [this] { m_viewStale = true; });
    for (const auto change : {&SceneController::viewChanged, &SceneController::clockChanged,
             &SceneController::colorsChanged, &SceneController::pixelSizeChanged,
             &SceneController::selectedIndexChanged, &SceneController::hoveredIndexChanged,
             &SceneController::depthLimitChanged, &SceneController::networkChanged, &SceneController::drawingChanged})
        connect(this, change, this, [this] { m_pictureStale = true; });
    connect(this, &SceneController::colorsChanged, this, &SceneController::wake);
    m_restTimer.setSingleShot(true);
    m_restTimer.setInterval(restAfter);
    connect(&m_restTimer, &QTimer::timeout, this, &SceneController::paintAtRest);
    connect(this, &SceneController::reduceMotionChanged, this, &SceneController::cutMotion);
    connect(&m_sight, &SceneSight::refreshed, this, [this] {
        updateHovered();
        wake();
    });
}

SceneController::~SceneController() = default;

void SceneController::setModel(NetworkModel *model)
{
    if (m_model == model)
        return;
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (m_model) {
        // A root that comes or goes may be the new centre.
        connect(m_model, &NetworkModel::countChanged, this, &SceneController::networkChanged);
        connect(m_model, &NetworkModel::networkReset, this, &SceneController::onNetworkReset);
        connect(m_model, &NetworkModel::positionsChanged, this, &SceneController::onPositions);
        connect(m_model, &NetworkModel::appearanceChanged, this, &SceneController::onAppearance);
        connect(m_model, &NetworkModel::nodeAdded, this, &SceneController::startJoin);
        connect(m_model, &NetworkModel::labelsChanged, this, &SceneController::lookAgain);
        connect(m_model, &NetworkModel::paletteChanged, this, &SceneController::onAppearance);
    }
    m_sight.setModel(m_model);
    onNetworkReset();
    Q_EMIT modelChanged();
}

void SceneController::onNetworkReset()
{
    m_introEnd = m_model ? static_cast<float>(m_model->maxDepth()) * stepPerDepth + 1.1F : 0.0F;
    m_introTime = m_reduceMotion ? m_introEnd : 0.0F;
    m_placed = false;
    m_joining = false;
    m_autoFit = true;
    Q_EMIT networkChanged();
    Q_EMIT largeChanged();
    Q_EMIT clockChanged();
    setHovered(-1);
    m_viewStale = true;
    onPositions();
    onAppearance();
    updateEmphasis();
    wake();
}

void SceneController::onPositions()
{
    if (!m_model)
        return;
    const auto snapshot = m_model->positions();
    if (snapshot->count == 0)
        return;
    const bool first = !std::exchange(m_placed, true);
    m_camera.setExtent(snapshot->center, snapshot->radius);
    if (m_autoFit)
        m_camera.fit(first || m_reduceMotion, first);
    Q_EMIT viewChanged();
    wake();
}

void SceneController::onAppearance()
{
    m_viewStale = true;
    m_pictureStale = true;
    wake();
    const bool filtered = m_model && m_model->hasMatches();
    if (m_filtered == filtered)
        return;
    m_filtered = filtered;
    Q_EMIT filteredChanged();
}

// What was under way is over at once: its clocks do not run any more.
void SceneController::cutMotion()
{
    if (!m_reduceMotion)
        return;
    m_introTime = m_introEnd;
    if (std::exchange(m_joining, false) && m_model)
        m_model->settleJoins();
    Q_EMIT clockChanged();
    wake();
}

void SceneController::startJoin()
{
    if (m_reduceMotion) {
        m_model->settleJoins();
        return;
    }
    if (!m_joining) {
        m_joining = true;
        m_joinTime = 0.0F;
    }
    wake();
}

void SceneController::setSelectedIndex(int index)
{
    if (m_selectedIndex == index)
        return;
    m_selectedIndex = index;
    updateEmphasis();
    wake();
    Q_EMIT selectedIndexChanged();
}

void SceneController::setDepthLimit(int limit)
{
    if (m_depthLimit == limit)
        return;
    m_depthLimit = limit;
    m_viewStale = true;
    wake();
    Q_EMIT depthLimitChanged();
}

void SceneController::setPath(const QList<int> &path)
{
    if (m_path == path)
        return;
    m_path = path;
    if (m_model)
        m_model->setPath(m_path);
    updateEmphasis();
    Q_EMIT pathChanged();
}

void SceneController::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    wake();
}

QVector3D SceneController::fog() const
{
    if (!m_model)
        return {1, 2, 0};
    const auto snapshot = m_model->positions();
    const float middle = (m_camera.pose().eye() - snapshot->center).length();
    const float reach = snapshot->radius;
    const float begin = std::max(middle - 0.7F * reach, m_camera.pose().distance);
    return {begin, std::max(middle + 1.3F * reach, begin * 1.5F), 0.78F};
}

QVector2D SceneController::pixelSize() const
{
    const auto ratio = pixelRatio();
    return {std::max(static_cast<float>(width()) * ratio, 1.0F), std::max(static_cast<float>(height()) * ratio, 1.0F)};
}

float SceneController::pixelRatio() const
{
    return window() ? static_cast<float>(window()->effectiveDevicePixelRatio()) : 1.0F;
}

float SceneController::linkAlpha() const
{
    // The more links, the fainter each: about the same amount of light on the screen.
    const int count = m_model ? std::max(m_model->count(), 1) : 1;
    return std::clamp(0.85F * std::pow(static_cast<float>(count) / 300.0F, -0.22F), 0.16F, 0.85F);
}

float SceneController::smallestPixels() const
{
    // So that a small network is made of spheres, and a large one of stars.
    const int count = m_model ? std::max(m_model->count(), 1) : 1;
    return std::clamp(3.2F * std::pow(static_cast<float>(count) / 100.0F, -0.19F), 0.75F, 3.2F) * pixelRatio();
}

void SceneController::setShowLabels(bool shown)
{
    if (m_showLabels == shown)
        return;
    m_showLabels = shown;
    m_sight.setLabelsShown(shown);
    Q_EMIT showLabelsChanged();
}

void SceneController::setLabelFont(const QFont &font)
{
    if (m_labelFont == font)
        return;
    m_labelFont = font;
    m_sight.setFont(font);
    Q_EMIT labelFontChanged();
}

void SceneController::updateEmphasis()
{
    std::vector<int> must;
    for (const int index : {m_hoveredIndex, m_selectedIndex}) {
        if (index >= 0)
            must.push_back(index);
    }
    m_sight.setEmphasis(std::move(must), {m_path.begin(), m_path.end()});
}

void SceneController::lookAgain()
{
    m_viewStale = false;
    lookFrom(m_camera);
}

void SceneController::lookFrom(const OrbitCamera &camera)
{
    if (!m_model)
        return;
    m_sight.lookAgain({.camera = camera,
        .positions = m_model->positions(),
        .attributes = m_model->state().attributes(),
        .depthLimit = m_depthLimit,
        .filtered = m_filtered,
        .centreRose = centreRose(),
        .smallestPixels = smallestPixels() / pixelRatio()});
}

float SceneController::radiusUnit() const
{
    return radiusOfCode(0);
}

float SceneController::roseScaleFactor() const
{
    return roseScale;
}

bool SceneController::isLarge() const
{
    return m_model && m_model->count() > (m_softwareRendering ? manyForSoftware : manyForHardware);
}

bool SceneController::hasLeafLinks() const
{
    return !m_model || m_model->count() <= manyLinks
        || m_camera.pixelsPerUnit(m_camera.pose().distance) * linkLength >= shortestLink;
}

void SceneController::showMatches(const QList<int> &indices)
{
    if (!m_model)
        return;
    if (indices.isEmpty())
        m_model->clearMatches();
    else
        m_model->setMatches(indices);
}

QVector3D SceneController::toVector(const QColor &color) const
{
    return {color.redF(), color.greenF(), color.blueF()};
}

void SceneController::setCameraPose(const CameraPose &pose)
{
    m_autoFit = false;
    m_camera.setPose(pose);
    Q_EMIT viewChanged();
    wake();
}

void SceneController::flyTo(int index)
{
    if (!m_model || !m_model->contains(index))
        return;
    m_autoFit = false;
    const float around = std::max(m_model->radiusOf(index) * 12.0F, 260.0F);
    m_camera.flyTo(m_model->positionOf(index), std::min(around, m_camera.fitDistance()), m_reduceMotion);
    Q_EMIT viewChanged();
    wake();
}

void SceneController::fit(bool resetAngles)
{
    m_autoFit = true;
    m_camera.fit(m_reduceMotion, resetAngles);
    Q_EMIT viewChanged();
    wake();
}

void SceneController::frame(const QVector3D &centre, float radius, const QList<int> &samples, bool always)
{
    if (!m_model || samples.isEmpty())
        return;
    const Projector projector = m_camera.projector();
    const bool seen = std::ranges::any_of(samples, [&](int index) {
        const auto at = m_model->contains(index) ? projector.project(m_model->positionOf(index)) : std::nullopt;
        return at && contains(QPointF(at->x(), at->y()));
    });
    if (seen && !always)
        return;
    const auto snapshot = m_model->positions();
    const float share = snapshot && snapshot->radius > 0 ? std::min(radius / snapshot->radius, 1.0F) : 1.0F;
    m_autoFit = false;
    m_camera.flyTo(centre, std::max(m_camera.fitDistance() * share, 260.0F), m_reduceMotion);
    Q_EMIT viewChanged();
    wake();
}

void SceneController::zoom(float steps)
{
    zoomAt(std::pow(0.8F, steps), static_cast<float>(width()) / 2, static_cast<float>(height()) / 2);
}

void SceneController::zoomAt(float factor, float x, float y)
{
    m_autoFit = false;
    m_camera.zoom(factor, {x, y});
    wake();
}

void SceneController::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickItem::geometryChange(now, before);
    m_camera.setViewport(now.size());
    if (m_autoFit)
        m_camera.fit(true, false);
    Q_EMIT pixelSizeChanged();
    Q_EMIT viewChanged();
    wake();
}

void SceneController::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickItem::itemChange(change, data);
    if (change == ItemSceneChange)
        watch(data.window);
    if (change == ItemDevicePixelRatioHasChanged)
        Q_EMIT pixelSizeChanged();
    if (change == ItemVisibleHasChanged && data.boolValue)
        wake();
}

void SceneController::watch(QQuickWindow *window)
{
    disconnect(m_frames);
    if (!window)
        return;
    m_frames = connect(window, &QQuickWindow::afterAnimating, this, [this] {
        m_ahead = 0;
        advance();
    });
    if (window->isSceneGraphInitialized())
        detectDriver();
    else
        connect(
            window, &QQuickWindow::sceneGraphInitialized, this, &SceneController::detectDriver, Qt::QueuedConnection);
    Q_EMIT pixelSizeChanged();
}

void SceneController::detectDriver()
{
    if (!window() || !window()->rendererInterface())
        return;
    auto *rhi
        = static_cast<QRhi *>(window()->rendererInterface()->getResource(window(), QSGRendererInterface::RhiResource));
    // Without one, Qt Quick itself paints by the processor.
    const QByteArray device = rhi ? rhi->driverInfo().deviceName.toLower() : QByteArray();
    const bool software
        = !rhi || device.contains("llvmpipe") || device.contains("softpipe") || device.contains("swrast");
    const bool known = std::exchange(m_driverKnown, true);
    if (known && m_softwareRendering == software)
        return;
    m_softwareRendering = software;
    Q_EMIT largeChanged();
    Q_EMIT softwareRenderingChanged();
    Q_EMIT drawingChanged();
    wake();
}

void SceneController::wake()
{
    if (!m_active || !window())
        return;
    if (!m_lastFrame.isValid())
        m_lastFrame.start();
    window()->update();
}

void SceneController::advance()
{
    if (!m_active || !isVisible() || (m_painting && !m_paintingAtRest))
        return;
    const float passed = m_lastFrame.isValid() ? static_cast<float>(m_lastFrame.restart()) / 1000.0F : 0.0F;
    const float seconds = std::min(passed, longestStep);
    bool moving = moveByHeldKeys(seconds);
    if (m_camera.isMoving()) {
        if (m_reduceMotion)
            m_camera.finish();
        moving = m_camera.advance(seconds) || moving;
        Q_EMIT viewChanged();
    }
    moving = advanceClocks(seconds) || moving;
    if (drawing() == ByProcessor) {
        paintNext(moving);
        return;
    }
    if (m_viewStale)
        lookAgain();
    if (moving)
        window()->update();
    else
        m_lastFrame.invalidate();
}

bool SceneController::advanceClocks(float seconds)
{
    if (m_reduceMotion || !m_model || m_model->count() == 0)
        return false;
    bool moving = false;
    if (m_placed && m_introTime < m_introEnd) {
        m_introTime = std::min(m_introTime + seconds, m_introEnd);
        moving = true;
    }
    if (m_joining) {
        m_joinTime += seconds;
        moving = true;
        if (m_joinTime >= joinSeconds) {
            m_joining = false;
            m_model->settleJoins();
        }
    }
    // Where pictures in full take too long for a movement, the rose moves only with the others.
    const bool roseAlone = !moving && !m_camera.isMoving() && drawing() == ByProcessor && m_detail < 1.0F;
    if (!roseAlone && static_cast<float>(m_lastInput.elapsed()) / 1000.0F < roseRest) {
        m_roseTime += seconds;
        moving = true;
    }
    if (moving)
        Q_EMIT clockChanged();
    return moving;
}

} // namespace majlis::graph3d

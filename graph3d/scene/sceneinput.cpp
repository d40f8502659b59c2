// SPDX-License-Identifier: GPL-3.0-or-later
// SceneController's half that answers the pointer and the keys.
#include "graph3d/scene/scenecontroller.h"

#include <QCursor>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyleHints>
#include <QWheelEvent>

#include <cmath>

namespace majlis::graph3d
{

namespace
{

constexpr float degreesPerPixel = 0.28F;
constexpr float degreesPerSecond = 70.0F; // of an arrow key that is held
constexpr float sharesPerSecond = 0.9F; // of the distance, of a flight key that is held
constexpr float zoomPerSecond = 1.6F; // steps of + or − that is held

bool isMovement(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_W:
    case Qt::Key_A:
    case Qt::Key_S:
    case Qt::Key_D:
    case Qt::Key_Q:
    case Qt::Key_E:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
        return true;
    default:
        return false;
    }
}

} // namespace

void SceneController::noteInput()
{
    m_lastInput.restart();
    wake();
}

void SceneController::mousePressEvent(QMouseEvent *event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    m_pressedAt = event->position();
    m_draggedFrom = event->position();
    m_dragging = false;
    noteInput();
    event->accept();
}

void SceneController::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF way = event->position() - m_pressedAt;
    if (!m_dragging && way.manhattanLength() < QGuiApplication::styleHints()->startDragDistance())
        return;
    m_dragging = true;
    const QPointF step = event->position() - m_draggedFrom;
    m_draggedFrom = event->position();
    m_autoFit = false;
    const bool slide = event->buttons() != Qt::LeftButton || (event->modifiers() & Qt::ShiftModifier) != 0;
    if (slide)
        m_camera.pan(QVector2D(step));
    else
        m_camera.orbit(static_cast<float>(-step.x()) * degreesPerPixel, static_cast<float>(step.y()) * degreesPerPixel);
    setHovered(-1);
    noteInput();
}

void SceneController::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragging && event->button() == Qt::LeftButton)
        Q_EMIT activated(m_sight.nodeAt(event->position()));
    m_dragging = false;
    noteInput();
}

void SceneController::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int index = m_sight.nodeAt(event->position());
    if (index >= 0) {
        Q_EMIT opened(index);
        flyTo(index);
    } else {
        fit();
    }
    noteInput();
}

void SceneController::mouseUngrabEvent()
{
    m_dragging = false;
}

void SceneController::wheelEvent(QWheelEvent *event)
{
    const QVector2D at(event->position());
    m_autoFit = false;
    // A touchpad that says pixels slides with two fingers, and zooms with Ctrl, as it does in maps; a wheel zooms.
    const bool touchpad = !event->pixelDelta().isNull() && event->phase() != Qt::NoScrollPhase;
    if (touchpad && (event->modifiers() & Qt::ControlModifier) == 0) {
        m_camera.orbit(static_cast<float>(-event->pixelDelta().x()) * degreesPerPixel,
            static_cast<float>(event->pixelDelta().y()) * degreesPerPixel);
    } else {
        m_camera.zoom(std::pow(0.8F, static_cast<float>(event->angleDelta().y()) / 120.0F), at);
    }
    noteInput();
    event->accept();
}

void SceneController::hoverEnterEvent(QHoverEvent *event)
{
    hoverMoveEvent(event);
}

void SceneController::hoverMoveEvent(QHoverEvent *event)
{
    m_pointer = event->position();
    updateHovered();
}

void SceneController::hoverLeaveEvent(QHoverEvent *event)
{
    QQuickItem::hoverLeaveEvent(event);
    m_pointer.reset();
    setHovered(-1);
}

void SceneController::updateHovered()
{
    if (m_pointer && !m_dragging)
        setHovered(m_sight.lastSeenAt(*m_pointer));
}

void SceneController::setHovered(int index)
{
    if (m_hoveredIndex == index)
        return;
    m_hoveredIndex = index;
    setCursor(QCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor));
    updateEmphasis();
    Q_EMIT hoveredIndexChanged();
    wake();
}

void SceneController::keyPressEvent(QKeyEvent *event)
{
    if ((event->modifiers() & Qt::AltModifier) != 0 && walk(event->key())) {
        noteInput();
        return;
    }
    if ((event->modifiers() & (Qt::ControlModifier | Qt::MetaModifier)) != 0 || !command(event->key()))
        event->ignore();
    else
        noteInput();
}

void SceneController::keyReleaseEvent(QKeyEvent *event)
{
    if (!isMovement(event->key()))
        event->ignore();
    else if (!event->isAutoRepeat())
        m_heldKeys.remove(event->key());
}

void SceneController::focusOutEvent(QFocusEvent *event)
{
    QQuickItem::focusOutEvent(event);
    m_heldKeys.clear();
}

bool SceneController::command(int key)
{
    switch (key) {
    case Qt::Key_Home:
        fit(true);
        return true;
    case Qt::Key_F:
        fit();
        return true;
    case Qt::Key_Escape:
        if (m_selectedIndex < 0)
            return false; // the page may want it
        Q_EMIT activated(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selectedIndex < 0)
            return false;
        Q_EMIT opened(m_selectedIndex);
        flyTo(m_selectedIndex);
        return true;
    default:
        break;
    }
    if (!isMovement(key))
        return false;
    m_autoFit = false;
    // Even the shortest press moves a step; what is held goes on moving by the clock.
    if (!m_heldKeys.contains(key)) {
        m_heldKeys.insert(key);
        moveBy(key, 0.12F);
    }
    return true;
}

// Alt and an arrow: to the parent, the first child, or the next of the same parent.
bool SceneController::walk(int key)
{
    if (!m_model || (key != Qt::Key_Up && key != Qt::Key_Down && key != Qt::Key_Left && key != Qt::Key_Right))
        return false;
    int next = -1;
    if (!m_model->contains(m_selectedIndex)) {
        next = m_model->largestRoot();
    } else if (key == Qt::Key_Up) {
        next = m_model->parentOf(m_selectedIndex);
    } else if (key == Qt::Key_Down) {
        next = m_model->firstChildOf(m_selectedIndex);
    } else {
        next = m_model->siblingOf(m_selectedIndex, key == Qt::Key_Left ? -1 : 1);
    }
    if (next >= 0) {
        Q_EMIT activated(next);
        flyTo(next);
    }
    return true;
}

void SceneController::moveBy(int key, float seconds)
{
    const float turn = degreesPerSecond * seconds;
    const float way = sharesPerSecond * seconds;
    const QVector2D middle(static_cast<float>(width()) / 2, static_cast<float>(height()) / 2);
    switch (key) {
    case Qt::Key_Left:
        return m_camera.orbit(-turn, 0);
    case Qt::Key_Right:
        return m_camera.orbit(turn, 0);
    case Qt::Key_Up:
        return m_camera.orbit(0, turn);
    case Qt::Key_Down:
        return m_camera.orbit(0, -turn);
    case Qt::Key_W:
        return m_camera.fly({way, 0, 0});
    case Qt::Key_S:
        return m_camera.fly({-way, 0, 0});
    case Qt::Key_A:
        return m_camera.fly({0, -way, 0});
    case Qt::Key_D:
        return m_camera.fly({0, way, 0});
    case Qt::Key_E:
    case Qt::Key_PageUp:
        return m_camera.fly({0, 0, way});
    case Qt::Key_Q:
    case Qt::Key_PageDown:
        return m_camera.fly({0, 0, -way});
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return m_camera.zoom(std::pow(0.8F, zoomPerSecond * 2 * seconds), middle);
    case Qt::Key_Minus:
        return m_camera.zoom(std::pow(0.8F, -zoomPerSecond * 2 * seconds), middle);
    default:
        return;
    }
}

bool SceneController::moveByHeldKeys(float seconds)
{
    for (const int key : std::as_const(m_heldKeys))
        moveBy(key, seconds);
    return !m_heldKeys.isEmpty();
}

} // namespace majlis::graph3d

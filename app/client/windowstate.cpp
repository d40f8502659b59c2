// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/windowstate.h"

#include "models/store/settings.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWindow>

namespace majlis::client
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int unplaced = -1;
constexpr int titleBar = 32; // this much of the top edge has to be on a screen

const store::SettingKey<int> widthKey{"window/width"_L1, 1280};
const store::SettingKey<int> heightKey{"window/height"_L1, 800};
const store::SettingKey<int> xKey{"window/x"_L1, unplaced};
const store::SettingKey<int> yKey{"window/y"_L1, unplaced};
const store::SettingKey<bool> maximisedKey{"window/maximised"_L1, false};

bool isOnScreen(const QRect &frame)
{
    const QRect top(frame.topLeft(), QSize(frame.width(), titleBar));
    for (const QScreen *screen : QGuiApplication::screens()) {
        if (screen->availableGeometry().contains(top)) {
            return true;
        }
    }
    return false;
}

} // namespace

WindowState::WindowState(store::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(std::chrono::milliseconds(500));
    connect(&m_settled, &QTimer::timeout, this, &WindowState::save);
}

void WindowState::attach(QWindow &window, std::optional<QSize> size)
{
    m_window = &window;
    if (size) {
        window.resize(*size);
        return; // a size from the command line is for this run only
    }
    restore(window);
    for (const auto changed :
        {&QWindow::widthChanged, &QWindow::heightChanged, &QWindow::xChanged, &QWindow::yChanged}) {
        connect(&window, changed, this, [this] { m_settled.start(); });
    }
    connect(&window, &QWindow::visibilityChanged, this, [this] { m_settled.start(); });
}

void WindowState::restore(QWindow &window)
{
    QSize size(m_settings.value(widthKey), m_settings.value(heightKey));
    if (const QScreen *screen = window.screen()) {
        size = size.boundedTo(screen->availableSize());
    }
    window.resize(size.expandedTo(QSize(window.minimumWidth(), window.minimumHeight())));
    const QRect frame(QPoint(m_settings.value(xKey), m_settings.value(yKey)), window.size());
    if (frame.x() != unplaced && isOnScreen(frame)) {
        window.setPosition(frame.topLeft());
    }
    if (m_settings.value(maximisedKey)) {
        window.showMaximized();
    }
}

void WindowState::save()
{
    if (!m_window || !m_window->isVisible()) {
        return;
    }
    const bool maximised
        = m_window->visibility() == QWindow::Maximized || m_window->visibility() == QWindow::FullScreen;
    m_settings.setValue(maximisedKey, maximised);
    if (!maximised) {
        m_settings.setValue(widthKey, m_window->width());
        m_settings.setValue(heightKey, m_window->height());
        m_settings.setValue(xKey, m_window->x());
        m_settings.setValue(yKey, m_window->y());
    }
}

} // namespace majlis::client

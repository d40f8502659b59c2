// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/ticker.h"

#include <chrono>

namespace majlis::viewmodels
{

Ticker::Ticker(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(std::chrono::seconds(1));
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Ticker::tick);
}

void Ticker::setRunning(bool running)
{
    if (running == m_timer.isActive()) {
        return;
    }
    if (running) {
        m_timer.start();
        Q_EMIT tick(); // what passed while nobody looked
    } else {
        m_timer.stop();
    }
}

} // namespace majlis::viewmodels

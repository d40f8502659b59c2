// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace majlis::viewmodels
{

/// Says once a second that time has passed, so that ages and countdowns move on. View models compare texts before they
/// emit, so a tick that changes nothing draws nothing. Runs while a window is on show. GUI thread.
class Ticker : public QObject
{
    Q_OBJECT

public:
    explicit Ticker(QObject *parent = nullptr);

    void setRunning(bool running);

Q_SIGNALS:
    void tick();

private:
    QTimer m_timer;
};

} // namespace majlis::viewmodels

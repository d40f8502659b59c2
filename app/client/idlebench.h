// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace majlis::client
{

struct AppServices;
class ShellWindow;

/// Measures rest: opens the throwaway wallet of `--bench-prepare`, waits until the feeds are connected and the window
/// has been still for a while, then counts frames and processor time over `span`, prints one JSON line and ends.
class IdleBench : public QObject
{
    Q_OBJECT

public:
    IdleBench(AppServices &services, ShellWindow &window, std::chrono::seconds span, QObject *parent = nullptr);

private:
    void look();
    void begin();
    void finish();

    AppServices &m_services;
    std::chrono::seconds m_span;
    QTimer m_poll;
    QElapsedTimer m_elapsed;
    int m_frames = 0;
    int m_calmLooks = 0;
    int m_framesBefore = 0;
    double m_cpuBefore = 0;
};

} // namespace majlis::client

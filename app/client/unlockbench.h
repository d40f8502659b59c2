// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace majlis::client
{

struct AppServices;
class ShellWindow;

/// Measures unlocking with the parameters that new wallets get, and what the window feels of it: makes a throwaway
/// wallet in an empty data folder, has the unlock page draw as fast as it can for a while at rest, then while it is
/// unlocked several times; prints one JSON line and ends. The wallet is locked again after each.
class UnlockBench : public QObject
{
    Q_OBJECT

public:
    UnlockBench(AppServices &services, ShellWindow &window, QObject *parent = nullptr);

private:
    /// What the window did over some time.
    struct Figures {
        double seconds = 0;
        int frames = 0;
        double longestFrameGap = 0; ///< ms between two frames
        double longestStall = 0; ///< ms in which the GUI thread answered nothing
    };

    void frameShown();
    void tick();
    void makeWallet();
    void rest();
    void unlock();
    void begin();
    void end(Figures &into);
    void finish();
    void giveUp(const char *why);

    AppServices &m_services;
    ShellWindow &m_window;
    QTimer m_tick;
    QElapsedTimer m_span;
    QElapsedTimer m_sinceFrame;
    QElapsedTimer m_sinceTick;
    Figures m_now;
    Figures m_resting;
    Figures m_unlocking;
    std::vector<double> m_times; ///< ms
    bool m_measuring = false;
};

} // namespace majlis::client

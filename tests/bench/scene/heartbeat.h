// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

// How long the GUI thread has not come back to its event loop: a timer that fires every millisecond notes the gaps. The
// thread's own time on a processor is noted with them, because on a crowded machine a gap may be other programs'.
class Heartbeat : public QObject
{
public:
    struct Stalls {
        double longest = 0.0; // milliseconds between two beats
        double longestWork = 0.0; // milliseconds of processor time of this thread between two beats
        int over8 = 0; // gaps above 8 ms
        int workOver8 = 0; // gaps in which this thread itself worked above 8 ms
    };

    explicit Heartbeat(QObject *parent = nullptr);
    // Since the last call.
    [[nodiscard]] Stalls take();

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_work = 0.0;
    Stalls m_stalls;
};

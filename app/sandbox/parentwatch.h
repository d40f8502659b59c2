// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace majlis::sandbox
{

/// Ends the event loop, and so the program, when whoever started it is gone or asks: the parent dies, standard input (a
/// pipe, or anything when `always`) ends, SIGTERM, SIGINT or SIGHUP arrives. One per process; owner thread only.
class ParentWatch : public QObject
{
    Q_OBJECT

public:
    explicit ParentWatch(bool always);
    ~ParentWatch() override;

private:
    void watchInput();
    void watchSignals();
    int m_wake = -1; ///< the reading end of the pipe that signal handlers write to
};

} // namespace majlis::sandbox

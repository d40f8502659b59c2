// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/options.h"
#include "app/client/tour/tourscript.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSize>
#include <QStringList>
#include <QTimer>

#include <vector>

namespace majlis::client
{

struct AppServices;
class ShellWindow;

/// Walks through the program as the script says and takes pictures of what it finds, in dark and light and in two
/// sizes: NAME-THEME-WIDTHxHEIGHT.png. Every wait is for a condition, with a bound.
class Tour : public QObject
{
    Q_OBJECT

public:
    Tour(AppServices &services, ShellWindow &shell, QString outDir, TourScript script, QObject *parent = nullptr);

    void start();
    /// What did not come true, one line each; empty when everything did.
    [[nodiscard]] const QStringList &failures() const { return m_failures; }

Q_SIGNALS:
    void finished();

private:
    struct Look {
        bool dark = true;
        QSize size;
    };
    void beginStep();
    void poll();
    void stepReady();
    void beginLook();
    void takePicture();
    void endStep();

    AppServices &m_services;
    ShellWindow &m_shell;
    QString m_outDir;
    TourScript m_script;
    std::vector<Look> m_looks;
    std::size_t m_step = 0;
    std::size_t m_look = 0;
    int m_frames = 0; ///< shown since the look was changed
    bool m_looking = false;
    QTimer m_poll;
    QElapsedTimer m_waited;
    QStringList m_failures;
};

/// `--shots`: a throwaway wallet and folder, the sandbox (with the real network beside the checkout, when it is there),
/// every page and state. Returns the exit code: not 0 when something did not come true or QML complained.
[[nodiscard]] int runTour(const Options &options);

} // namespace majlis::client

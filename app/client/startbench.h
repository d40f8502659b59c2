// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/options.h"

#include <QObject>

namespace majlis::client
{

struct AppServices;
class ShellWindow;

/// Measures the start: from the process's start (the environment's MAJLIS_START_NS, else when this program's main
/// began) to the first frame of the page asked for that takes input. Prints one JSON line and ends the program.
class StartBench : public QObject
{
    Q_OBJECT

public:
    StartBench(AppServices &services, ShellWindow &window, Options::Bench page, QObject *parent = nullptr);

    /// The passphrase of the throwaway wallet that `--bench-prepare` makes; opened by openWallet() for Home.
    static constexpr auto passphrase = "throwaway wallet of the start bench";

    /// Asks for the wallet to be opened, as early as a start by itself could: it happens beside the loading of the
    /// window.
    static void openWallet(AppServices &services);

private:
    void frameShown();
    [[nodiscard]] bool isThere() const;

    AppServices &m_services;
    ShellWindow &m_window;
    Options::Bench m_page;
    bool m_framePending = false;
};

/// Makes the throwaway wallet, signs in to the sandbox and fills the cache; returns the exit code. For
/// `--bench-prepare`.
[[nodiscard]] int prepareStartBench(AppServices &services);

} // namespace majlis::client

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace majlis::cli
{

/// Exit codes of every subcommand.
inline constexpr int ok = 0;
inline constexpr int failed = 1; ///< it was understood and did not work; stderr says why
inline constexpr int badUsage = 2;

/// A subcommand: its name, its line in the usage, and what it does with the arguments after its name. A
/// QCoreApplication exists; a command that needs an event loop runs it itself.
struct Command {
    const char *name;
    const char *usage;
    int (*run)(const QStringList &arguments);
};

} // namespace majlis::cli

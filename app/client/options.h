// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <expected>
#include <optional>

namespace majlis::client
{

/// What the command line says.
struct Options {
    enum class Bench { No, Prepare, Unlock, Home, Idle, Unlocking };

    QString dataDir; ///< empty: the user's application data folder
    QUrl connectTo; ///< empty: the connection used last
    bool sandbox = false; ///< use the sandbox, and start it
    QStringList sandboxArguments; ///< after `--`
    QString networkFile; ///< for the sandbox: a real referral network
    QString shotsDir; ///< empty: no tour
    std::optional<QSize> size;
    QString theme; ///< empty: as in the settings; dark, light, system, highContrast
    Bench bench = Bench::No;
    int benchSeconds = 0; ///< with Bench::Idle

    /// The error is the text to print; an empty one means: print the usage and leave well.
    [[nodiscard]] static std::expected<Options, QString> parse(const QStringList &arguments);
    [[nodiscard]] static QString usage();
};

} // namespace majlis::client

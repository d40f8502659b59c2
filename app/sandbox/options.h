// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <expected>

namespace majlis::sandbox
{

/// What the command line says; every default is the practice mode that a first run wants.
struct Options {
    quint16 port = 0; ///< 0: the system chooses
    QString dataDir; ///< empty: a temporary folder, gone afterwards
    std::uint64_t seed = 1;
    double speed = 720; ///< world seconds a second: a day in two minutes; 0 stands still
    QString networkFile; ///< empty: the generator
    std::uint32_t users = 6000;
    bool adoptLargest = true; ///< the first new wallet takes over the position with the largest network
    double limits = 1; ///< factor on every rate limit; 0: none
    int accessSeconds = 900; ///< life of an access token
    QString admin; ///< address that gets the role admin
    QStringList faults; ///< MODE[:ARG][@PATH]
    bool parentWatch = false; ///< stop when stdin ends, even when it is no pipe

    /// The error is the text to print; an empty one means: print the usage and leave well.
    [[nodiscard]] static std::expected<Options, QString> parse(const QStringList &arguments);
    [[nodiscard]] static QString usage();
};

} // namespace majlis::sandbox

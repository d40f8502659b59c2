// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace majlis::cli
{

/// `feed URL [--channels N|a,b,...] [--seconds S] [--json]`: listens to a WebSocket feed and prints what came.
int runFeed(const QStringList &arguments);

} // namespace majlis::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/networkdata.h"

#include <QString>

// Lines of `referee referrer [timestamp]` ("-" for nobody), plain or .xz.
[[nodiscard]] majlis::graph3d::NetworkData readForest(const QString &fileName);
// A forest by preferential attachment with a heavy tail and depths up to seven, the same for the same arguments.
[[nodiscard]] majlis::graph3d::NetworkData generateForest(int nodes, int roots, unsigned seed);

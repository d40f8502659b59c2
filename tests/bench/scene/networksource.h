// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/networkmodel.h"

#include <QString>

// Lines of `referee referrer [timestamp]` ("-" for nobody), plain or .xz.
[[nodiscard]] majlis::graph3d::NetworkData readForest(const QString &fileName);
// A forest by preferential attachment with a heavy tail and depths up to seven, the same for the same arguments.
[[nodiscard]] majlis::graph3d::NetworkData generateForest(int nodes, int roots, unsigned seed);
// Lines of `id x y z` into data.warmPositions; false when somebody has none.
[[nodiscard]] bool readPositions(const QString &fileName, majlis::graph3d::NetworkData &data);
// The same lines of a settled layout, and `child parent` lines into fileName.edges, for tools/scene-web.
[[nodiscard]] bool writeNetwork(const QString &fileName, const majlis::graph3d::NetworkModel &model);

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/graph/networkfile.h"

#include <QString>

namespace majlis::cli
{

/// Starts a file that is a binary graph; everything else is taken for an edge list.
[[nodiscard]] bool isBinaryGraph(const QString &path);

/// A network from either kind of file. Errors: NetworkFile's, EdgeListParser's, Storage.
[[nodiscard]] Result<NetworkFile> readNetwork(const QString &path);

} // namespace majlis::cli

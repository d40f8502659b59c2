// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/forcedmatrix.h"
#include "graph3d/layout/layoutoptions.h"
#include "graph3d/layout/vec3.h"

#include <vector>

namespace majlis::graph3d
{

/**
 * Positions of a forced matrix, in O(n): every level is a plane below the last, and below a position stand its places
 * from the left, empty ones left free. A board (LayoutOptions::matrixDepth levels) is a flat chart, and the boards
 * below it stand a quarter turned to it, so that a deep matrix fills a square and not a line. Matrices of several roots
 * stand side by side.
 * @returns one position per NodeId of @p matrix; the origin for those without a place.
 */
[[nodiscard]] std::vector<Vec3> placeMatrix(const ForcedMatrix &matrix, const LayoutOptions &options);

} // namespace majlis::graph3d

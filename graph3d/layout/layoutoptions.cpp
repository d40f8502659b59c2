// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/layoutoptions.h"

#include <algorithm>
#include <cmath>

namespace majlis::graph3d
{

LayoutOptions LayoutOptions::bounded() const
{
    const LayoutOptions standard;
    LayoutOptions result = *this;
    const auto bound = [&](float LayoutOptions::*field, float least, float most) {
        const float value = result.*field;
        result.*field = std::isfinite(value) ? std::clamp(value, least, most) : standard.*field;
    };
    bound(&LayoutOptions::linkLength, 0.1f, 1000.0f);
    bound(&LayoutOptions::linkRest, 0.0f, 10.0f);
    bound(&LayoutOptions::charge, 0.0f, 100.0f);
    bound(&LayoutOptions::range, 0.01f, 1e4f);
    bound(&LayoutOptions::softening, 1e-3f, 1.0f);
    bound(&LayoutOptions::theta, 0.0f, 1.5f);
    for (float LayoutOptions::*share : {&LayoutOptions::depthStrength, &LayoutOptions::layerStrength,
             &LayoutOptions::centreStrength, &LayoutOptions::velocityDecay})
        bound(share, 0.0f, 1.0f);
    bound(&LayoutOptions::depthSpacing, 0.0f, 100.0f);
    bound(&LayoutOptions::layerSpacing, 0.0f, 100.0f);
    bound(&LayoutOptions::alphaDecay, 1e-4f, 0.2f);
    bound(&LayoutOptions::alphaMin, 0.0f, 1.0f);
    bound(&LayoutOptions::settleMove, 0.0f, 1.0f);
    result.matrixWidth = std::clamp(result.matrixWidth, 1u, 64u);
    result.matrixDepth = std::clamp(result.matrixDepth, 1u, 64u);
    return result;
}

} // namespace majlis::graph3d

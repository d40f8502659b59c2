// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/layoutoptions.h"

#include <cstddef>

namespace majlis::graph3d
{

/**
 * The law of repulsion (LayoutOptions) without its strength: a source of mass m at offset d from the target pushes it
 * by -m * g(|d|^2) * d with g(l) = 1 / ((l + softening2) * (1 + l * inverseRange2)).
 */
struct PairLaw {
    float softening2 = 1.0f;
    float inverseRange2 = 0.0f;
};

/** Sources as separate arrays. Their count is a multiple of kernelLanes: pad with mass 0. */
struct SourceView {
    const float *x = nullptr;
    const float *y = nullptr;
    const float *z = nullptr;
    const float *mass = nullptr;
    std::size_t count = 0;
};
inline constexpr std::size_t kernelLanes = 16;

/** Targets whose forces are added to. Reads, but never writes, up to three elements beyond count. */
struct TargetView {
    const float *x = nullptr;
    const float *y = nullptr;
    const float *z = nullptr;
    float *fx = nullptr;
    float *fy = nullptr;
    float *fz = nullptr;
    std::size_t count = 0;
};

/** A force and its derivative at one point: F(p + d) = force + jacobian * d (symmetric, since the law is radial). */
struct LocalField {
    float fx = 0.0f, fy = 0.0f, fz = 0.0f;
    float xx = 0.0f, yy = 0.0f, zz = 0.0f, xy = 0.0f, xz = 0.0f, yz = 0.0f;
};

/** One implementation of the inner loops. Every one sums in the same order; they differ by rounding alone. */
struct Kernels {
    const char *name = "";
    /** Adds to each target the sum of m*g*d over all sources (attraction sign; the caller's strength is negative). */
    void (*pairs)(const PairLaw &law, const SourceView &sources, const TargetView &targets) = nullptr;
    /** Adds the same sum and its derivative at the point (x, y, z). */
    void (*field)(const PairLaw &law, const SourceView &sources, float x, float y, float z, LocalField &out) = nullptr;
};

/** The implementation for @p wanted, or the best one this machine has when it lacks that. */
[[nodiscard]] const Kernels &kernelsFor(Simd wanted);

} // namespace majlis::graph3d

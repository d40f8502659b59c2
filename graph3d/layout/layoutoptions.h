// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace majlis::graph3d
{

/** How depth shapes the picture. The first three are forces, to which the other directions adapt; the others place. */
enum class Shape : std::uint8_t {
    Rings, ///< each generation is drawn to a shell around the root of its tree (HABIBI's radial force, per tree)
    Layers, ///< each generation is drawn to a plane, roots on top
    Free, ///< links and repulsion alone
    ConeTree, ///< no forces: the tree-aware start is the picture, settled at once
    Matrix, ///< no forces: a forced affiliate matrix with spillover (ForcedMatrix), settled at once
};

/** Whether a shape places its nodes and no force moves them. */
[[nodiscard]] constexpr bool isPlaced(Shape shape)
{
    return shape == Shape::ConeTree || shape == Shape::Matrix;
}

/** Which instruction set the repulsion uses. All agree to 1e-4 of the force; Portable is the same on every machine. */
enum class Simd : std::uint8_t { Auto, Portable, Avx2, Avx512 };

/**
 * The physics. Lengths are in link lengths, strengths per tick and times alpha (the temperature, 1 at the start); the
 * defaults are what `./dev bench layout` judges.
 *
 * Repulsion between two nodes at distance r:
 *     F(r) = charge * r / ((r^2 + softening^2) * (1 + r^2 / range^2))
 * that is charge/r for near nodes, finite for equal points, and falling as 1/r^3 beyond `range`, so that edge lengths
 * do not grow with the number of nodes as they do under d3's 1/r. Links pull towards linkRest with d3's strength
 * 1/min(degree), shared so that the better connected end moves less. Depth pulls every node towards the shell or plane
 * of its generation; the spacing is wider than the links reach, so that generations stay in tension outwards.
 */
struct LayoutOptions {
    Shape shape = Shape::Rings;
    std::uint64_t seed = 1; ///< same seed, same graph: same positions, whatever the number of threads
    unsigned threads = 0; ///< 0: as many as the machine has cores; never more than 64
    Simd simd = Simd::Auto; ///< a set the machine lacks falls back to the best it has

    float linkLength = 50.0f; ///< the unit, in scene units: about the median length of a link in the result
    float linkRest = 0.5f;
    float charge = 0.15f; ///< in link lengths squared
    float range = 1.0f;
    float softening = 0.01f;
    float theta = 1.0f; ///< Barnes–Hut opening: larger is faster and less exact; 0 sums all pairs
    float depthStrength = 0.05f; ///< Rings: share of the way to its shell that a node is drawn
    float depthSpacing = 4.0f; ///< Rings: between neighbouring shells of a tree of 3,000; as its tenth root from there
    float layerStrength = 0.3f; ///< Layers: the same towards its plane
    float layerSpacing = 1.5f; ///< Layers, Matrix: between neighbouring planes
    unsigned matrixWidth = 2; ///< Matrix: places below everybody, 1..64
    unsigned matrixDepth = 3; ///< Matrix: levels of a board, 1..64
    float centreStrength = 0.05f; ///< share of the way to the centre of its tree that a root is drawn

    float velocityDecay = 0.25f; ///< share of the velocity lost per tick
    float alphaDecay = 0.12f; ///< cooling per tick; nearly twice that below 0.2
    float alphaMin = 0.001f; ///< cold: settled whatever still moves
    float settleMove = 0.01f; ///< settled when the mean move per tick is below this many link lengths

    /** The same within the limits of the arithmetic; what is not a number becomes its default. Layout applies it. */
    [[nodiscard]] LayoutOptions bounded() const;
};

} // namespace majlis::graph3d

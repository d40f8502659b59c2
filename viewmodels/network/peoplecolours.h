// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/network/networkpeople.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace majlis::viewmodels
{

enum class ColourBy { Depth, Branch, Balance, Age };
enum class SizeBy { Balance, Descendants, Same };

// The scene's palette while people are coloured: eight colours that stay apart, seven steps from little to much, and
// one for "not known" and "the others".
inline constexpr int firstSeries = 0;
inline constexpr int seriesCount = 8;
inline constexpr int firstStep = 8;
inline constexpr int stepCount = 7;
inline constexpr int neutralColour = 15;

/// What a colour means. By colouring: a level, a branch, a range.
struct ColourMeaning {
    enum class Kind { Level, Branch, OtherBranches, Root, Range, Unknown };
    Kind kind = Kind::Unknown;
    int colour = neutralColour;
    std::int64_t people = 0;
    int level = 0;
    std::uint32_t head = noParent; ///< whose branch
    std::optional<Amount> from; ///< a range of balances: [from, below)
    std::optional<Amount> below;
    int fromDays = 0; ///< a range of ages: [from, below)
    std::optional<int> belowDays;
};

struct PeopleColours {
    std::vector<std::uint8_t> colours; ///< by person, into the palette
    std::vector<ColourMeaning> legend; ///< every colour that occurs, and how many have it
};

/// Ranges are cut so that about as many people are in each, at round numbers. O(n); worker threads.
[[nodiscard]] PeopleColours colourPeople(const NetworkPeople &people, ColourBy by, UnixMs now);
/// Relative radii for the scene. O(n); worker threads.
[[nodiscard]] std::vector<float> sizePeople(const NetworkPeople &people, SizeBy by);

} // namespace majlis::viewmodels

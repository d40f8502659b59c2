// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <array>
#include <cstdint>
#include <unordered_map>

namespace majlis
{

/// A word that may have been mistyped. Distances are those of optimal string alignment: a letter too many, too few,
/// another letter, or two neighbours swapped count one each. Bit-parallel (Hyyrö, "A bit-vector algorithm for computing
/// Levenshtein and Damerau edit distances", 2003), one machine word for the pattern. Immutable; any thread.
class ApproximatePattern
{
public:
    static constexpr qsizetype longest = 64;

    /// The first `longest` letters of `pattern` count.
    explicit ApproximatePattern(QStringView pattern);

    /// How many mistakes a search for `letters` letters forgives: none below 4, one below 8, then two.
    [[nodiscard]] static int forgiven(qsizetype letters);
    /// The smallest distance between the pattern and any beginning of `text`; more than `most` when there is none
    /// within it.
    [[nodiscard]] int distanceToStart(QStringView text, int most) const;

private:
    [[nodiscard]] std::uint64_t placesOf(char16_t letter) const;

    int m_length = 0;
    std::array<std::uint64_t, 256> m_common{}; // where in the pattern a letter below U+0100 stands
    std::unordered_map<char16_t, std::uint64_t> m_rare;
};

} // namespace majlis

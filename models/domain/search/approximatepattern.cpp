// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/search/approximatepattern.h"

#include <algorithm>

namespace majlis
{

ApproximatePattern::ApproximatePattern(QStringView pattern)
    : m_length(static_cast<int>(std::min(pattern.size(), longest)))
{
    for (int at = 0; at < m_length; ++at) {
        const char16_t letter = pattern[at].unicode();
        (letter < m_common.size() ? m_common[letter] : m_rare[letter]) |= std::uint64_t{1} << at;
    }
}

int ApproximatePattern::forgiven(qsizetype letters)
{
    return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

std::uint64_t ApproximatePattern::placesOf(char16_t letter) const
{
    if (letter < m_common.size()) {
        return m_common[letter];
    }
    const auto found = m_rare.find(letter);
    return found == m_rare.end() ? 0 : found->second;
}

int ApproximatePattern::distanceToStart(QStringView text, int most) const
{
    if (m_length == 0) {
        return 0;
    }
    const std::uint64_t last = std::uint64_t{1} << (m_length - 1);
    std::uint64_t higher = ~std::uint64_t{0}; // the distance grows by one down the column here
    std::uint64_t lower = 0;
    std::uint64_t diagonal = 0;
    std::uint64_t before = 0;
    int distance = m_length;
    int best = distance;
    // A beginning longer than this is farther than `most` away by its length alone.
    const qsizetype end = std::min<qsizetype>(text.size(), m_length + most);
    for (qsizetype at = 0; at < end; ++at) {
        const std::uint64_t places = placesOf(text[at].unicode());
        const std::uint64_t swapped = ((~diagonal & places) << 1) & before;
        diagonal = ((((places & higher) + higher) ^ higher) | places | lower) | swapped;
        std::uint64_t up = lower | ~(diagonal | higher);
        std::uint64_t down = diagonal & higher;
        distance += (up & last) != 0 ? 1 : 0;
        distance -= (down & last) != 0 ? 1 : 0;
        best = std::min(best, distance);
        up = (up << 1) | 1; // the text's own beginning is fixed: leaving letters out of it costs
        down <<= 1;
        higher = down | ~(diagonal | up);
        lower = diagonal & up;
        before = places;
    }
    return best;
}

} // namespace majlis

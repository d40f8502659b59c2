// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/peoplecolours.h"

#include "models/domain/graph/branches.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;
using Kind = ColourMeaning::Kind;

namespace
{

constexpr double unknownValue = std::numeric_limits<double>::quiet_NaN();

std::vector<double> balances(const NetworkPeople &people)
{
    std::vector<double> values(people.count(), unknownValue);
    std::ranges::copy(people.snapshot().file().balancesLossy(), values.begin());
    for (const std::uint32_t i : people.liveIndices()) {
        const auto held = people.balance(i);
        values[i] = held ? held->toDoubleLossy() : unknownValue;
    }
    return values;
}

std::vector<double> agesInDays(const NetworkPeople &people, UnixMs now)
{
    using Days = std::chrono::duration<double, std::ratio<86400>>;
    std::vector<double> values(people.count(), unknownValue);
    for (std::uint32_t i = 0; i < people.count(); ++i) {
        if (const auto at = people.joinedAt(i)) {
            values[i] = std::max(0.0, Days(now - *at).count());
        }
    }
    return values;
}

/// The values at 1/7 … 6/7 of those that are known.
std::vector<double> quantiles(const std::vector<double> &values)
{
    constexpr std::size_t enough = 65536;
    std::vector<double> sample;
    const std::size_t stride = std::max<std::size_t>(1, values.size() / enough);
    for (std::size_t i = 0; i < values.size(); i += stride) {
        if (values[i] > 0) {
            sample.push_back(values[i]);
        }
    }
    std::ranges::sort(sample);
    std::vector<double> cuts;
    for (std::size_t k = 1; k < stepCount && !sample.empty(); ++k) {
        cuts.push_back(sample[sample.size() * k / stepCount]);
    }
    return cuts;
}

/// The largest of 1, 2, 5 × 10^n that is not above `value`, exactly; none below 10^-18.
std::optional<Amount> roundSum(double value)
{
    const int power = static_cast<int>(std::floor(std::log10(value)));
    const double lead = value / std::pow(10.0, power);
    const QString digit = lead >= 5 ? u"5"_s : lead >= 2 ? u"2"_s : u"1"_s;
    const auto sum = Amount::parse(
        power >= 0 ? QString(digit + QString(power, u'0')) : QString(u"0."_s + QString(-power - 1, u'0') + digit));
    return sum ? std::optional(*sum) : std::nullopt;
}

int roundDays(double days)
{
    constexpr std::array spans{1, 7, 30, 90, 182, 365};
    if (days >= spans.back()) {
        return static_cast<int>(days / 365) * 365;
    }
    int best = spans.front();
    for (const int span : spans) {
        best = span <= days ? span : best;
    }
    return best;
}

/// Colours every value by the range between `cuts` (rising) it is in, and counts.
std::vector<ColourMeaning> colourByRange(
    const std::vector<double> &values, const std::vector<double> &cuts, bool newestBright, PeopleColours &result)
{
    const std::size_t ranges = cuts.size() + 1;
    std::vector<ColourMeaning> meanings(ranges + 1);
    for (std::size_t i = 0; i < ranges; ++i) {
        const auto step = ranges == 1 ? stepCount - 1 : static_cast<int>(i * (stepCount - 1) / (ranges - 1));
        meanings[i].kind = Kind::Range;
        meanings[i].colour = firstStep + (newestBright ? stepCount - 1 - step : step);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool known = !std::isnan(values[i]);
        const auto range
            = known ? static_cast<std::size_t>(std::ranges::upper_bound(cuts, values[i]) - cuts.begin()) : ranges;
        result.colours[i] = static_cast<std::uint8_t>(meanings[range].colour);
        ++meanings[range].people;
    }
    return meanings;
}

void colourByBalance(const NetworkPeople &people, PeopleColours &result)
{
    const auto values = balances(people);
    std::vector<Amount> sums;
    for (const double cut : quantiles(values)) {
        const auto sum = roundSum(cut);
        if (sum && (sums.empty() || *sum > sums.back())) {
            sums.push_back(*sum);
        }
    }
    std::vector<double> cuts;
    std::ranges::transform(sums, std::back_inserter(cuts), &Amount::toDoubleLossy);
    result.legend = colourByRange(values, cuts, false, result);
    for (std::size_t i = 0; i <= sums.size(); ++i) {
        result.legend[i].from = i == 0 ? Amount() : sums[i - 1];
        if (i < sums.size()) {
            result.legend[i].below = sums[i];
        }
    }
}

void colourByAge(const NetworkPeople &people, UnixMs now, PeopleColours &result)
{
    const auto values = agesInDays(people, now);
    std::vector<int> days;
    for (const double cut : quantiles(values)) {
        if (const int span = roundDays(cut); days.empty() || span > days.back()) {
            days.push_back(span);
        }
    }
    result.legend = colourByRange(values, std::vector<double>(days.begin(), days.end()), true, result);
    for (std::size_t i = 0; i <= days.size(); ++i) {
        result.legend[i].fromDays = i == 0 ? 0 : days[i - 1];
        if (i < days.size()) {
            result.legend[i].belowDays = days[i];
        }
    }
}

void colourByDepth(const NetworkPeople &people, PeopleColours &result)
{
    const auto parents = people.parents();
    std::vector<std::uint8_t> depth(parents.size(), 0);
    for (std::size_t i = 0; i < parents.size(); ++i) {
        if (parents[i] != noParent) {
            depth[i] = static_cast<std::uint8_t>(std::min(depth[parents[i]] + 1, 255));
        }
        if (depth[i] >= result.legend.size()) {
            ColourMeaning meaning;
            meaning.kind = Kind::Level;
            meaning.level = depth[i];
            meaning.colour = firstSeries + depth[i] % seriesCount;
            result.legend.push_back(meaning);
        }
        result.colours[i] = static_cast<std::uint8_t>(firstSeries + depth[i] % seriesCount);
        ++result.legend[depth[i]].people;
    }
}

void colourByBranch(const NetworkPeople &people, PeopleColours &result)
{
    constexpr std::size_t named = seriesCount - 1; // the last colour is the roots'
    const auto parents = people.parents();
    const auto heads = branchHeads(parents);
    const auto below = descendantCounts(parents);
    std::vector<std::uint32_t> largest;
    for (std::uint32_t i = 0; i < heads.size(); ++i) {
        if (heads[i] == i) {
            largest.push_back(i);
        }
    }
    const std::size_t shown = std::min(named, largest.size());
    const auto larger = [&](std::uint32_t left, std::uint32_t right) {
        return below[left] != below[right] ? below[left] > below[right] : left < right;
    };
    std::partial_sort(largest.begin(), largest.begin() + static_cast<std::ptrdiff_t>(shown), largest.end(), larger);
    std::vector<std::uint8_t> colourOf(heads.size(), neutralColour);
    for (std::size_t k = 0; k < shown; ++k) {
        ColourMeaning meaning;
        meaning.kind = Kind::Branch;
        meaning.colour = firstSeries + static_cast<int>(k);
        meaning.head = largest[k];
        meaning.people = std::int64_t{below[largest[k]]} + 1;
        colourOf[largest[k]] = static_cast<std::uint8_t>(meaning.colour);
        result.legend.push_back(meaning);
    }
    ColourMeaning others;
    others.kind = Kind::OtherBranches;
    ColourMeaning roots;
    roots.kind = Kind::Root;
    roots.colour = firstSeries + seriesCount - 1;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const bool root = heads[i] == noParent;
        result.colours[i] = root ? static_cast<std::uint8_t>(roots.colour) : colourOf[heads[i]];
        roots.people += root ? 1 : 0;
        others.people += !root && result.colours[i] == neutralColour ? 1 : 0;
    }
    result.legend.push_back(others);
    result.legend.push_back(roots);
}

} // namespace

PeopleColours colourPeople(const NetworkPeople &people, ColourBy by, UnixMs now)
{
    PeopleColours result;
    result.colours.assign(people.count(), neutralColour);
    if (people.count() == 0) {
        return result;
    }
    switch (by) {
    case ColourBy::Depth:
        colourByDepth(people, result);
        break;
    case ColourBy::Branch:
        colourByBranch(people, result);
        break;
    case ColourBy::Balance:
        colourByBalance(people, result);
        break;
    case ColourBy::Age:
        colourByAge(people, now, result);
        break;
    }
    std::erase_if(result.legend, [](const ColourMeaning &meaning) { return meaning.people == 0; });
    return result;
}

std::vector<float> sizePeople(const NetworkPeople &people, SizeBy by)
{
    std::vector<float> sizes(people.count(), 1.0F);
    if (by == SizeBy::Balance) {
        const auto data = people.sceneData();
        std::ranges::copy(data.size, sizes.begin());
        for (const std::uint32_t i : people.liveIndices()) {
            sizes[i] = people.size(i);
        }
    } else if (by == SizeBy::Descendants) {
        constexpr float least = 0.6F;
        constexpr float perDigit = 0.45F;
        const auto below = descendantCounts(people.parents());
        for (std::size_t i = 0; i < below.size(); ++i) {
            sizes[i] = least + perDigit * std::log10(1.0F + static_cast<float>(below[i]));
        }
    }
    return sizes;
}

} // namespace majlis::viewmodels

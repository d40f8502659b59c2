// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/strength.h"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace majlis
{

namespace
{

constexpr std::int64_t tenToSeventh = 10'000'000;
constexpr double scoreCap = 10'000;

// 0.7^depth × 10^7, an integer for depth 0..7.
constexpr std::int64_t scaledFactor(int depth)
{
    std::int64_t factor = tenToSeventh;
    for (int level = 0; level < depth; ++level)
        factor = factor / 10 * 7;
    return factor;
}

// log1p keeps its precision where x + 1 would swallow a small x.
double log10OfOnePlus(double value)
{
    return std::log1p(value) / std::numbers::ln10;
}

} // namespace

Result<void> WeightedBalance::add(int depth, const Amount &balance)
{
    if (depth < 0 || balance.isNegative())
        return fail(ErrorCode::InvalidArgument, u"a balance or depth below zero"_s);
    if (depth == 0 || depth > countedLevels)
        return {};
    Amount &sum = m_sums[static_cast<std::size_t>(depth)];
    const Result<Amount> next = sum.plus(balance);
    if (!next)
        return std::unexpected(next.error());
    sum = *next;
    return {};
}

Result<Amount> WeightedBalance::value() const
{
    // W × 10^7 is a sum of integer multiples, so the only rounding is the last.
    Amount scaled;
    for (int depth = 1; depth <= countedLevels; ++depth) {
        const auto term = m_sums[static_cast<std::size_t>(depth)].timesRatio(scaledFactor(depth), 1, Rounding::Down);
        if (!term)
            return std::unexpected(term.error());
        const auto sum = scaled.plus(*term);
        if (!sum)
            return std::unexpected(sum.error());
        scaled = *sum;
    }
    return scaled.timesRatio(1, tenToSeventh, Rounding::Down);
}

Result<Amount> WeightedBalance::factor(int depth)
{
    if (depth < 0 || depth > countedLevels)
        return fail(ErrorCode::InvalidArgument, u"a depth outside 0..7"_s);
    return Amount::fromInteger(scaledFactor(depth)).timesRatio(1, tenToSeventh, Rounding::Down);
}

Result<StrengthTerms> StrengthTerms::of(std::int64_t descendants, const Amount &weightedBalance, int maxDepth)
{
    if (descendants < 0 || weightedBalance.isNegative() || maxDepth < 0 || maxDepth > countedLevels)
        return fail(ErrorCode::InvalidArgument, u"outside the domain of network strength"_s);
    StrengthTerms terms;
    terms.descendantScore = 100 * log10OfOnePlus(static_cast<double>(descendants));
    terms.balanceScore = 50 * log10OfOnePlus(weightedBalance.toDoubleLossy());
    terms.depthScore = 10.0 * maxDepth;
    terms.score = std::min(terms.descendantScore + terms.balanceScore + terms.depthScore, scoreCap);
    return terms;
}

QString StrengthTerms::shown(double score)
{
    return QString::number(score, 'f', 2);
}

} // namespace majlis

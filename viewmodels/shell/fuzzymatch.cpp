// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/fuzzymatch.h"

#include <QString>

#include <algorithm>

namespace majlis::viewmodels
{

namespace
{

constexpr int wordStart = 10;
constexpr int run = 8;
constexpr int hit = 1;

/// The letter without accent and case, so that "e" finds "É".
QChar fold(QChar letter)
{
    const QString parts = letter.decomposition();
    return (parts.isEmpty() ? letter : parts.front()).toCaseFolded();
}

bool isWordStart(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber() || (text[at].isUpper() && text[at - 1].isLower());
}

/// Greedy from `from`: the first places where the letters occur in order.
std::optional<FuzzyMatch> matchFrom(QStringView pattern, QStringView text, qsizetype from)
{
    FuzzyMatch match;
    qsizetype at = from;
    for (const QChar wanted : pattern) {
        if (wanted.isSpace()) {
            continue;
        }
        const QChar folded = fold(wanted);
        while (at < text.size() && fold(text[at]) != folded) {
            ++at;
        }
        if (at == text.size()) {
            return std::nullopt;
        }
        match.score += hit;
        if (isWordStart(text, at)) {
            match.score += wordStart;
        }
        if (!match.positions.isEmpty() && match.positions.back() == at - 1) {
            match.score += run;
        }
        match.positions.push_back(static_cast<int>(at));
        ++at;
    }
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    std::optional<FuzzyMatch> best;
    for (qsizetype from = 0; from == 0 || from < text.size(); ++from) {
        if (from > 0 && !isWordStart(text, from)) {
            continue;
        }
        const auto match = matchFrom(pattern, text, from);
        if (!match) {
            break; // a later start cannot find more
        }
        if (!best || match->score > best->score) {
            best = match;
        }
    }
    if (best && !best->positions.isEmpty()) {
        best->score -= std::min(best->positions.front(), 5);
    }
    return best;
}

} // namespace majlis::viewmodels

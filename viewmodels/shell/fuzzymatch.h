// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace majlis::viewmodels
{

/// How well a text matches what is typed.
struct FuzzyMatch {
    QList<int> positions; ///< of the letters found, in the text
    int score = 0; ///< greater is better; only comparable within one pattern
};

/// The letters of `pattern` in order, spaces left out; case and accents do not count. Word starts and unbroken runs
/// score higher, letters skipped before the first hit lower. No value when a letter is missing; an empty pattern
/// matches everything with score 0.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

} // namespace majlis::viewmodels

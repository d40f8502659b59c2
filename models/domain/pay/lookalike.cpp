// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/pay/lookalike.h"

#include <algorithm>

namespace majlis
{

namespace
{

constexpr qsizetype bothEnds = 3;
constexpr qsizetype oneEnd = 5;

/// What people compare: without the prefix that all have, and without the case that few notice.
QString visible(const Address &address)
{
    const QString text = address.text();
    return (address.isEvm() ? text.sliced(2) : text).toLower();
}

bool looksLike(const QString &one, const QString &other)
{
    const bool ends = one.first(bothEnds) == other.first(bothEnds) && one.last(bothEnds) == other.last(bothEnds);
    return ends || one.first(oneEnd) == other.first(oneEnd) || one.last(oneEnd) == other.last(oneEnd);
}

} // namespace

std::optional<Address> lookalikeOf(const Address &candidate, std::span<const Address> known)
{
    if (std::ranges::find(known, candidate) != known.end()) {
        return std::nullopt;
    }
    const QString text = visible(candidate);
    const auto found = std::ranges::find_if(known, [&](const Address &address) {
        return address.family() == candidate.family() && looksLike(text, visible(address));
    });
    return found == known.end() ? std::nullopt : std::optional(*found);
}

} // namespace majlis

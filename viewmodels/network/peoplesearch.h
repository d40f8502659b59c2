// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/network/networkpeople.h"

#include <atomic>
#include <cstdint>
#include <vector>

namespace majlis::viewmodels
{

/// Who was found, best first, and how many there are in all.
struct PeopleFound {
    std::vector<std::uint32_t> people;
    std::size_t total = 0;
};

/// People whose name contains `query`, or whose address begins or ends with it, in the order of PeopleQuery::Rank.
/// Names that were mistyped follow when hardly anybody is found to the letter. Any thread: some ten milliseconds
/// for a million people. Ends early, with what it has, once `newest` is no longer `generation`.
[[nodiscard]] PeopleFound searchPeople(const NetworkPeople &people, const QString &query, std::size_t limit,
    const std::atomic<unsigned> &newest, unsigned generation);

} // namespace majlis::viewmodels

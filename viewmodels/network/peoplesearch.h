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

/// People whose name or address contains `query` (case does not count; spaces in addresses neither): names that are or
/// begin with it come first, then addresses that begin with it, then the rest. Walks everybody; any thread. Ends early,
/// with what it has, once `newest` is no longer `generation`.
[[nodiscard]] PeopleFound searchPeople(const NetworkPeople &people, const QString &query, std::size_t limit,
    const std::atomic<unsigned> &newest, unsigned generation);

} // namespace majlis::viewmodels

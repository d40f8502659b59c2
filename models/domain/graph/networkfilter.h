// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/amount.h"
#include "models/domain/graph/networkfile.h"
#include "models/domain/strength.h"
#include "models/domain/time.h"

#include <cstdint>
#include <optional>
#include <span>

namespace majlis
{

/// What filters ask of one person. What is not known passes no filter that asks for it.
struct PersonFacts {
    int depth = 0;
    std::uint8_t chain = 0; ///< networkflags::chainSolana…; 0: unknown
    bool verified = false;
    std::optional<Amount> balance = {};
    std::optional<UnixMs> joinedAt = {};
};

/// Whom to light in a network. A value; everything that is set must hold.
struct NetworkFilter {
    int depth = countedLevels; ///< the deepest level that is lit, 1..7; 7: all, also where a network goes deeper
    std::optional<std::uint8_t> chain = {}; ///< networkflags::chainSolana…
    std::optional<bool> verified = {};
    std::optional<Amount> leastBalance = {}; ///< both ends belong to the range
    std::optional<Amount> mostBalance = {};
    std::optional<UnixMs> joinedFrom = {}; ///< [from, until)
    std::optional<UnixMs> joinedUntil = {};

    [[nodiscard]] bool isEmpty() const { return *this == NetworkFilter{}; }
    [[nodiscard]] bool lights(const PersonFacts &person) const;

    friend bool operator==(const NetworkFilter &, const NetworkFilter &) = default;
};

/// Sets `faded[i]` to 1 for everyone of the file whom the filter does not light, and leaves the others as they are.
/// Balances are compared exactly where the file has them exactly, as nearest doubles where it has only those.
/// Levels are counted from `topDepth`. O(n), no allocation in proportion to n; for a worker thread. Precondition:
/// faded.size() >= file.nodeCount().
void fadeByFilter(
    const NetworkFile &file, const NetworkFilter &filter, std::span<std::uint8_t> faded, int topDepth = 0);

/// The same for everyone who joined after `until`: the time-lapse. Of whom it is not known when was there always.
void fadeJoinedAfter(const NetworkFile &file, UnixMs until, std::span<std::uint8_t> faded);

} // namespace majlis

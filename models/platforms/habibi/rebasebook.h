// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/habibi/types.h"

#include <cstddef>
#include <vector>

namespace majlis::habibi
{

/// The rebase rule of habibi.feeds.md part 0 for one chain: epochs have no gaps; a gap is filled from the history.
/// A value.
class RebaseBook
{
public:
    static constexpr std::size_t capacity = 100;

    enum class Outcome {
        Added,
        Known, ///< held already: a duplicate
        Gap, ///< added, but epochs between it and those held are missing: ask for the history
    };

    /// Newest first.
    [[nodiscard]] const std::vector<wire::habibi::RebaseEvent> &events() const { return m_events; }
    Outcome apply(const wire::habibi::RebaseEvent &event);
    /// What `rebaseHistory` gave: fills gaps, keeps what is newer.
    void merge(const std::vector<wire::habibi::RebaseEvent> &history);
    [[nodiscard]] bool hasGap() const;
    void clear() { m_events.clear(); }

private:
    std::vector<wire::habibi::RebaseEvent> m_events;
};

} // namespace majlis::habibi

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace majlis::net
{

/// Follows one stream's sequence numbers. Pure.
class SequenceTracker
{
public:
    enum class Verdict {
        Next, ///< in order, or the first
        Repeated, ///< the same or an older one: drop it
        Gap, ///< something is missing before it; last() stays until accept()
        Absurd, ///< further ahead than any gap can be: a broken message, not a gap
    };
    /// A jump beyond this is Absurd; it would make every later message look old.
    static constexpr std::uint64_t maxJump = 1'000'000;

    [[nodiscard]] Verdict see(std::uint64_t seq);
    /// Continue from `seq` although something is missing (values where only the newest counts; snapshots).
    void accept(std::uint64_t seq) { m_last = seq; }
    /// The server says where it is when it confirms a subscription; true when that is behind what we saw, which means
    /// that it began anew: the tracker then continues from there.
    bool serverIsAt(std::uint64_t seq);
    void restart() { m_last.reset(); }

    /// What to resume after (`since`).
    [[nodiscard]] std::optional<std::uint64_t> last() const { return m_last; }

private:
    std::optional<std::uint64_t> m_last;
};

} // namespace majlis::net

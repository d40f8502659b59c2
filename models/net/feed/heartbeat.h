// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace majlis::net
{

/// When to ping, and when to take the other side for dead. Two ways: we ping every `interval` and give the answer
/// `patience` (ours); or the server pings and silence for interval + patience is death (theirs). Pure.
class Heartbeat
{
public:
    using Milliseconds = std::chrono::milliseconds;
    enum class Who { Ours, Theirs };
    enum class Action { None, Ping, Dead };

    Heartbeat(Who who, Milliseconds interval, Milliseconds patience);

    void started(Milliseconds now);
    /// `Theirs`: the server's ping came. `Ours`: our ping was answered.
    void alive(Milliseconds now);
    /// What to do now. Ping is returned once per ping; the caller sends it.
    [[nodiscard]] Action check(Milliseconds now);
    /// The instant at which check() may next say something other than None.
    [[nodiscard]] Milliseconds deadline() const;
    /// Between the last ping and its answer; empty before the first.
    [[nodiscard]] std::optional<Milliseconds> roundTrip() const { return m_roundTrip; }

private:
    Who m_who;
    Milliseconds m_interval;
    Milliseconds m_patience;
    Milliseconds m_last{0};
    std::optional<Milliseconds> m_pingSent;
    std::optional<Milliseconds> m_roundTrip;
};

} // namespace majlis::net

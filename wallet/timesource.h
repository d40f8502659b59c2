// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace majlis::wallet
{

/// The wallet's two clocks, injected so that tests own the time. Any thread.
class TimeSource
{
public:
    virtual ~TimeSource() = default;
    /// Milliseconds since 1970 in UTC. May jump, also backwards.
    [[nodiscard]] virtual std::chrono::milliseconds wall() const = 0;
    /// Never goes back; may stand still while the computer sleeps.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemTimeSource final : public TimeSource
{
public:
    [[nodiscard]] std::chrono::milliseconds wall() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
};

} // namespace majlis::wallet

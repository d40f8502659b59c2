// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QStringView>

#include <chrono>
#include <compare>
#include <cstdint>

namespace majlis
{

/// An instant in UTC, in milliseconds since 1970-01-01 (CONVENTIONS rule 2).
struct UnixMs {
    std::int64_t value = 0;

    friend auto operator<=>(UnixMs, UnixMs) = default;
    friend UnixMs operator+(UnixMs at, std::chrono::milliseconds span) { return {at.value + span.count()}; }
    friend UnixMs operator-(UnixMs at, std::chrono::milliseconds span) { return {at.value - span.count()}; }
    friend std::chrono::milliseconds operator-(UnixMs later, UnixMs earlier)
    {
        return std::chrono::milliseconds(later.value - earlier.value);
    }

    /// Strict RFC 3339 in UTC with a `Z` and 0 to 9 fractional digits, cut to milliseconds.
    [[nodiscard]] static Result<UnixMs> fromRfc3339(QStringView text);
    /// `2026-11-20T15:04:05.000Z`.
    [[nodiscard]] QString toRfc3339() const;
};

/// The two clocks of the program. Wall time is for showing and may jump; monotonic time is for spans.
/// Both may be called from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UnixMs now() const = 0;
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] UnixMs now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
};

} // namespace majlis

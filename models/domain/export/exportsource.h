// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/amount.h"
#include "models/domain/time.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace majlis
{

/// One person of a network that is written to a file. Unknown values are left out of every format, never zero.
struct ExportPerson {
    QString id; ///< unique in the network; the address, a pseudonym, or a number
    QString name; ///< untrusted plain text; empty: none
    QString address; ///< canonical; empty: unknown or left out
    QString chain; ///< empty: unknown
    int depth = 0;
    std::optional<std::uint32_t> parent; ///< none: a root
    std::optional<bool> verified;
    std::optional<UnixMs> joinedAt;
    std::optional<Amount> balance;
    std::optional<std::int64_t> directReferrals;
    std::optional<std::int64_t> totalDescendants;
};

/// How somebody looks in a picture.
struct ExportLook {
    std::array<float, 3> position{}; ///< of the layout; y upwards
    std::array<std::uint8_t, 3> color{}; ///< sRGB
    float radius = 1; ///< in the unit of the positions
};

/// A network as it is exported: people 0 … count()-1, parents before their children. Read on the exporting thread.
class ExportSource
{
public:
    virtual ~ExportSource() = default;
    [[nodiscard]] virtual std::uint32_t count() const = 0;
    /// Precondition: index < count().
    [[nodiscard]] virtual ExportPerson person(std::uint32_t index) const = 0;
    [[nodiscard]] virtual ExportLook look(std::uint32_t index) const = 0;
};

} // namespace majlis

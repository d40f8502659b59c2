// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace majlis
{

/// Who referred the user; none: nobody. Users are numbers of the caller's choice.
using ReferrerOf = std::function<std::optional<std::uint32_t>(std::uint32_t)>;

/// The depth that `referee` gets in its forest when it registers under `referrer`, the owner of the code it used:
/// the referrer's + 1, roots are 0, no limit (domain.md 1.4). NotEligible with reason, checked in this order,
/// `self_referral`, `already_referred`, `referral_cycle`. `referrerOf` must describe a forest of fewer than 2^32 users;
/// a walk that does not end within that is a cycle too.
[[nodiscard]] Result<std::uint32_t> depthAfterRegistration(
    std::uint32_t referee, std::uint32_t referrer, const ReferrerOf &referrerOf);

} // namespace majlis

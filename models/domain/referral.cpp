// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/referral.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace majlis
{

namespace
{

std::unexpected<Error> notEligible(const QString &reason)
{
    auto error = fail(ErrorCode::NotEligible, reason);
    error.error().reason = reason;
    return error;
}

} // namespace

Result<std::uint32_t> depthAfterRegistration(
    std::uint32_t referee, std::uint32_t referrer, const ReferrerOf &referrerOf)
{
    if (referee == referrer)
        return notEligible(u"self_referral"_s);
    if (referrerOf(referee))
        return notEligible(u"already_referred"_s);
    std::uint32_t depth = 0;
    for (std::optional<std::uint32_t> user = referrer; user; user = referrerOf(*user)) {
        if (*user == referee || depth == std::numeric_limits<std::uint32_t>::max())
            return notEligible(u"referral_cycle"_s);
        ++depth;
    }
    return depth;
}

} // namespace majlis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/habibi/known.h"
#include "viewmodels/common/asyncstate.h"
#include "viewmodels/format/failures.h"
#include "viewmodels/format/times.h"

#include <chrono>

namespace majlis::viewmodels
{

/// Beyond this age figures that no feed keeps up to date are stale (the service asks every 30 s).
inline constexpr std::chrono::milliseconds staleAfter = std::chrono::minutes(2);

/// Shows what a service knows as state. `live`: a feed keeps it up to date.
template <class T>
void showKnown(AsyncState &state, const habibi::Known<T> &known, UnixMs now, bool live,
    std::chrono::milliseconds limit = staleAfter)
{
    Freshness freshness;
    if (known.value) {
        freshness = format::freshness(known.freshness.asOf, now, limit, live && !known.freshness.stale);
        freshness.stale = freshness.stale || known.freshness.stale;
    }
    state.setFreshness(freshness);
    if (known.loading) {
        state.setLoading();
    } else if (known.error) {
        state.setFailed(format::describe(*known.error));
    } else if (known.value) {
        state.setReady();
    } else {
        state.reset();
    }
}

} // namespace majlis::viewmodels

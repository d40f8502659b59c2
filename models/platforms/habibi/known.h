// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/httprequest.h"

#include <optional>
#include <utility>

namespace majlis::habibi
{

/// One part of what a service knows: the last value, how old it is, and how the newest attempt to get it went. The
/// value outlives failures: it is shown with its age until a newer one comes.
template <class T>
struct Known {
    std::optional<T> value;
    net::Freshness freshness; ///< of the value; meaningless without one
    std::optional<Error> error; ///< of the newest attempt; none after a success
    bool loading = false;

    void succeed(T newValue, net::Freshness newFreshness)
    {
        value = std::move(newValue);
        freshness = newFreshness;
        error.reset();
        loading = false;
    }
    void fail(Error newError)
    {
        error = std::move(newError);
        freshness.stale = true;
        loading = false;
    }
};

} // namespace majlis::habibi

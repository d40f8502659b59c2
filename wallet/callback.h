// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"

#include <functional>

namespace majlis::wallet
{

/// Takes the outcome of an asynchronous call: called once, on the thread of the call's context object, from its event
/// loop (never from inside the call), and not at all when the context has gone.
template <class T>
using Done = std::move_only_function<void(Result<T>)>;

} // namespace majlis::wallet

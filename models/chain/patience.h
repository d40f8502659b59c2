// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/canceltoken.h"

#include <QCoroTask>

#include <chrono>

namespace majlis::chain
{

/// Another try may find the node well again: the error is of the way or of the node, not of what was asked.
[[nodiscard]] bool mayPass(const Error &error);

/// Lets `span` go by without blocking; ends early when `cancel` is cancelled. GUI thread.
[[nodiscard]] QCoro::Task<> pause(std::chrono::milliseconds span, net::CancelToken cancel);

} // namespace majlis::chain

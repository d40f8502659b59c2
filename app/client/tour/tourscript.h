// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <functional>
#include <vector>

namespace majlis::client
{

struct AppServices;

/// One stop of the tour.
struct TourStep {
    QString name; ///< of the picture; empty: none is taken
    std::function<void()> act;
    std::function<bool()> ready; ///< polled until it holds
    std::chrono::milliseconds patience = std::chrono::seconds(20);
};

/// Every page and state that can be reached, in an order in which one leads to the next. `services` outlives the steps.
[[nodiscard]] std::vector<TourStep> tourScript(AppServices &services);

} // namespace majlis::client

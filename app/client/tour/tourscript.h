// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <functional>
#include <memory>
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

/// The stops, and what their functions refer to.
struct TourScript {
    std::shared_ptr<const void> context;
    std::vector<TourStep> steps;
};

/// Every page and state that can be reached, in an order in which one leads to the next. `services` outlives the steps.
[[nodiscard]] TourScript tourScript(AppServices &services);

} // namespace majlis::client

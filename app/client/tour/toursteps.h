// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/appservices.h"
#include "app/client/tour/tourscript.h"

#include <functional>
#include <utility>
#include <vector>

namespace majlis::client
{

inline constexpr auto tourPassphrase = u"four unrelated tour words";

/// What the parts of the tour's script are written with. `services` outlives it, and it outlives the steps it gave.
class TourSteps
{
public:
    explicit TourSteps(AppServices &services)
        : m_services(services)
        , m_root(services.root)
    {
    }

    [[nodiscard]] std::vector<TourStep> take() { return std::move(m_steps); }
    void add(std::vector<TourStep> steps)
    {
        for (TourStep &step : steps) {
            m_steps.push_back(std::move(step));
        }
    }

protected:
    void step(const QString &name, std::function<void()> act, std::function<bool()> ready,
        std::chrono::milliseconds patience = std::chrono::seconds(20))
    {
        m_steps.push_back({name, std::move(act), std::move(ready), patience});
    }
    void open(const QString &name, viewmodels::page::Id target, std::function<bool()> ready)
    {
        step(
            name, [this, target] { m_root.shell()->open(target); },
            [this, target, ready = std::move(ready)] { return m_root.shell()->page() == target && ready(); },
            std::chrono::seconds(60));
    }

    AppServices &m_services;
    viewmodels::RootViewModel &m_root;

private:
    std::vector<TourStep> m_steps;
};

} // namespace majlis::client

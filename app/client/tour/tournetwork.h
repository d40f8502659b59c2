// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/tour/toursteps.h"

namespace majlis::client
{

/// The network page: search, selection, filters, colourings, growth and branches. Begins and ends signed in.
class NetworkTour : public TourSteps
{
public:
    using TourSteps::TourSteps;

    void pages();

private:
    void people();
    void filters();
    void colours();
    void growth();
    void branches();

    [[nodiscard]] viewmodels::NetworkViewModel &network() { return *m_root.network(); }
    [[nodiscard]] int largestBranch(int place) const; ///< of level 1; 0: the largest
};

} // namespace majlis::client

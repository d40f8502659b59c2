// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/tour/toursteps.h"

namespace majlis::client
{

/// The pages of the wallet, with what they refuse. Begins and ends signed in, at any page.
class WalletTour : public TourSteps
{
public:
    using TourSteps::TourSteps;

    void pages();

private:
    void keys();
    void sending();
    void signing();
    void askUnknownContract();
    void addressBook();
    void backup();
    void security();
};

} // namespace majlis::client

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/tour/tournode.h"
#include "app/client/tour/toursteps.h"

#include <memory>

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
    void writing();
    void payments();
    void signing();
    void askUnknownContract();
    void addressBook();
    void backup();
    void security();

    std::shared_ptr<TourNode> m_node = std::make_shared<TourNode>(); ///< shared with the steps, which outlive this
};

} // namespace majlis::client

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/pay/paymentgateway.h"
#include "models/domain/result.h"
#include "models/store/paymentstore.h"
#include "viewmodels/common/values.h"

#include <QString>

namespace majlis::viewmodels
{

/// What stops a payment, in the words of somebody who pays. What is not of payments is said as anywhere else, but of
/// the node rather than of a platform.
[[nodiscard]] UserError describePayment(const Error &error);
/// "On its way", "Never sent: another transaction took its place".
[[nodiscard]] QString stateText(store::StoredPayment::State state);
/// "12.5 MJG". Exact.
[[nodiscard]] QString amountText(const wallet::Uint256 &units, unsigned decimals, const QString &symbol);
/// "USDC of ZMART".
[[nodiscard]] QString assetName(const chain::PaymentAsset &asset);

} // namespace majlis::viewmodels

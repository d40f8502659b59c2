// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/evm/evmapprovals.h"
#include "viewmodels/security/approvalsmodel.h"

namespace majlis::viewmodels
{

/// The same approval has the same one in every list.
[[nodiscard]] QString approvalId(wallet::ChainId chain, const chain::EvmApproval &approval);

/// How many there are, and what is not known: "2 approvals since 3 Nov 2025; older ones are unknown".
[[nodiscard]] QString approvalsText(const chain::EvmApprovalList &list);

/// An approval as it is shown; tokens by the wallet's own list first, then by what they say of themselves.
[[nodiscard]] ApprovalRow approvalRow(
    wallet::ChainId chain, const QString &chainName, const chain::EvmApproval &approval, UnixMs now);

} // namespace majlis::viewmodels

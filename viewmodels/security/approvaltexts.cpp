// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/security/approvaltexts.h"

#include "viewmodels/format/times.h"
#include "viewmodels/security/approvalsviewmodel.h"
#include "wallet/review/knowncontracts.h"

#include <algorithm>

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;
using Kind = chain::EvmApproval::Kind;

namespace
{

QString nameOfSpender(wallet::ChainId chain, const Address &spender)
{
    for (std::uint8_t i = 0; i < wallet::platformCount; ++i) {
        if (const auto *known = wallet::knownContract(static_cast<wallet::Platform>(i), chain, spender)) {
            return known->name;
        }
    }
    return {};
}

} // namespace

QString approvalId(wallet::ChainId chain, const chain::EvmApproval &approval)
{
    return u"%1|%2|%3|%4|%5"_s.arg(chain)
        .arg(static_cast<int>(approval.kind))
        .arg(approval.contract.text(), approval.spender.text(), approval.item.toDecimal());
}

QString approvalsText(const chain::EvmApprovalList &list)
{
    const QString count = list.approvals.empty() ? ApprovalsViewModel::tr("No approvals")
        : list.approvals.size() == 1             ? ApprovalsViewModel::tr("One approval")
                                                 : ApprovalsViewModel::tr("%1 approvals").arg(list.approvals.size());
    if (list.isCut) {
        return ApprovalsViewModel::tr("%1; there are more than are asked about").arg(count);
    }
    if (!list.fromBlock) {
        return ApprovalsViewModel::tr("%1 of the platforms' own contracts; the node does not tell about others")
            .arg(count);
    }
    if (*list.fromBlock == 0) {
        return ApprovalsViewModel::tr("%1; that is all there is").arg(count);
    }
    return list.since ? ApprovalsViewModel::tr("%1 since %2; older ones are unknown", "number of approvals, a date")
                            .arg(count, format::date(*list.since))
                      : ApprovalsViewModel::tr("%1; older ones are unknown").arg(count);
}

ApprovalRow approvalRow(wallet::ChainId chain, const QString &chainName, const chain::EvmApproval &approval, UnixMs now)
{
    ApprovalRow row;
    row.id = approvalId(chain, approval);
    row.chain = chainName;
    row.contract = approval.contract.text();
    row.spender = approval.spender.text();
    row.spenderName = nameOfSpender(chain, approval.spender);
    row.age = approval.givenAt
        ? ApprovalsViewModel::tr("Given %1", "age, such as: 4 min ago").arg(format::age(*approval.givenAt, now))
        : ApprovalsViewModel::tr("Age unknown");
    row.isUnlimited = approval.isUnlimited;
    if (approval.kind == Kind::Item) {
        row.what = ApprovalsViewModel::tr("Item %1 of a collection", "number of an NFT").arg(approval.item.toDecimal());
        return row;
    }
    if (approval.kind == Kind::Collection) {
        row.what = ApprovalsViewModel::tr("Everything of a collection");
        row.amount = ApprovalsViewModel::tr("Unlimited");
        return row;
    }
    const wallet::EvmToken *known = wallet::knownToken(chain, approval.contract);
    const QString symbol = known != nullptr ? known->symbol : approval.token ? approval.token->symbol : QString();
    row.what = symbol.isEmpty() ? ApprovalsViewModel::tr("An unknown token") : symbol;
    if (approval.isUnlimited) {
        row.amount = ApprovalsViewModel::tr("Unlimited");
    } else if (!approval.amount) {
        row.amount = ApprovalsViewModel::tr("Unknown amount");
    } else if (symbol.isEmpty()) {
        row.amount = ApprovalsViewModel::tr("%1 base units").arg(approval.amount->toDecimal());
    } else {
        const unsigned decimals = known != nullptr ? known->decimals : approval.token->decimals;
        row.amount = ApprovalsViewModel::tr("%1 %2", "amount, token")
                         .arg(approval.amount->toUnits(std::min(decimals, 77U)), symbol);
    }
    return row;
}

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/evm/evmapprovals.h"
#include "models/chain/evm/evmrpc.h"

#include <QJsonValue>

#include <map>

namespace majlis::chain
{

/// An approval that the logs tell of; whether it still holds is the contract's to say. Inside models/chain/evm only.
struct LoggedApproval {
    EvmApproval::Kind kind = EvmApproval::Kind::Token;
    wallet::Address contract;
    wallet::Address spender;
    wallet::Uint256 item;
    std::uint64_t block = 0; ///< 0: not out of the logs
    bool isOver = false; ///< the newest log takes it back
};

struct ApprovalLogs {
    std::vector<LoggedApproval> approvals; ///< newest first, each once; none that is over
    std::optional<std::uint64_t> fromBlock; ///< none: the node gives no logs
    bool isCut = false;
};

/// Reads an answer of eth_getLogs. Logs that are not of `owner`, or not of the three events, are left out; what is no
/// log at all is Malformed. In the order of the answer.
[[nodiscard]] Result<std::vector<LoggedApproval>> readApprovalLogs(const QJsonValue &result, const Address &owner);

/// The newest of each, those that are over left out. `logs` is in the order of the chain.
[[nodiscard]] std::vector<LoggedApproval> newestApprovals(std::vector<LoggedApproval> logs);

/// From `head` back to the first block, in one request where the node allows it, otherwise in pieces as large as it
/// takes, at most `mostRequests`. An error only when the node could not be reached.
[[nodiscard]] QCoro::Task<Result<ApprovalLogs>> approvalLogs(
    EvmRpc *rpc, Address owner, std::uint64_t head, net::CancelToken cancel);

} // namespace majlis::chain

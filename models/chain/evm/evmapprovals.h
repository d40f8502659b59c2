// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/evm/evmclient.h"
#include "models/domain/address.h"
#include "models/domain/time.h"
#include "models/net/httpclient.h"
#include "wallet/intent.h"

#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace majlis::chain
{

/// Something that somebody may take of an account, on one chain.
struct EvmApproval {
    using Kind = wallet::EvmRevokeIntent::Kind;
    Kind kind = Kind::Token;
    wallet::Address contract; ///< of the token or the collection
    wallet::Address spender;
    wallet::Uint256 item; ///< kind Item: which NFT
    std::optional<wallet::Uint256> amount; ///< kind Token: base units now; none: the contract does not say
    bool isUnlimited = false; ///< 2^128 or more of a token (as the review judges it), or a whole collection
    std::optional<EvmTokenText> token; ///< kind Token: the contract's own words; none: it has none
    std::optional<UnixMs> givenAt; ///< last; none: not found in the blocks that were read
};

struct EvmApprovalList {
    wallet::ChainId chainId = 0;
    std::vector<EvmApproval> approvals; ///< unlimited ones first, then the newest first
    /// How far back the chain's logs were read; from the first block on: everything is known. None: the node gives no
    /// logs, and only the platforms' own contracts and tokens were asked about.
    std::optional<std::uint64_t> fromBlock;
    std::optional<UnixMs> since; ///< of fromBlock, when it is not the first one
    bool isCut = false; ///< there were more than are asked about
};

/// The approvals of an account on the chain of one node, and taking them back. GUI thread, never blocks; it must
/// outlive its calls. Errors are EvmClient's.
class ApprovalSource
{
public:
    ApprovalSource() = default;
    ApprovalSource(const ApprovalSource &) = delete;
    ApprovalSource &operator=(const ApprovalSource &) = delete;
    virtual ~ApprovalSource() = default;

    /// What is allowed now: each approval that the logs tell of is asked about at its contract. Bounded: some dozen
    /// requests for logs, then at most two for each of 100 approvals.
    [[nodiscard]] virtual QCoro::Task<Result<EvmApprovalList>> find(Address owner, net::CancelToken cancel) = 0;
    /// Asks for what ages (nonce, fees, gas): call it when the user wants to see what is signed.
    [[nodiscard]] virtual QCoro::Task<Result<wallet::Intent>> prepareRevoke(
        Address owner, EvmApproval approval, net::CancelToken cancel)
        = 0;
    /// Hands it to the node and waits until it is on the chain. False: it is there and did nothing, or another
    /// transaction took its place. An error says nothing about the transaction; calling again is harmless.
    [[nodiscard]] virtual QCoro::Task<Result<bool>> carryOut(wallet::SignedIntent done, net::CancelToken cancel) = 0;
};

/// `node` has passed net::HttpClient::validateBase(); the services must outlive the source.
[[nodiscard]] std::unique_ptr<ApprovalSource> makeApprovalSource(const QUrl &node, net::HttpClient::Services services);

} // namespace majlis::chain

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/evm/evmclient.h"
#include "models/chain/pay/paymentgateway.h"

namespace majlis::chain
{

/// The own coin of the chain that the node says it is of. On rollups their data fee comes on top of what is quoted.
class EvmPayments final : public PaymentGateway
{
public:
    EvmPayments(const QUrl &node, net::HttpClient::Services services);

    [[nodiscard]] unsigned decimals() const override { return 18; }
    [[nodiscard]] QCoro::Task<Result<PaymentQuote>> quote(
        Address from, std::optional<Address> to, net::CancelToken cancel) override;
    [[nodiscard]] QCoro::Task<Result<PreparedPayment>> prepare(PaymentDraft draft, net::CancelToken cancel) override;
    [[nodiscard]] QCoro::Task<Result<void>> submit(wallet::SignedIntent done, net::CancelToken cancel) override;
    [[nodiscard]] QCoro::Task<Result<PaymentOutcome>> waitFor(
        wallet::SignedIntent done, std::uint64_t lastValidBlockHeight, net::CancelToken cancel) override;

private:
    /// Units of gas for a transfer to `to`, with a margin for contracts.
    [[nodiscard]] QCoro::Task<Result<std::uint64_t>> gasFor(
        Address from, Address to, wallet::Uint256 amount, net::CancelToken cancel);

    net::HttpClient m_http;
    EvmClient m_client;
};

} // namespace majlis::chain

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/evm/evmclient.h"
#include "models/chain/pay/paymentgateway.h"

namespace majlis::chain
{

/// The coin of the chain that the node says it is of, and the ERC-20 tokens that the wallet knows there.
class EvmPayments final : public PaymentGateway
{
public:
    EvmPayments(const QUrl &node, net::HttpClient::Services services);

    /// A token that is asked for and not on the wallet's list comes last, in its contract's own words.
    [[nodiscard]] QCoro::Task<Result<PaymentQuote>> quote(PaymentQuestion question, net::CancelToken cancel) override;
    [[nodiscard]] QCoro::Task<Result<PreparedPayment>> prepare(PaymentDraft draft, net::CancelToken cancel) override;
    [[nodiscard]] QCoro::Task<Result<void>> submit(SignedPayment payment, net::CancelToken cancel) override;
    [[nodiscard]] QCoro::Task<Result<PaymentSight>> look(SignedPayment payment, net::CancelToken cancel) override;

private:
    [[nodiscard]] QCoro::Task<Result<std::vector<PaymentAsset>>> assets(
        PaymentQuestion question, wallet::ChainId chain, net::CancelToken cancel);
    /// Units of gas for a transfer, with a margin for contracts.
    [[nodiscard]] QCoro::Task<Result<std::uint64_t>> gasFor(
        PaymentQuestion question, Address to, wallet::Uint256 amount, net::CancelToken cancel);
    /// The same for a payment whose amount is not known yet.
    [[nodiscard]] QCoro::Task<Result<std::uint64_t>> usualGas(
        PaymentQuestion question, bool isContract, net::CancelToken cancel);
    /// Wei, at most: what a rollup takes for the data, on top of the gas. Zero where there is none.
    [[nodiscard]] QCoro::Task<Result<wallet::Uint256>> dataFee(
        wallet::ChainId chain, bool isToken, net::CancelToken cancel);
    [[nodiscard]] QCoro::Task<Result<void>> checkFunds(PaymentDraft draft, FeeOffer fee, net::CancelToken cancel);

    net::HttpClient m_http;
    EvmClient m_client;
};

} // namespace majlis::chain

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/pay/paymentgateway.h"
#include "models/chain/solana/solanaclient.h"

namespace majlis::chain
{

/// SOL, through one node.
class SolanaPayments final : public PaymentGateway
{
public:
    SolanaPayments(const QUrl &node, net::HttpClient::Services services);

    [[nodiscard]] unsigned decimals() const override { return 9; }
    [[nodiscard]] QCoro::Task<Result<PaymentQuote>> quote(
        Address from, std::optional<Address> to, net::CancelToken cancel) override;
    [[nodiscard]] QCoro::Task<Result<PreparedPayment>> prepare(PaymentDraft draft, net::CancelToken cancel) override;
    [[nodiscard]] QCoro::Task<Result<void>> submit(wallet::SignedIntent done, net::CancelToken cancel) override;
    [[nodiscard]] QCoro::Task<Result<PaymentOutcome>> waitFor(
        wallet::SignedIntent done, std::uint64_t lastValidBlockHeight, net::CancelToken cancel) override;

private:
    /// By the first block that the node knows: its name may say anything.
    [[nodiscard]] QCoro::Task<Result<wallet::SolanaCluster>> cluster(net::CancelToken cancel);
    [[nodiscard]] QCoro::Task<Result<PriorityFees>> fees(
        Address from, std::optional<Address> to, net::CancelToken cancel);

    net::HttpClient m_http;
    SolanaClient m_client;
};

} // namespace majlis::chain

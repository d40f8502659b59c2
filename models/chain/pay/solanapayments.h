// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/pay/paymentgateway.h"
#include "models/chain/solana/solanaclient.h"

namespace majlis::chain
{

/// SOL, and SPL tokens: those of the account, and those that the platforms' contracts name.
class SolanaPayments final : public PaymentGateway
{
public:
    SolanaPayments(const QUrl &node, net::HttpClient::Services services);

    /// Of tokens that no contract names at most eight; of Token-2022 none, as its transfers may do more than they say.
    /// Only what lies in the account's associated token account counts: it is what a transfer takes from.
    [[nodiscard]] QCoro::Task<Result<PaymentQuote>> quote(PaymentQuestion question, net::CancelToken cancel) override;
    [[nodiscard]] QCoro::Task<Result<PreparedPayment>> prepare(PaymentDraft draft, net::CancelToken cancel) override;
    [[nodiscard]] QCoro::Task<Result<void>> submit(SignedPayment payment, net::CancelToken cancel) override;
    [[nodiscard]] QCoro::Task<Result<PaymentSight>> look(SignedPayment payment, net::CancelToken cancel) override;

private:
    using Key = wallet::solana::PublicKey;
    /// By the first block that the node knows: its name may say anything.
    [[nodiscard]] QCoro::Task<Result<wallet::SolanaCluster>> cluster(net::CancelToken cancel);
    [[nodiscard]] QCoro::Task<Result<PriorityFees>> fees(Key from, std::optional<Key> to, net::CancelToken cancel);
    /// The coin first; the tokens' balances are unknown when the node does not tell them.
    [[nodiscard]] QCoro::Task<Result<std::vector<PaymentAsset>>> assets(Key owner, net::CancelToken cancel);
    [[nodiscard]] QCoro::Task<Result<PaymentQuote>> withRecipient(
        PaymentQuote quote, Key to, std::optional<Address> token, net::CancelToken cancel);

    net::HttpClient m_http;
    SolanaClient m_client;
};

} // namespace majlis::chain

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/pay/paymentgateway.h"
#include "wallet/intent/chains.h"

#include <vector>

namespace majlis::test
{

/// A chain that answers as a test says; healthy, and with one ether for everybody, until told otherwise. What is handed
/// to it lands at the next look.
struct FakeChain {
    using Kind = chain::PaymentSight::Kind;

    std::optional<Error> trouble; ///< of every question
    std::optional<Error> sendTrouble; ///< of every sending
    bool losesAnswers = false; ///< takes what is sent, and does not say so
    std::optional<Kind> verdict; ///< of every look; none: Landed for what was taken, Missing otherwise
    QString name = QStringLiteral("eip155:8453");
    std::vector<chain::PaymentAsset> assets{
        {std::nullopt, QStringLiteral("ETH"), {}, 18, wallet::Uint256::powerOfTen(18)}};
    wallet::Uint256 rent;
    wallet::Uint256 fee = wallet::Uint256::powerOfTen(15);
    bool isContract = false;
    std::uint64_t nonce = 1; ///< the next one
    int looks = 0;
    int questions = 0;
    std::vector<wallet::Bytes> taken; ///< every sending, in order
    std::optional<chain::PaymentDraft> prepared; ///< the last one
};

class FakeGateway final : public chain::PaymentGateway
{
public:
    explicit FakeGateway(FakeChain &chain)
        : m_chain(chain)
    {
    }
    QCoro::Task<Result<chain::PaymentQuote>> quote(chain::PaymentQuestion, net::CancelToken) override
    {
        ++m_chain.questions;
        if (m_chain.trouble)
            co_return std::unexpected(*m_chain.trouble);
        chain::PaymentQuote quote;
        quote.network = QStringLiteral("Base");
        quote.chain = m_chain.name;
        quote.assets = m_chain.assets;
        quote.rent = m_chain.rent;
        quote.isRecipientContract = m_chain.isContract;
        for (std::uint64_t i = 0; i < 3; ++i)
            quote.fees[i] = {.total = m_chain.fee, .unitPrice = 1'000'000'000, .priority = 1'000'000, .units = 21'000};
        co_return quote;
    }
    QCoro::Task<Result<chain::PreparedPayment>> prepare(chain::PaymentDraft draft, net::CancelToken) override
    {
        if (m_chain.trouble)
            co_return std::unexpected(*m_chain.trouble);
        m_chain.prepared = draft;
        const std::uint64_t nonce = std::max(m_chain.nonce, draft.firstNonce);
        std::optional<wallet::EvmToken> token;
        if (draft.asset.token)
            token = wallet::EvmToken{
                *draft.asset.token, draft.asset.symbol, static_cast<std::uint8_t>(draft.asset.decimals)};
        wallet::EvmTransferIntent intent{
            .transaction = {.chainId = wallet::chainBase,
                .nonce = nonce,
                .gasLimit = draft.asset.token ? 100'000U : 21'000U,
                .fee = wallet::DynamicFee{.maxFeePerGas = 1000000000, .maxPriorityFeePerGas = 1000000},
                .validUntil = {}},
            .recipient = draft.recipient,
            .amount = draft.amount,
            .token = token};
        chain::PreparedPayment prepared{.intent = std::move(intent), .nonce = nonce, .lastValidBlockHeight = 0};
        co_return prepared;
    }
    QCoro::Task<Result<void>> submit(chain::SignedPayment payment, net::CancelToken) override
    {
        if (m_chain.sendTrouble)
            co_return std::unexpected(*m_chain.sendTrouble);
        m_chain.taken.push_back(payment.transaction);
        if (m_chain.losesAnswers)
            co_return fail(ErrorCode::Timeout);
        co_return Result<void>();
    }
    QCoro::Task<Result<chain::PaymentSight>> look(chain::SignedPayment payment, net::CancelToken) override
    {
        ++m_chain.looks;
        if (m_chain.trouble)
            co_return std::unexpected(*m_chain.trouble);
        if (payment.chain != m_chain.name)
            co_return chain::otherChain();
        using Kind = chain::PaymentSight::Kind;
        const bool isTaken = std::ranges::find(m_chain.taken, payment.transaction) != m_chain.taken.end();
        co_return chain::PaymentSight{m_chain.verdict.value_or(isTaken ? Kind::Landed : Kind::Missing), {}};
    }

private:
    FakeChain &m_chain;
};

} // namespace majlis::test

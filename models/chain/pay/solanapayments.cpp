// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/pay/solanapayments.h"

#include "wallet/solana/publickey.h"

namespace majlis::chain
{

using namespace Qt::StringLiterals;
using wallet::solana::PublicKey;

namespace
{

// A transfer and the two compute budget instructions use 450 units.
constexpr std::uint32_t unitLimit = 1000;

std::unexpected<Error> invalid(const QString &detail)
{
    return fail(ErrorCode::InvalidArgument, detail);
}

QByteArray bytesOf(const wallet::SignedIntent &done)
{
    return {reinterpret_cast<const char *>(done.transaction.data()), static_cast<qsizetype>(done.transaction.size())};
}

} // namespace

SolanaPayments::SolanaPayments(const QUrl &node, net::HttpClient::Services services)
    : m_http(node, services)
    , m_client(m_http)
{
}

QCoro::Task<Result<wallet::SolanaCluster>> SolanaPayments::cluster(net::CancelToken cancel)
{
    const auto genesis = co_await m_client.genesisHash(cancel);
    if (!genesis)
        co_return std::unexpected(genesis.error());
    const auto known = clusterOfGenesis(*genesis);
    if (!known)
        co_return fail(ErrorCode::ValidationFailed, u"the node is of a cluster that the wallet does not know"_s);
    co_return *known;
}

QCoro::Task<Result<PriorityFees>> SolanaPayments::fees(Address from, std::optional<Address> to, net::CancelToken cancel)
{
    std::vector<PublicKey> written;
    const auto payer = PublicKey::of(from);
    if (!payer)
        co_return invalid(u"the paying account is not of Solana"_s);
    written.push_back(*payer);
    if (to) {
        const auto recipient = PublicKey::of(*to);
        if (!recipient)
            co_return invalid(u"the recipient is not of Solana"_s);
        written.push_back(*recipient);
    }
    auto answer = co_await m_client.priorityFees(written, cancel);
    co_return answer;
}

QCoro::Task<Result<PaymentQuote>> SolanaPayments::quote(
    Address from, std::optional<Address> to, net::CancelToken cancel)
{
    const auto payer = PublicKey::of(from);
    if (!payer)
        co_return invalid(u"the paying account is not of Solana"_s);
    const auto where = co_await cluster(cancel);
    if (!where)
        co_return std::unexpected(where.error());
    const auto balance = co_await m_client.balance(*payer, cancel);
    if (!balance)
        co_return std::unexpected(balance.error());
    const auto prices = co_await fees(from, to, cancel);
    if (!prices)
        co_return std::unexpected(prices.error());
    PaymentQuote quote;
    quote.network = *where == wallet::SolanaCluster::Devnet ? u"Solana devnet"_s : u"Solana"_s;
    quote.symbol = u"SOL"_s;
    quote.balance = wallet::Uint256(*balance);
    const auto choices = feeChoices(*prices, 1, unitLimit);
    for (std::size_t i = 0; i < choices.size(); ++i)
        quote.fees[i] = wallet::Uint256(choices[i].lamports);
    if (to) {
        const auto recipient = PublicKey::of(*to);
        const auto account = co_await m_client.account(*recipient, cancel);
        if (!account)
            co_return std::unexpected(account.error());
        // A wallet is on the curve; what is not belongs to a program.
        quote.isRecipientContract = !recipient->canBeWallet() || (*account && (*account)->isExecutable);
    }
    co_return quote;
}

QCoro::Task<Result<PreparedPayment>> SolanaPayments::prepare(PaymentDraft draft, net::CancelToken cancel)
{
    const auto lamports = draft.amount.toUint64();
    if (!lamports)
        co_return invalid(u"more than there is of SOL"_s);
    const auto where = co_await cluster(cancel); // asked again: another node may stand behind the same name
    if (!where)
        co_return std::unexpected(where.error());
    const auto prices = co_await fees(draft.from, draft.recipient, cancel);
    if (!prices)
        co_return std::unexpected(prices.error());
    const auto hash = co_await m_client.latestBlockhash(cancel);
    if (!hash)
        co_return std::unexpected(hash.error());
    const auto choice = feeChoices(*prices, 1, unitLimit)[static_cast<std::size_t>(draft.temper)];
    wallet::SolanaTransferIntent intent{.transaction = {.cluster = *where,
                                            .recentBlockhash = hash->hash.bytes,
                                            .lastValidBlockHeight = hash->lastValidBlockHeight,
                                            .computeUnitLimit = unitLimit,
                                            .computeUnitPrice = choice.computeUnitPrice},
        .recipient = draft.recipient,
        .amount = *lamports,
        .token = {},
        .memo = {}};
    PreparedPayment prepared{.intent = std::move(intent), .lastValidBlockHeight = hash->lastValidBlockHeight};
    co_return prepared;
}

QCoro::Task<Result<void>> SolanaPayments::submit(wallet::SignedIntent done, net::CancelToken cancel)
{
    const auto signature = co_await m_client.send(bytesOf(done), cancel);
    if (!signature)
        co_return std::unexpected(signature.error());
    co_return Result<void>();
}

QCoro::Task<Result<PaymentOutcome>> SolanaPayments::waitFor(
    wallet::SignedIntent done, std::uint64_t lastValidBlockHeight, net::CancelToken cancel)
{
    const auto receipt = co_await m_client.waitFor(bytesOf(done), lastValidBlockHeight, Commitment::Confirmed, cancel);
    if (!receipt)
        co_return std::unexpected(receipt.error());
    switch (receipt->outcome) {
    case SolanaReceipt::Outcome::Succeeded:
        co_return PaymentOutcome::Landed;
    case SolanaReceipt::Outcome::Failed:
        co_return PaymentOutcome::Failed;
    case SolanaReceipt::Outcome::Expired:
        break;
    }
    co_return PaymentOutcome::Lost;
}

} // namespace majlis::chain

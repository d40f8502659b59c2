// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/pay/solanapayments.h"

#include "models/chain/solana/solanatransfer.h"
#include "wallet/solana/programaddress.h"
#include "wallet/solana/programs.h"

#include <algorithm>

namespace majlis::chain
{

using namespace Qt::StringLiterals;
using wallet::solana::PublicKey;

namespace
{

// A transfer and the two compute budget instructions use 450 units; a transfer of a token, with the making of the
// recipient's account before it, about 30,000.
constexpr std::uint32_t coinUnits = 1000;
constexpr std::uint32_t tokenUnits = 60'000;
constexpr std::uint64_t tokenAccountSize = 165;
constexpr std::size_t mostTokens = 8;

std::unexpected<Error> invalid(const QString &detail)
{
    return fail(ErrorCode::InvalidArgument, detail);
}

QByteArray bytesOf(const SignedPayment &payment)
{
    return {
        reinterpret_cast<const char *>(payment.transaction.data()), static_cast<qsizetype>(payment.transaction.size())};
}

QString nameOf(wallet::SolanaCluster cluster)
{
    return u"solana:"_s + wallet::clusterName(cluster);
}

QString shortened(const PublicKey &mint)
{
    const QString text = mint.text();
    return text.left(4) + u'…' + text.right(4);
}

bool isOwnAccount(const SolanaTokenAccount &account, const PublicKey &owner)
{
    if (account.program != wallet::solana::tokenProgram())
        return false;
    const auto associated = wallet::solana::associatedTokenAddress(owner, account.mint, account.program);
    return associated && *associated == account.account;
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

QCoro::Task<Result<PriorityFees>> SolanaPayments::fees(Key from, std::optional<Key> to, net::CancelToken cancel)
{
    std::vector<PublicKey> written{from};
    if (to)
        written.push_back(*to);
    auto answer = co_await m_client.priorityFees(written, cancel);
    co_return answer;
}

QCoro::Task<Result<std::vector<PaymentAsset>>> SolanaPayments::assets(Key owner, net::CancelToken cancel)
{
    const auto lamports = co_await m_client.balance(owner, cancel);
    if (!lamports)
        co_return std::unexpected(lamports.error());
    std::vector<PaymentAsset> assets{{std::nullopt, u"SOL"_s, {}, 9, wallet::Uint256(*lamports)}};
    const auto held = co_await m_client.tokenAccounts(owner, cancel);
    if (!held) // a node without an index of tokens, perhaps: the coin can be sent all the same
        co_return assets;
    std::size_t asked = 0;
    for (const SolanaTokenAccount &account : *held) {
        if (!isOwnAccount(account, owner) || account.amount == 0 || asked++ >= mostTokens)
            continue;
        // Anybody may call a mint USDC. No platform's contract names its mints, so a token goes by its mint.
        const auto mint = co_await m_client.mint(account.mint, cancel);
        if (mint)
            assets.push_back(
                {account.mint.address(), shortened(account.mint), {}, mint->decimals, wallet::Uint256(account.amount)});
    }
    co_return assets;
}

QCoro::Task<Result<PaymentQuote>> SolanaPayments::withRecipient(
    PaymentQuote quote, Key to, std::optional<Address> token, net::CancelToken cancel)
{
    const auto account = co_await m_client.account(to, cancel);
    if (!account)
        co_return std::unexpected(account.error());
    // A wallet is on the curve; what is not belongs to a program.
    quote.isRecipientContract = !to.canBeWallet() || (*account && (*account)->isExecutable);
    if (!token)
        co_return quote;
    const auto mint = PublicKey::of(*token);
    const auto target = mint ? wallet::solana::associatedTokenAddress(to, *mint, wallet::solana::tokenProgram()) : mint;
    if (!target)
        co_return invalid(u"the token is not of Solana"_s);
    const auto theirs = co_await m_client.tokenAccount(*target, cancel);
    if (!theirs)
        co_return std::unexpected(theirs.error());
    if (!*theirs) {
        const auto rent = co_await m_client.rentExemption(tokenAccountSize, cancel);
        if (!rent)
            co_return std::unexpected(rent.error());
        quote.rent = wallet::Uint256(*rent);
    }
    co_return quote;
}

QCoro::Task<Result<PaymentQuote>> SolanaPayments::quote(PaymentQuestion question, net::CancelToken cancel)
{
    const auto payer = PublicKey::of(question.from);
    if (!payer)
        co_return invalid(u"the paying account is not of Solana"_s);
    std::optional<Key> to;
    if (question.to) {
        const auto recipient = PublicKey::of(*question.to);
        if (!recipient)
            co_return invalid(u"the recipient is not of Solana"_s);
        to = *recipient;
    }
    const auto where = co_await cluster(cancel);
    if (!where)
        co_return std::unexpected(where.error());
    auto held = co_await assets(*payer, cancel);
    if (!held)
        co_return std::unexpected(held.error());
    const auto prices = co_await fees(*payer, to, cancel);
    if (!prices)
        co_return std::unexpected(prices.error());
    PaymentQuote quote;
    quote.network = *where == wallet::SolanaCluster::Devnet ? u"Solana devnet"_s : u"Solana"_s;
    quote.chain = nameOf(*where);
    quote.assets = std::move(*held);
    const std::uint32_t units = question.token ? tokenUnits : coinUnits;
    const auto choices = feeChoices(*prices, 1, units);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        quote.fees[i].total = wallet::Uint256(choices[i].lamports);
        quote.fees[i].unitPrice = wallet::Uint256(choices[i].computeUnitPrice);
        quote.fees[i].units = units;
    }
    if (!to)
        co_return quote;
    auto whole = co_await withRecipient(quote, *to, question.token, cancel);
    co_return whole;
}

QCoro::Task<Result<PreparedPayment>> SolanaPayments::prepare(PaymentDraft draft, net::CancelToken cancel)
{
    const auto units = draft.amount.toUint64();
    const auto from = PublicKey::of(draft.from);
    const auto to = PublicKey::of(draft.recipient);
    if (!units || !from || !to)
        co_return invalid(u"not a transfer of Solana"_s);
    const auto where = co_await cluster(cancel);
    if (!where)
        co_return std::unexpected(where.error());
    if (nameOf(*where) != draft.chain)
        co_return otherChain(); // another node may stand behind the same name
    SolanaTransferRequest request;
    request.cluster = *where;
    request.from = *from;
    request.to = *to;
    request.amount = *units;
    request.offer = SolanaTransferRequest::Offer{.unitLimit = static_cast<std::uint32_t>(draft.fee.units),
        .computeUnitPrice = draft.fee.unitPrice.toUint64().value_or(0),
        .lamports = draft.fee.total.toUint64().value_or(0)};
    if (draft.asset.token) {
        const auto mint = PublicKey::of(*draft.asset.token);
        if (!mint)
            co_return invalid(u"the token is not of Solana"_s);
        request.token = SolanaTransferRequest::Token{*mint, draft.asset.symbol};
    }
    auto plan = co_await planTransfer(m_client, request, cancel);
    if (!plan)
        co_return std::unexpected(plan.error());
    if (plan->intent.token && plan->intent.token->decimals != draft.asset.decimals)
        co_return fail(ErrorCode::ValidationFailed, u"the token's mint says other decimals"_s, u"token"_s);
    const std::uint64_t last = plan->intent.transaction.lastValidBlockHeight;
    PreparedPayment prepared{.intent = std::move(plan->intent), .nonce = 0, .lastValidBlockHeight = last};
    co_return prepared;
}

QCoro::Task<Result<void>> SolanaPayments::submit(SignedPayment payment, net::CancelToken cancel)
{
    const auto signature = co_await m_client.send(bytesOf(payment), cancel);
    if (!signature)
        co_return std::unexpected(signature.error());
    co_return Result<void>();
}

QCoro::Task<Result<PaymentSight>> SolanaPayments::look(SignedPayment payment, net::CancelToken cancel)
{
    using Kind = PaymentSight::Kind;
    const auto where = co_await cluster(cancel);
    if (!where)
        co_return std::unexpected(where.error());
    if (nameOf(*where) != payment.chain)
        co_return otherChain();
    const auto sight
        = co_await m_client.look(bytesOf(payment), payment.lastValidBlockHeight, Commitment::Confirmed, cancel);
    if (!sight)
        co_return std::unexpected(sight.error());
    PaymentSight seen;
    seen.kind = sight->isKnown ? Kind::Waiting : Kind::Missing;
    if (sight->receipt) {
        using Outcome = SolanaReceipt::Outcome;
        const SolanaReceipt &receipt = *sight->receipt;
        seen.kind = receipt.outcome == Outcome::Succeeded ? Kind::Landed
            : receipt.outcome == Outcome::Failed          ? Kind::Failed
                                                          : Kind::Expired;
        if (receipt.status && receipt.status->error)
            seen.detail = receipt.status->error->left(500);
    }
    co_return seen;
}

} // namespace majlis::chain

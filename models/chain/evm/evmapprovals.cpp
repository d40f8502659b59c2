// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/evm/evmapprovals.h"

#include "models/chain/evm/evmanswer.h"
#include "models/chain/evm/evmapprovallogs.h"
#include "wallet/evm/abi.h"
#include "wallet/intent/transactions.h"
#include "wallet/review/knowncontracts.h"

#include <QJsonObject>

#include <algorithm>
#include <map>

namespace majlis::chain
{

using namespace Qt::StringLiterals;
using wallet::AbiFunction;
using wallet::AbiType;
using wallet::AbiValue;
using wallet::Uint256;
using Kind = EvmApproval::Kind;

namespace
{

constexpr std::size_t mostApprovals = 100;
constexpr std::uint64_t leastGas = 21'000;
constexpr std::uint64_t mostGas = 500'000; // more is no approval
constexpr unsigned unlimitedBits = 128; // as the wallet's review judges it
constexpr qsizetype longestSymbol = 20;

template <class T>
std::optional<T> onlyValue(const char *type, wallet::ByteView data)
{
    const wallet::Result<AbiValue::List> values = wallet::decodeAbi(AbiType::parseParameters(type).value(), data);
    if (!values)
        return std::nullopt;
    return *values->front().template get<T>();
}

std::variant<wallet::DynamicFee, wallet::LegacyFee> feeOf(const EvmFees &fees)
{
    if (!fees.baseFee)
        return wallet::LegacyFee{.gasPrice = fees.gasPrice};
    return wallet::DynamicFee{
        .maxFeePerGas = fees.normal.maxFeePerGas, .maxPriorityFeePerGas = fees.normal.maxPriorityFeePerGas};
}

// What the platforms ask for is worth a look even where the node gives no logs.
std::vector<LoggedApproval> knownPairs(wallet::ChainId chain)
{
    std::vector<LoggedApproval> pairs;
    for (const wallet::EvmToken &token : wallet::knownTokens(chain)) {
        for (const Address &spender : wallet::knownContractAddresses(chain))
            pairs.push_back({Kind::Token, token.contract, spender, {}, 0, false});
    }
    return pairs;
}

void addMissing(std::vector<LoggedApproval> &all, const std::vector<LoggedApproval> &more)
{
    for (const LoggedApproval &one : more) {
        const bool there = std::ranges::any_of(all, [&one](const LoggedApproval &held) {
            return held.kind == one.kind && held.contract == one.contract && held.spender == one.spender;
        });
        if (!there)
            all.push_back(one);
    }
}

// How the wallet may name the token; none when its own words are no name.
std::optional<wallet::EvmToken> nameable(wallet::ChainId chain, const EvmApproval &approval)
{
    if (approval.kind != Kind::Token)
        return std::nullopt;
    if (const wallet::EvmToken *known = wallet::knownToken(chain, approval.contract))
        return *known;
    if (!approval.token || approval.token->decimals > 36 || approval.token->symbol.isEmpty()
        || approval.token->symbol.size() > longestSymbol
        || std::ranges::any_of(approval.token->symbol, [](QChar c) { return !c.isPrint() || c.isSpace(); }))
        return std::nullopt;
    return wallet::EvmToken{approval.contract, approval.token->symbol, approval.token->decimals};
}

class EvmApprovals final : public ApprovalSource
{
public:
    EvmApprovals(const QUrl &node, net::HttpClient::Services services)
        : m_http(node, services)
        , m_client(m_http)
        , m_rpc(m_http)
    {
    }

    QCoro::Task<Result<EvmApprovalList>> find(Address owner, net::CancelToken cancel) override;
    QCoro::Task<Result<wallet::Intent>> prepareRevoke(
        Address owner, EvmApproval approval, net::CancelToken cancel) override;
    QCoro::Task<Result<bool>> carryOut(wallet::SignedIntent done, net::CancelToken cancel) override;

private:
    /// What was asked already in one search.
    struct Memory {
        std::map<std::uint64_t, std::optional<UnixMs>> times;
        std::map<QString, std::optional<EvmTokenText>> texts;
    };

    QCoro::Task<Result<wallet::ChainId>> chain(net::CancelToken cancel);
    /// None: it does not hold any more.
    QCoro::Task<Result<std::optional<EvmApproval>>> now(LoggedApproval logged, Address owner, net::CancelToken cancel);
    QCoro::Task<Result<std::optional<EvmApproval>>> tokenNow(
        EvmApproval approval, Address owner, net::CancelToken cancel);
    /// What a contract of NFTs answers; none when it does not.
    QCoro::Task<Result<wallet::Bytes>> ask(
        Address contract, QString method, AbiValue::List arguments, net::CancelToken cancel);
    /// Adds the token's words and the time.
    QCoro::Task<Result<void>> complete(
        EvmApproval *approval, std::uint64_t block, Memory *memory, net::CancelToken cancel);
    /// None: the node does not say.
    QCoro::Task<Result<std::optional<UnixMs>>> timeOf(std::uint64_t block, net::CancelToken cancel);

    net::HttpClient m_http;
    EvmClient m_client;
    EvmRpc m_rpc;
};

QCoro::Task<Result<wallet::ChainId>> EvmApprovals::chain(net::CancelToken cancel)
{
    const auto id = co_await m_client.chainId(cancel);
    if (!id)
        co_return std::unexpected(id.error());
    const wallet::ChainInfo *known = wallet::knownChain(id->toUint64().value_or(0));
    if (known == nullptr)
        co_return fail(ErrorCode::ValidationFailed, u"the node is of a chain that the wallet does not know"_s);
    co_return known->id;
}

QCoro::Task<Result<wallet::Bytes>> EvmApprovals::ask(
    Address contract, QString method, AbiValue::List arguments, net::CancelToken cancel)
{
    EvmCall call;
    call.to = contract;
    call.data = AbiFunction::parse(method.toStdString())->encodeCall(arguments).value();
    auto answer = co_await m_client.call(call, cancel);
    if (!answer && answer.error().code == ErrorCode::ValidationFailed)
        co_return wallet::Bytes(); // it reverts: it has no such method, or no such item
    co_return answer;
}

QCoro::Task<Result<std::optional<EvmApproval>>> EvmApprovals::tokenNow(
    EvmApproval approval, Address owner, net::CancelToken cancel)
{
    using Held = std::optional<EvmApproval>;
    const auto amount = co_await m_client.tokenAllowance(approval.contract, owner, approval.spender, cancel);
    if (!amount && amount.error().code != ErrorCode::NotFound)
        co_return std::unexpected(amount.error());
    if (amount && amount->isZero())
        co_return Held();
    if (amount) {
        approval.amount = *amount;
        approval.isUnlimited = amount->bitLength() >= unlimitedBits;
    }
    co_return Held(approval);
}

QCoro::Task<Result<std::optional<EvmApproval>>> EvmApprovals::now(
    LoggedApproval logged, Address owner, net::CancelToken cancel)
{
    using Held = std::optional<EvmApproval>;
    EvmApproval approval{logged.kind, logged.contract, logged.spender, logged.item, {}, false, {}, {}};
    if (logged.kind == Kind::Token)
        co_return co_await tokenNow(approval, owner, cancel);
    if (logged.kind == Kind::Collection) {
        AbiValue::List pair{owner, logged.spender};
        const auto answer = co_await ask(logged.contract, u"isApprovedForAll(address,address)"_s, pair, cancel);
        if (!answer)
            co_return std::unexpected(answer.error());
        approval.isUnlimited = true;
        co_return onlyValue<bool>("(bool)", *answer).value_or(true) ? Held(approval) : Held();
    }
    AbiValue::List item{logged.item};
    const auto spender = co_await ask(logged.contract, u"getApproved(uint256)"_s, item, cancel);
    if (!spender)
        co_return std::unexpected(spender.error());
    const auto holder = co_await ask(logged.contract, u"ownerOf(uint256)"_s, item, cancel);
    if (!holder)
        co_return std::unexpected(holder.error());
    const bool still = onlyValue<Address>("(address)", *spender) == logged.spender
        && onlyValue<Address>("(address)", *holder) == owner;
    co_return still ? Held(approval) : Held();
}

QCoro::Task<Result<std::optional<UnixMs>>> EvmApprovals::timeOf(std::uint64_t block, net::CancelToken cancel)
{
    using Time = std::optional<UnixMs>;
    const QString number = Uint256(block).toQuantity();
    const auto result = co_await m_rpc.call(u"eth_getBlockByNumber"_s, jsonList(number, false), cancel);
    if (!result && (result.error().code == ErrorCode::Cancelled || result.error().code == ErrorCode::Offline))
        co_return std::unexpected(result.error());
    EvmAnswer answer;
    const std::uint64_t seconds
        = result ? answer.smallQuantity(result->toObject().value("timestamp"_L1), u"result.timestamp"_s) : 0;
    constexpr std::uint64_t lastShown = 253402300799; // the end of the year 9999
    if (!result || answer.error() || seconds > lastShown)
        co_return Time();
    co_return Time(UnixMs{static_cast<std::int64_t>(seconds) * 1000});
}

QCoro::Task<Result<void>> EvmApprovals::complete(
    EvmApproval *approval, std::uint64_t block, Memory *memory, net::CancelToken cancel)
{
    const QString contract = approval->contract.text();
    if (approval->kind == Kind::Token) {
        if (!memory->texts.contains(contract)) {
            const auto text = co_await m_client.tokenText(approval->contract, cancel);
            memory->texts[contract] = text ? std::optional(*text) : std::nullopt;
        }
        approval->token = memory->texts[contract];
    }
    if (block != 0) {
        if (!memory->times.contains(block)) {
            const auto time = co_await timeOf(block, cancel);
            if (!time)
                co_return std::unexpected(time.error());
            memory->times[block] = *time;
        }
        approval->givenAt = memory->times[block];
    }
    co_return Result<void>();
}

QCoro::Task<Result<EvmApprovalList>> EvmApprovals::find(Address owner, net::CancelToken cancel)
{
    const auto id = co_await chain(cancel);
    if (!id)
        co_return std::unexpected(id.error());
    const auto head = co_await m_client.blockNumber(cancel);
    if (!head)
        co_return std::unexpected(head.error());
    auto logs = co_await approvalLogs(&m_rpc, owner, *head, cancel);
    if (!logs)
        co_return std::unexpected(logs.error());
    EvmApprovalList list;
    list.chainId = *id;
    list.fromBlock = logs->fromBlock;
    std::vector<LoggedApproval> candidates = std::move(logs->approvals);
    list.isCut = logs->isCut || candidates.size() > mostApprovals;
    if (candidates.size() > mostApprovals)
        candidates.erase(candidates.begin() + mostApprovals, candidates.end());
    addMissing(candidates, knownPairs(*id));
    Memory memory;
    for (const LoggedApproval &logged : candidates) {
        auto held = co_await now(logged, owner, cancel);
        if (!held)
            co_return std::unexpected(held.error());
        // Of what no log tells, silence is no approval.
        if (!*held || (logged.block == 0 && !(*held)->amount))
            continue;
        EvmApproval approval = std::move(**held);
        const auto done = co_await complete(&approval, logged.block, &memory, cancel);
        if (!done)
            co_return std::unexpected(done.error());
        list.approvals.push_back(std::move(approval));
    }
    std::ranges::stable_sort(list.approvals, [](const EvmApproval &left, const EvmApproval &right) {
        return left.isUnlimited != right.isUnlimited
            ? left.isUnlimited
            : left.givenAt.value_or(UnixMs()) > right.givenAt.value_or(UnixMs());
    });
    if (list.fromBlock.value_or(0) != 0) {
        const auto since = co_await timeOf(*list.fromBlock, cancel);
        if (!since)
            co_return std::unexpected(since.error());
        list.since = *since;
    }
    co_return list;
}

QCoro::Task<Result<wallet::Intent>> EvmApprovals::prepareRevoke(
    Address owner, EvmApproval approval, net::CancelToken cancel)
{
    const auto id = co_await chain(cancel);
    if (!id)
        co_return std::unexpected(id.error());
    const auto nonce = co_await m_client.nonce(owner, cancel);
    if (!nonce)
        co_return std::unexpected(nonce.error());
    const auto fees = co_await m_client.fees(cancel);
    if (!fees)
        co_return std::unexpected(fees.error());
    wallet::EvmRevokeIntent intent{approval.kind, {}, approval.contract, approval.spender, approval.item, {}};
    intent.transaction = {.chainId = *id, .nonce = *nonce, .gasLimit = leastGas, .fee = feeOf(*fees), .validUntil = {}};
    intent.token = nameable(*id, approval);
    const auto built = wallet::transactionOf(intent);
    if (!built)
        co_return fail(ErrorCode::ValidationFailed, QString::fromStdString(built.error().detail));
    EvmCall call;
    call.from = owner;
    call.to = approval.contract;
    call.data = built->data;
    const auto gas = co_await m_client.estimateGas(call, cancel);
    if (!gas)
        co_return std::unexpected(gas.error());
    intent.transaction.gasLimit = std::max(leastGas, *gas + *gas / 4);
    if (*gas > mostGas)
        co_return fail(ErrorCode::ValidationFailed, u"the contract asks for more gas than this can use"_s);
    wallet::Intent typed = std::move(intent);
    co_return typed;
}

QCoro::Task<Result<bool>> EvmApprovals::carryOut(wallet::SignedIntent done, net::CancelToken cancel)
{
    const auto sent = co_await m_client.send(done.transaction, cancel);
    if (!sent)
        co_return std::unexpected(sent.error());
    const auto outcome = co_await m_client.waitFor(done.transaction, 1, cancel);
    if (!outcome)
        co_return std::unexpected(outcome.error());
    co_return outcome->kind == EvmOutcome::Kind::Mined && outcome->receipt && outcome->receipt->succeeded;
}

} // namespace

std::unique_ptr<ApprovalSource> makeApprovalSource(const QUrl &node, net::HttpClient::Services services)
{
    return std::make_unique<EvmApprovals>(node, services);
}

} // namespace majlis::chain

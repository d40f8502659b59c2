// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/evm/evmclient.h"

#include "models/chain/evm/evmanswer.h"
#include "wallet/encoding/hex.h"

#include <QJsonArray>
#include <QJsonObject>

namespace majlis::chain
{

using namespace Qt::StringLiterals;
using wallet::Uint256;

namespace
{

constexpr int historyBlocks = 20;

QJsonObject jsonOf(const EvmCall &call)
{
    QJsonObject object{{"value"_L1, call.value.toQuantity()}, {"data"_L1, wallet::toHex(call.data)}};
    if (call.from)
        object.insert("from"_L1, call.from->text());
    if (call.to)
        object.insert("to"_L1, call.to->text());
    return object;
}

std::vector<Uint256> quantities(EvmAnswer &answer, const QJsonArray &array, const QString &path)
{
    std::vector<Uint256> numbers;
    numbers.reserve(static_cast<std::size_t>(array.size()));
    for (qsizetype i = 0; i < array.size(); ++i)
        numbers.push_back(answer.quantity(array[i], path + u'[' + QString::number(i) + u']'));
    return numbers;
}

Result<EvmFeeHistory> historyFrom(const QJsonValue &result)
{
    EvmAnswer answer;
    EvmFeeHistory history;
    const QJsonObject object = answer.object(result, u"result"_s);
    const QString basePath = u"result.baseFeePerGas"_s;
    history.baseFees = quantities(answer, answer.array(object.value("baseFeePerGas"_L1), basePath), basePath);
    for (const auto ratio : answer.array(object.value("gasUsedRatio"_L1), u"result.gasUsedRatio"_s)) {
        if (!ratio.isDouble())
            answer.fail(u"result.gasUsedRatio"_s);
        history.gasUsedRatios.push_back(ratio.toDouble());
    }
    // Absent when the chain has no blocks yet.
    const QJsonArray rewards = object.value("reward"_L1).toArray();
    for (qsizetype i = 0; i < rewards.size(); ++i) {
        const QString path = u"result.reward[%1]"_s.arg(i);
        history.rewards.push_back(quantities(answer, answer.array(rewards[i], path), path));
    }
    if (history.baseFees.size() != history.gasUsedRatios.size() + 1)
        answer.fail(basePath);
    return answer.finish(history);
}

} // namespace

EvmClient::EvmClient(net::HttpClient &http)
    : m_rpc(http)
{
}

QCoro::Task<Result<Uint256>> EvmClient::quantity(QString method, QJsonArray params, net::CancelToken cancel)
{
    auto result = co_await m_rpc.call(method, params, cancel);
    if (!result)
        co_return std::unexpected(result.error());
    EvmAnswer answer;
    const Uint256 number = answer.quantity(*result, u"result"_s);
    co_return answer.finish(number);
}

QCoro::Task<Result<Uint256>> EvmClient::chainId(net::CancelToken cancel)
{
    co_return co_await quantity(u"eth_chainId"_s, jsonList(), cancel);
}

QCoro::Task<Result<std::uint64_t>> EvmClient::blockNumber(net::CancelToken cancel)
{
    auto result = co_await m_rpc.call(u"eth_blockNumber"_s, jsonList(), cancel);
    if (!result)
        co_return std::unexpected(result.error());
    EvmAnswer answer;
    const std::uint64_t number = answer.smallQuantity(*result, u"result"_s);
    co_return answer.finish(number);
}

QCoro::Task<Result<std::uint64_t>> EvmClient::nonce(wallet::Address account, net::CancelToken cancel)
{
    auto result = co_await m_rpc.call(u"eth_getTransactionCount"_s, jsonList(account.text(), u"pending"_s), cancel);
    if (!result)
        co_return std::unexpected(result.error());
    EvmAnswer answer;
    const std::uint64_t number = answer.smallQuantity(*result, u"result"_s);
    co_return answer.finish(number);
}

QCoro::Task<Result<Uint256>> EvmClient::balance(wallet::Address account, net::CancelToken cancel)
{
    co_return co_await quantity(u"eth_getBalance"_s, jsonList(account.text(), u"latest"_s), cancel);
}

QCoro::Task<Result<bool>> EvmClient::isContract(wallet::Address address, net::CancelToken cancel)
{
    auto result = co_await m_rpc.call(u"eth_getCode"_s, jsonList(address.text(), u"latest"_s), cancel);
    if (!result)
        co_return std::unexpected(result.error());
    EvmAnswer answer;
    const bool found = !answer.bytes(*result, u"result"_s).empty();
    co_return answer.finish(found);
}

QCoro::Task<Result<wallet::Bytes>> EvmClient::call(EvmCall call, net::CancelToken cancel)
{
    auto result = co_await m_rpc.call(u"eth_call"_s, jsonList(jsonOf(call), u"latest"_s), cancel);
    if (!result)
        co_return std::unexpected(result.error());
    EvmAnswer answer;
    wallet::Bytes bytes = answer.bytes(*result, u"result"_s);
    co_return answer.finish(std::move(bytes));
}

QCoro::Task<Result<std::uint64_t>> EvmClient::estimateGas(EvmCall call, net::CancelToken cancel)
{
    auto result = co_await m_rpc.call(u"eth_estimateGas"_s, jsonList(jsonOf(call)), cancel);
    if (!result)
        co_return std::unexpected(result.error());
    EvmAnswer answer;
    const std::uint64_t gas = answer.smallQuantity(*result, u"result"_s);
    co_return answer.finish(gas);
}

QCoro::Task<Result<EvmFees>> EvmClient::legacyFees(net::CancelToken cancel)
{
    auto price = co_await quantity(u"eth_gasPrice"_s, jsonList(), cancel);
    if (!price)
        co_return std::unexpected(price.error());
    EvmFees fees;
    fees.gasPrice = *price;
    co_return fees;
}

QCoro::Task<Result<EvmFees>> EvmClient::fees(net::CancelToken cancel)
{
    QJsonArray percentiles;
    for (const int percentile : feePercentiles())
        percentiles.append(percentile);
    const QString blocks = Uint256(historyBlocks).toQuantity();
    auto result = co_await m_rpc.call(u"eth_feeHistory"_s, jsonList(blocks, u"latest"_s, percentiles), cancel);
    if (!result && result.error().code == ErrorCode::NotFound)
        co_return co_await legacyFees(cancel);
    if (!result)
        co_return std::unexpected(result.error());
    const auto history = historyFrom(*result);
    if (!history)
        co_return std::unexpected(history.error());
    // Before EIP-1559 nodes answer with base fees of zero.
    if (history->baseFees.back().isZero())
        co_return co_await legacyFees(cancel);
    auto priority = co_await quantity(u"eth_maxPriorityFeePerGas"_s, jsonList(), cancel);
    if (!priority && priority.error().code != ErrorCode::NotFound)
        co_return std::unexpected(priority.error());
    co_return feesFrom(*history, priority.value_or(Uint256()));
}

} // namespace majlis::chain

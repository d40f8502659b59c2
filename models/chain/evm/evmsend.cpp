// SPDX-License-Identifier: GPL-3.0-or-later
// Sending a transaction and learning what became of it.
#include "models/chain/evm/evmanswer.h"
#include "models/chain/evm/evmclient.h"
#include "models/chain/patience.h"
#include "wallet/encoding/hex.h"
#include "wallet/evm/transaction.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

namespace majlis::chain
{

using namespace Qt::StringLiterals;

namespace
{

std::unexpected<Error> notATransaction()
{
    return fail(ErrorCode::InvalidArgument, u"not a signed transaction"_s, u"transaction"_s);
}

EvmLog logFrom(EvmAnswer &answer, const QJsonObject &object, const QString &path)
{
    const auto contract = answer.address(object.value("address"_L1), path + u".address"_s);
    EvmLog log{contract.value_or(wallet::Address::evm({})), {}, {}};
    const QString topicPath = path + u".topics"_s;
    for (const auto topic : answer.array(object.value("topics"_L1), topicPath))
        log.topics.push_back(answer.hash(topic, topicPath));
    log.data = answer.bytes(object.value("data"_L1), path + u".data"_s);
    return log;
}

Result<EvmReceipt> receiptFrom(const QJsonValue &result, const wallet::Hash256 &asked)
{
    EvmAnswer answer;
    EvmReceipt receipt;
    const QJsonObject object = answer.object(result, u"result"_s);
    receipt.hash = answer.hash(object.value("transactionHash"_L1), u"result.transactionHash"_s);
    const std::uint64_t status = answer.smallQuantity(object.value("status"_L1), u"result.status"_s);
    receipt.succeeded = status == 1;
    receipt.blockNumber = answer.smallQuantity(object.value("blockNumber"_L1), u"result.blockNumber"_s);
    receipt.gasUsed = answer.smallQuantity(object.value("gasUsed"_L1), u"result.gasUsed"_s);
    receipt.effectiveGasPrice = answer.quantity(object.value("effectiveGasPrice"_L1), u"result.effectiveGasPrice"_s);
    if (object.value("contractAddress"_L1).isString())
        receipt.newContract = answer.address(object.value("contractAddress"_L1), u"result.contractAddress"_s);
    const QJsonArray logs = answer.array(object.value("logs"_L1), u"result.logs"_s);
    for (qsizetype i = 0; i < logs.size() && !answer.error(); ++i) {
        const QString path = u"result.logs[%1]"_s.arg(i);
        receipt.logs.push_back(logFrom(answer, answer.object(logs[i], path), path));
    }
    if (receipt.hash != asked)
        answer.fail(u"result.transactionHash"_s);
    if (status > 1)
        answer.fail(u"result.status"_s);
    return answer.finish(receipt);
}

} // namespace

QCoro::Task<Result<wallet::Hash256>> EvmClient::send(wallet::Bytes raw, net::CancelToken cancel)
{
    const auto decoded = wallet::decodeTransaction(raw);
    if (!decoded)
        co_return notATransaction();
    const wallet::Hash256 hash = decoded->hash;
    auto result = co_await m_rpc.call(u"eth_sendRawTransaction"_s, jsonList(wallet::toHex(raw)), cancel);
    // The node has it already: it was sent before, and its answer got lost.
    if (!result && result.error().reason == u"already_known")
        co_return hash;
    if (!result)
        co_return std::unexpected(result.error());
    EvmAnswer answer;
    if (answer.hash(*result, u"result"_s) != hash)
        answer.fail(u"result"_s);
    co_return answer.finish(hash);
}

QCoro::Task<Result<std::optional<EvmReceipt>>> EvmClient::receipt(wallet::Hash256 hash, net::CancelToken cancel)
{
    auto result
        = co_await m_rpc.call(u"eth_getTransactionReceipt"_s, jsonList(wallet::toHex(hash)), cancel, 8 * 1024 * 1024);
    if (!result)
        co_return std::unexpected(result.error());
    if (result->isNull())
        co_return std::optional<EvmReceipt>();
    auto read = receiptFrom(*result, hash);
    if (!read)
        co_return std::unexpected(read.error());
    co_return std::optional(std::move(*read));
}

QCoro::Task<Result<bool>> EvmClient::isKnown(wallet::Hash256 hash, net::CancelToken cancel)
{
    auto result = co_await m_rpc.call(u"eth_getTransactionByHash"_s, jsonList(wallet::toHex(hash)), cancel);
    if (!result)
        co_return std::unexpected(result.error());
    if (result->isNull())
        co_return false;
    EvmAnswer answer;
    const QJsonObject object = answer.object(*result, u"result"_s);
    if (answer.hash(object.value("hash"_L1), u"result.hash"_s) != hash)
        answer.fail(u"result.hash"_s);
    co_return answer.finish(true);
}

// The account's nonce is asked for before the receipt: when it is past ours and the receipt asked for after that is
// still none, another transaction has it.
QCoro::Task<Result<EvmSight>> EvmClient::look(wallet::Bytes raw, unsigned confirmations, net::CancelToken cancel)
{
    const auto decoded = wallet::decodeTransaction(raw);
    if (!decoded)
        co_return notATransaction();
    const wallet::Hash256 hash = decoded->hash;
    const std::uint64_t nonce = decoded->transaction.nonce;
    auto mined = co_await m_rpc.call(u"eth_getTransactionCount"_s, jsonList(decoded->from.text(), u"latest"_s), cancel);
    if (!mined)
        co_return std::unexpected(mined.error());
    auto newest = co_await blockNumber(cancel);
    if (!newest)
        co_return std::unexpected(newest.error());
    auto found = co_await receipt(hash, cancel);
    if (!found)
        co_return std::unexpected(found.error());
    EvmAnswer answer;
    const std::uint64_t next = answer.smallQuantity(*mined, u"result"_s);
    if (answer.error())
        co_return std::unexpected(*answer.error());
    EvmSight sight;
    sight.isInBlock = found->has_value();
    if (*found && *newest + 1 >= (*found)->blockNumber + confirmations)
        sight.outcome = EvmOutcome{EvmOutcome::Kind::Mined, std::move(*found)};
    else if (!sight.isInBlock && next > nonce)
        sight.outcome = EvmOutcome{EvmOutcome::Kind::Replaced, std::nullopt};
    co_return sight;
}

QCoro::Task<Result<EvmOutcome>> EvmClient::waitFor(wallet::Bytes raw, unsigned confirmations, net::CancelToken cancel)
{
    const auto interval = m_pollInterval;
    const auto patience = m_patience;
    QElapsedTimer sinceAnswer;
    sinceAnswer.start();
    while (!cancel.isCancelled()) {
        auto seen = co_await look(raw, confirmations, cancel);
        if (seen && seen->outcome)
            co_return std::move(*seen->outcome);
        if (seen)
            sinceAnswer.start();
        else if (!mayPass(seen.error()) || sinceAnswer.hasExpired(patience.count()))
            co_return std::unexpected(seen.error());
        if (seen && !seen->isInBlock) {
            // Nodes forget what waits for long. Its answer does not matter: the next look will tell.
            static_cast<void>(co_await m_rpc.call(u"eth_sendRawTransaction"_s, jsonList(wallet::toHex(raw)), cancel));
        }
        co_await pause(interval, cancel);
    }
    co_return fail(ErrorCode::Cancelled);
}

} // namespace majlis::chain

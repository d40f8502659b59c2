// SPDX-License-Identifier: GPL-3.0-or-later
// What EvmClient works out by itself: fee choices, and what nodes' errors mean.
#include "models/chain/evm/evmfees.h"
#include "models/chain/evm/evmrpc.h"
#include "wallet/encoding/hex.h"
#include "wallet/evm/abi.h"

#include <catch2/catch.hpp>

#include <QJsonObject>

using namespace majlis::chain;
using namespace Qt::StringLiterals;
using majlis::ErrorCode;
using majlis::wallet::AbiFunction;
using majlis::wallet::Bytes;
using majlis::wallet::Uint256;

namespace
{

EvmFeeHistory history(std::uint64_t baseFee, std::vector<std::vector<Uint256>> rewards, std::vector<double> ratios)
{
    return {std::vector<Uint256>(ratios.size() + 1, Uint256(baseFee)), std::move(ratios), std::move(rewards)};
}

majlis::Error errorOf(qint64 code, const QString &message, const QJsonValue &data = {})
{
    return mapEvmError(QJsonObject{{u"code"_s, code}, {u"message"_s, message}, {u"data"_s, data}});
}

} // namespace

TEST_CASE("EVM fees: the median of what each percentile paid, and room for the base fee", "[chain]")
{
    const auto fees = feesFrom(history(100, {{1, 2, 3}, {10, 20, 30}, {2, 3, 4}}, {0.5, 0.5, 0.5}), 7).value();
    CHECK(fees.baseFee == Uint256(100));
    CHECK(fees.slow == EvmFeeChoice{127, 2});
    CHECK(fees.normal == EvmFeeChoice{153, 3});
    CHECK(fees.fast == EvmFeeChoice{204, 4});
    CHECK(fees.gasPrice == Uint256(153));
}

TEST_CASE("EVM fees: empty blocks say nothing, and a faster choice never pays less", "[chain]")
{
    const auto quiet = feesFrom(history(100, {{0, 0, 0}, {0, 0, 0}}, {0, 0}), 7).value();
    CHECK(quiet.slow == EvmFeeChoice{132, 7});
    CHECK(quiet.fast == EvmFeeChoice{207, 7});
    const auto mixed = feesFrom(history(100, {{0, 0, 0}, {9, 5, 1}}, {0, 1}), 7).value();
    CHECK(mixed.slow.maxPriorityFeePerGas == Uint256(9));
    CHECK(mixed.normal.maxPriorityFeePerGas == Uint256(9));
    CHECK(mixed.fast.maxPriorityFeePerGas == Uint256(9));
    CHECK(feesFrom({}, 7).error().code == ErrorCode::Undefined);
    EvmFeeHistory absurd = history(1, {}, {});
    absurd.baseFees.back() = Uint256::max();
    CHECK(feesFrom(absurd, 7).error().code == ErrorCode::Malformed);
}

TEST_CASE("EVM errors: nodes' words become codes", "[chain]")
{
    CHECK(errorOf(-32000, u"insufficient funds for gas * price + value"_s).code == ErrorCode::InsufficientFunds);
    CHECK(errorOf(-32000, u"nonce too low: next nonce 5, tx nonce 4"_s).reason == u"nonce_used");
    CHECK(errorOf(-32000, u"replacement transaction underpriced"_s).reason == u"underpriced");
    CHECK(errorOf(-32000, u"already known"_s).reason == u"already_known");
    CHECK(errorOf(-32000, u"max fee per gas less than block base fee"_s).code == ErrorCode::Conflict);
    CHECK(errorOf(-32005, u"slow down"_s).code == ErrorCode::RateLimited);
    CHECK(errorOf(-32601, u"the method does not exist"_s).code == ErrorCode::NotFound);
    CHECK(errorOf(-32603, u"internal"_s).code == ErrorCode::Internal);
    CHECK(errorOf(12345, u"whatever"_s).code == ErrorCode::Unknown);
    CHECK(errorOf(12345, QString(2000, u'x')).serverMessage.size() == 500);
    CHECK(mapEvmError(u"broken"_s).code == ErrorCode::Malformed);
    CHECK(mapEvmError(QJsonObject{{u"code"_s, 1}}).code == ErrorCode::Malformed);
}

TEST_CASE("EVM errors: what a contract said", "[chain]")
{
    const Bytes text = AbiFunction::parse("Error(string)")->encodeCall({std::string("no")}).value();
    const Bytes panic = AbiFunction::parse("Panic(uint256)")->encodeCall({Uint256(0x11)}).value();
    CHECK(revertReason(text) == u"no");
    CHECK(revertReason(panic) == u"arithmetic overflow");
    CHECK(revertReason(Bytes{1, 2, 3, 4, 5}) == u"error 0x01020304");
    CHECK(revertReason(Bytes{}).isEmpty());
    CHECK(revertReason(Bytes(text.begin(), text.begin() + 40)) == u"error 0x08c379a0");
    const QString hex = majlis::wallet::toHex(text);
    CHECK(errorOf(3, u"execution reverted"_s, hex).detail == u"no");
    CHECK(errorOf(-32000, u"reverted"_s, QJsonObject{{u"data"_s, hex}}).detail == u"no");
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The EVM client against anvil: what stands on the chain, what goes wrong, and answers that lie.
#include "tests/interop/evm/evmfixture.h"

#include <catch2/catch.hpp>

#include <QTimer>

using namespace majlis;
using namespace majlis::chain;
using namespace Qt::StringLiterals;
using test::EvmFixture;
using wallet::AbiFunction;
using wallet::Bytes;
using wallet::EvmTransaction;
using wallet::Hash256;
using wallet::SignedEvmTransaction;
using wallet::signTransaction;
using wallet::Uint256;

namespace
{

EvmCall refusal(const EvmFixture &fixture, std::uint64_t how)
{
    return {std::nullopt, fixture.listener, 0, AbiFunction::parse("refuse(uint8)")->encodeCall({Uint256(how)}).value()};
}

SignedEvmTransaction signedTransfer(
    EvmFixture &fixture, std::uint64_t nonce, const Uint256 &value, std::uint64_t tip = 2)
{
    EvmTransaction transaction;
    transaction.chainId = 31337;
    transaction.nonce = nonce;
    transaction.gas = 21000;
    transaction.maxPriorityFeePerGas = tip * 1'000'000'000;
    transaction.maxFeePerGas = (tip + 20) * 1'000'000'000;
    transaction.to = fixture.them;
    transaction.value = value;
    return signTransaction(transaction, fixture.key).value();
}

} // namespace

TEST_CASE("EVM: what stands on the chain", "[interop]")
{
    EvmFixture fixture;
    CHECK(fixture.run(&EvmClient::chainId).value() == Uint256(31337));
    CHECK(fixture.run(&EvmClient::blockNumber).value() == 3);
    CHECK(fixture.run(&EvmClient::nonce, fixture.us).value() == 3);
    CHECK(fixture.run(&EvmClient::nonce, fixture.them).value() == 0);
    CHECK(fixture.run(&EvmClient::balance, fixture.them).value().toUnits(18) == u"10000");
    CHECK(fixture.run(&EvmClient::isContract, fixture.coin).value());
    CHECK_FALSE(fixture.run(&EvmClient::isContract, fixture.them).value());
    CHECK(fixture.run(&EvmClient::tokenBalance, fixture.coin, fixture.us).value().toUnits(6) == u"1000000");
    const EvmTokenText coin = fixture.run(&EvmClient::tokenText, fixture.coin).value();
    CHECK((coin.symbol == u"MTC" && coin.name == u"Majlis Test Coin" && coin.decimals == 6));
    const EvmTokenText old = fixture.run(&EvmClient::tokenText, fixture.oldCoin).value();
    CHECK((old.symbol == u"OLD" && old.name == u"Old Coin" && old.decimals == 18));
    CHECK(fixture.run(&EvmClient::tokenText, fixture.listener).error().code == ErrorCode::NotFound);
    CHECK(fixture.run(&EvmClient::tokenBalance, fixture.them, fixture.us).error().code == ErrorCode::NotFound);
    CHECK_FALSE(fixture.run(&EvmClient::receipt, Hash256{1}).value());
    const EvmFees fees = fixture.run(&EvmClient::fees).value();
    REQUIRE(fees.baseFee.has_value());
    CHECK(fees.slow.maxFeePerGas >= *fees.baseFee);
    CHECK(fees.normal.maxFeePerGas >= fees.slow.maxFeePerGas);
    CHECK(fees.fast.maxFeePerGas >= fees.normal.maxFeePerGas);
}

TEST_CASE("EVM: contracts say why they refuse", "[interop]")
{
    EvmFixture fixture;
    const auto why = [&](std::uint64_t how) {
        const auto answer = fixture.run(&EvmClient::call, refusal(fixture, how));
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().code == ErrorCode::ValidationFailed);
        return answer.error().detail;
    };
    CHECK(why(0) == u"no means no");
    CHECK(why(1) == u"division by zero");
    CHECK(why(2).startsWith(u"error 0x"));
    CHECK(why(3).isEmpty());
    CHECK(fixture.run(&EvmClient::call, refusal(fixture, 9)).value().back() == 9);
    CHECK(fixture.run(&EvmClient::estimateGas, refusal(fixture, 0)).error().detail == u"no means no");
}

TEST_CASE("EVM: transactions that nodes refuse", "[interop]")
{
    EvmFixture fixture;
    const auto error = [&](const SignedEvmTransaction &transaction) {
        const auto sent = fixture.run(&EvmClient::send, transaction.raw);
        REQUIRE_FALSE(sent.has_value());
        return sent.error();
    };
    CHECK(error(signedTransfer(fixture, 3, Uint256::powerOfTen(30))).code == ErrorCode::InsufficientFunds);
    const Error used = error(signedTransfer(fixture, 0, 1));
    CHECK((used.code == ErrorCode::Conflict && used.reason == u"nonce_used"));
    CHECK(fixture.run(&EvmClient::send, Bytes{1, 2, 3}).error().code == ErrorCode::InvalidArgument);
    EvmTransaction other = signedTransfer(fixture, 3, 1).transaction;
    other.chainId = 1;
    CHECK(error(signTransaction(other, fixture.key).value()).code != ErrorCode::Unknown);
}

TEST_CASE("EVM: a transaction that waits, one that is replaced, and one that is sent twice", "[interop]")
{
    EvmFixture fixture;
    fixture.order({{u"automine"_s, false}});
    const SignedEvmTransaction first = signedTransfer(fixture, 3, 1, 2);
    const SignedEvmTransaction second = signedTransfer(fixture, 3, 2, 20);
    CHECK(fixture.run(&EvmClient::send, first.raw).value() == first.hash);
    CHECK(fixture.run(&EvmClient::send, first.raw).value() == first.hash);
    CHECK_FALSE(fixture.run(&EvmClient::receipt, first.hash).value());
    CHECK(fixture.run(&EvmClient::nonce, fixture.us).value() == 4);
    CHECK(fixture.run(&EvmClient::send, second.raw).value() == second.hash);
    fixture.order({{u"mine"_s, 3}});
    CHECK(fixture.run(&EvmClient::waitFor, first.raw, 1U).value().kind == EvmOutcome::Kind::Replaced);
    const auto outcome = fixture.run(&EvmClient::waitFor, second.raw, 3U).value();
    REQUIRE(outcome.kind == EvmOutcome::Kind::Mined);
    CHECK((outcome.receipt->succeeded && outcome.receipt->blockNumber == 4));
}

TEST_CASE("EVM: waiting ends when nobody wants it any more", "[interop]")
{
    EvmFixture fixture;
    fixture.order({{u"automine"_s, false}});
    const SignedEvmTransaction transaction = signedTransfer(fixture, 3, 1);
    const net::CancelSource source;
    QTimer::singleShot(100, [&] { source.cancel(); });
    const auto outcome
        = test::await([&](net::CancelToken) { return fixture.client.waitFor(transaction.raw, 1, source.token()); });
    CHECK(outcome.error().code == ErrorCode::Cancelled);
}

TEST_CASE("EVM: answers that lie are refused", "[interop]")
{
    EvmFixture fixture;
    const auto balance = [&](const QString &mode) {
        fixture.fault(mode);
        const auto answer = fixture.run(&EvmClient::balance, fixture.us);
        REQUIRE_FALSE(answer.has_value());
        return answer.error();
    };
    CHECK((balance(u"wrongId"_s).code == ErrorCode::Malformed));
    CHECK(balance(u"noVersion"_s).path == u"jsonrpc");
    CHECK(balance(u"leadingZeros"_s).path == u"result");
    CHECK(balance(u"html"_s).code == ErrorCode::Malformed);
    CHECK(balance(u"malformed"_s).code == ErrorCode::Malformed);
    CHECK(balance(u"huge"_s).code == ErrorCode::TooLarge);
    fixture.fault(u"otherHash"_s);
    const SignedEvmTransaction transaction = signedTransfer(fixture, 3, 1);
    CHECK(fixture.run(&EvmClient::send, transaction.raw).error().code == ErrorCode::Malformed);
    CHECK(fixture.run(&EvmClient::waitFor, transaction.raw, 1U).value().receipt->succeeded);
    // The node had it although we did not hear so.
    const SignedEvmTransaction next = signedTransfer(fixture, 4, 1);
    fixture.fault(u"lostAnswer"_s);
    static_cast<void>(fixture.run(&EvmClient::send, next.raw));
    CHECK(fixture.run(&EvmClient::waitFor, next.raw, 1U).value().receipt->succeeded);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// What the wallet signs, before a real node: it is taken, executed, and means what we said.
#include "tests/interop/evm/evmfixture.h"
#include "wallet/evm/typeddata.h"

#include <catch2/catch.hpp>

using namespace majlis;
using namespace majlis::chain;
using namespace Qt::StringLiterals;
using test::EvmFixture;
using wallet::AbiEvent;
using wallet::AbiFunction;
using wallet::AbiValue;
using wallet::Address;
using wallet::Bytes;
using wallet::EvmSignature;
using wallet::EvmTransaction;
using wallet::EvmTransactionType;
using wallet::Hash256;
using wallet::Int256;
using wallet::signTypedData;
using wallet::TypedData;
using wallet::Uint256;

namespace
{

Bytes callOf(const char *signature, const AbiValue::List &arguments)
{
    return AbiFunction::parse(signature)->encodeCall(arguments).value();
}

EvmCall callTo(const Address &contract, Bytes data, const Uint256 &value = 0)
{
    return {std::nullopt, contract, value, std::move(data)};
}

} // namespace

TEST_CASE("EVM: all three kinds of transactions move coins", "[interop]")
{
    EvmFixture fixture;
    const Uint256 amount = Uint256::fromUnits(u"1.5", 18).value();
    for (const EvmTransactionType type :
        {EvmTransactionType::Legacy, EvmTransactionType::AccessList, EvmTransactionType::DynamicFee}) {
        INFO(static_cast<int>(type));
        const Uint256 ours = fixture.run(&EvmClient::balance, fixture.us).value();
        const Uint256 theirs = fixture.run(&EvmClient::balance, fixture.them).value();
        EvmTransaction transaction = fixture.prepared(callTo(fixture.them, {}, amount));
        transaction.type = type;
        if (type != EvmTransactionType::DynamicFee) {
            transaction.gasPrice = transaction.maxFeePerGas;
            transaction.maxFeePerGas = 0;
            transaction.maxPriorityFeePerGas = 0;
        }
        if (type == EvmTransactionType::AccessList) {
            transaction.accessList.push_back({fixture.coin, {Hash256{1}, Hash256{2}}});
            transaction.gas = 60'000;
        }
        const EvmReceipt receipt = fixture.mined(transaction);
        CHECK(receipt.succeeded);
        const Uint256 fee = receipt.effectiveGasPrice.times(receipt.gasUsed).value();
        CHECK(fixture.run(&EvmClient::balance, fixture.them).value() == theirs.plus(amount).value());
        CHECK(fixture.run(&EvmClient::balance, fixture.us).value() == ours.minus(amount)->minus(fee).value());
    }
}

TEST_CASE("EVM: a token is sent, and its log read", "[interop]")
{
    EvmFixture fixture;
    const Bytes data = callOf("transfer(address to,uint256 amount)", {fixture.them, Uint256(2'500'000)});
    const EvmReceipt receipt = fixture.mined(fixture.prepared(callTo(fixture.coin, data)));
    CHECK(receipt.succeeded);
    CHECK(fixture.run(&EvmClient::tokenBalance, fixture.coin, fixture.them).value() == Uint256(2'500'000));
    REQUIRE(receipt.logs.size() == 1);
    CHECK(receipt.logs[0].contract == fixture.coin);
    const AbiEvent transfer
        = AbiEvent::parse("Transfer(address indexed from,address indexed to,uint256 value)").value();
    CHECK(transfer.decode(receipt.logs[0].topics, receipt.logs[0].data).value()
        == AbiValue::List{fixture.us, fixture.them, Uint256(2'500'000)});
}

TEST_CASE("EVM: a contract understands nested arguments as we do", "[interop]")
{
    EvmFixture fixture;
    const Bytes id(32, 0x5A);
    const AbiValue::List notes{AbiValue::List{std::string("héllo"), Bytes(33, 7), Int256::fromDecimal(u"-5").value()},
        AbiValue::List{std::string(), Bytes(), Int256::fromDecimal(u"9223372036854775807").value()}};
    const AbiValue::List amounts{Uint256(1), Uint256::max()};
    const AbiValue::List tags{Bytes{1, 2, 3, 4}, Bytes{5, 6, 7, 8}};
    const Bytes data = callOf("tell(bytes32,uint256[],(string,bytes,int64)[],bytes4[2])", {id, amounts, notes, tags});
    const EvmReceipt receipt = fixture.mined(fixture.prepared(callTo(fixture.listener, data, 42)));
    REQUIRE(receipt.logs.size() == 1);
    const AbiEvent heard = AbiEvent::parse("Heard(address indexed sender,bytes32 indexed id,uint256 paid,"
                                           "uint256[] amounts,(string,bytes,int64)[] notes,bytes4[2] tags)")
                               .value();
    CHECK(heard.decode(receipt.logs[0].topics, receipt.logs[0].data).value()
        == AbiValue::List{fixture.us, id, Uint256(42), amounts, notes, tags});
}

TEST_CASE("EVM: OpenZeppelin's permit takes our typed data, and no other", "[interop]")
{
    EvmFixture fixture;
    const auto permit = [&](const QString &value) {
        return TypedData::parse(QString(uR"({"types":{
            "EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},
                {"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}],
            "Permit":[{"name":"owner","type":"address"},{"name":"spender","type":"address"},{"name":"value","type":"uint256"},
                {"name":"nonce","type":"uint256"},{"name":"deadline","type":"uint256"}]},
            "primaryType":"Permit",
            "domain":{"name":"Majlis Test Coin","version":"1","chainId":31337,"verifyingContract":"%1"},
            "message":{"owner":"%2","spender":"%3","value":"%4","nonce":0,"deadline":"4102444800"}})"_s)
                                    .arg(fixture.coin.text(), fixture.us.text(), fixture.them.text(), value)
                                    .toStdString())
            .value();
    };
    const auto callWith = [&](const EvmSignature &signature) {
        const Bytes r(signature.bytes.begin(), signature.bytes.begin() + 32);
        const Bytes s(signature.bytes.begin() + 32, signature.bytes.begin() + 64);
        return callTo(fixture.coin,
            callOf("permit(address,address,uint256,uint256,uint8,bytes32,bytes32)",
                {fixture.us, fixture.them, Uint256(777), Uint256(4102444800), Uint256(signature.bytes[64]), r, s}));
    };
    const EvmSignature wrong = signTypedData(permit(u"778"_s), fixture.key).value();
    CHECK(fixture.run(&EvmClient::call, callWith(wrong)).error().code == ErrorCode::ValidationFailed);
    const EvmSignature right = signTypedData(permit(u"777"_s), fixture.key).value();
    CHECK(fixture.mined(fixture.prepared(callWith(right))).succeeded);
    CHECK(fixture.run(&EvmClient::tokenAllowance, fixture.coin, fixture.us, fixture.them).value() == Uint256(777));
}

TEST_CASE("EVM: a contract is made where it must be", "[interop]")
{
    EvmFixture fixture;
    // Returns the one byte 0x00: PUSH1 1, PUSH1 0, RETURN.
    const EvmReceipt receipt
        = fixture.mined(fixture.prepared({std::nullopt, std::nullopt, 0, {0x60, 0x01, 0x60, 0x00, 0xF3}}));
    CHECK(receipt.succeeded);
    REQUIRE(receipt.newContract.has_value());
    CHECK(fixture.run(&EvmClient::isContract, *receipt.newContract).value());
}

// SPDX-License-Identifier: GPL-3.0-or-later
// EVM transactions against ethers, ethereum/tests and EIP-155 (tests/data/vectors/NOTICE).
#include "tests/unit/wallet/vectorfile.h"
#include "wallet/evm/transaction.h"
#include "wallet/signer.h"

#include <catch2/catch.hpp>

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

Uint256 quantity(const QJsonValue &value)
{
    if (value.isDouble())
        return Uint256(static_cast<std::uint64_t>(value.toInteger()));
    return value.isUndefined() || value.toString() == u"0x"_s ? Uint256() : Uint256::fromHex(value.toString()).value();
}

Hash256 hashFrom(const QJsonValue &hex)
{
    const Bytes bytes = bytesFrom(hex);
    Hash256 hash{};
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

EvmTransaction fromEthers(const QJsonObject &json, EvmTransactionType type)
{
    EvmTransaction transaction;
    transaction.type = type;
    transaction.chainId = quantity(json[u"chainId"_s]);
    transaction.nonce = quantity(json[u"nonce"_s]).toUint64().value();
    transaction.gas = quantity(json[u"gasLimit"_s]).toUint64().value();
    transaction.value = quantity(json[u"value"_s]);
    if (json.contains(u"data"_s))
        transaction.data = bytesFrom(json[u"data"_s]);
    if (json.contains(u"to"_s))
        transaction.to = Address::parse(json[u"to"_s].toString()).value();
    if (type == EvmTransactionType::DynamicFee) {
        transaction.maxFeePerGas = quantity(json[u"maxFeePerGas"_s]);
        transaction.maxPriorityFeePerGas = quantity(json[u"maxPriorityFeePerGas"_s]);
    } else {
        transaction.gasPrice = quantity(json[u"gasPrice"_s]);
    }
    if (type == EvmTransactionType::Legacy)
        return transaction;
    for (const QJsonValue &entry : json[u"accessList"_s].toArray()) {
        AccessListEntry ours{Address::parse(entry[u"address"_s].toString()).value(), {}};
        for (const QJsonValue &key : entry[u"storageKeys"_s].toArray())
            ours.storageKeys.push_back(hashFrom(key));
        transaction.accessList.push_back(ours);
    }
    return transaction;
}

// One of ethers' cases as one type; false when the file has no such form of it.
bool judge(const QJsonObject &test, EvmTransactionType type, const QString &form)
{
    const QString unsignedText = test[u"unsigned"_s + form].toString();
    if (unsignedText.isEmpty())
        return false;
    const EvmTransaction transaction = fromEthers(test[u"transaction"_s].toObject(), type);
    INFO(test[u"name"_s].toString().toStdString() << ' ' << form.toStdString());
    CHECK(toHex(transaction.unsignedPayload()) == unsignedText);
    const Bytes raw = bytesFrom(test[u"signed"_s + form]);
    const SecretBytes key = secretFrom(test[u"privateKey"_s]);
    const auto done = signTransaction(transaction, key);
    const bool sane = !transaction.chainId.isZero() && transaction.check();
    REQUIRE(done.has_value() == sane);
    if (sane) {
        CHECK(toHex(done->raw) == test[u"signed"_s + form].toString());
        CHECK(done->hash == keccak256(raw));
        CHECK(*decodeUnsignedTransaction(bytesFrom(test[u"unsigned"_s + form])) == transaction);
    }
    const auto decoded = decodeTransaction(raw);
    REQUIRE(decoded.has_value() == transaction.check().has_value());
    if (decoded) {
        CHECK(decoded->transaction == transaction);
        CHECK(decoded->from == *evmAddress(key));
    }
    return true;
}

EvmTransaction example()
{
    EvmTransaction transaction;
    transaction.chainId = 31337;
    transaction.gas = 21000;
    transaction.maxFeePerGas = 1000;
    transaction.maxPriorityFeePerGas = 10;
    transaction.to = Address::evm({1});
    return transaction;
}

bool isRefused(const EvmTransaction &transaction)
{
    SecretBytes key(32);
    key.data()[31] = 7;
    return !signTransaction(transaction, key).has_value();
}

} // namespace

TEST_CASE("transactions: ethers' vectors, byte for byte", "[transaction]")
{
    int legacy = 0;
    int berlin = 0;
    int london = 0;
    for (const QJsonValue &value : jsonVectors(u"ethers-transactions.json.xz"_s).array()) {
        const QJsonObject test = value.toObject();
        legacy += judge(test, EvmTransactionType::Legacy, u"Eip155"_s) ? 1 : 0;
        berlin += judge(test, EvmTransactionType::AccessList, u"Berlin"_s) ? 1 : 0;
        london += judge(test, EvmTransactionType::DynamicFee, u"London"_s) ? 1 : 0;
        // Before EIP-155: read, never made.
        EvmTransaction old = fromEthers(test[u"transaction"_s].toObject(), EvmTransactionType::Legacy);
        old.chainId = 0;
        const auto decoded = decodeTransaction(bytesFrom(test[u"signedLegacy"_s]));
        REQUIRE(decoded.has_value());
        CHECK(decoded->transaction == old);
        CHECK(decoded->from == *evmAddress(secretFrom(test[u"privateKey"_s])));
        CHECK_FALSE(decodeTransaction(bytesFrom(test[u"signedCancun"_s])).has_value()); // blobs: not ours
    }
    CHECK(legacy > 500);
    CHECK(berlin > 800);
    CHECK(london == 1600);
}

TEST_CASE("transactions: ethereum/tests' verdicts", "[transaction]")
{
    // What only a chain can say: which chain it is, and whether the gas pays for the work.
    const QSet<QString> ofTheChain{
        u"TransactionException.INVALID_CHAINID"_s, u"TransactionException.INTRINSIC_GAS_TOO_LOW"_s};
    int good = 0;
    int bad = 0;
    const QJsonObject files = jsonVectors(u"ethereum-TransactionTests.json.xz"_s).object();
    for (auto file = files.begin(); file != files.end(); ++file) {
        const QJsonObject test = file.value().toObject().begin().value().toObject();
        const QJsonValue verdict = test[u"result"_s][u"Cancun"_s];
        if (ofTheChain.contains(verdict[u"exception"_s].toString()))
            continue;
        INFO(file.key().toStdString());
        const Result<Bytes> raw = fromHex(test[u"txbytes"_s].toString());
        const auto decoded = raw ? decodeTransaction(*raw) : std::unexpected(raw.error());
        const bool expected = verdict[u"sender"_s].isString();
        REQUIRE(decoded.has_value() == expected);
        (expected ? good : bad)++;
        if (!expected)
            continue;
        CHECK(toHex(decoded->hash) == verdict[u"hash"_s].toString());
        CHECK(toHex(decoded->from.bytes()) == verdict[u"sender"_s].toString());
    }
    CHECK(good == 25);
    CHECK(bad == 60);
}

TEST_CASE("transactions: the example of EIP-155", "[transaction]")
{
    const QJsonObject example = jsonVectors(u"eip-155.json"_s).object();
    const SecretBytes key = secretFrom(example[u"privateKey"_s]);
    const EvmTransaction transaction = decodeUnsignedTransaction(bytesFrom(example[u"signingData"_s])).value();
    CHECK(transaction.chainId == Uint256(1));
    CHECK(transaction.nonce == 9);
    CHECK(transaction.gasPrice.toDecimal() == example[u"gasPrice"_s].toString());
    CHECK(toHex(transaction.signingDigest()) == example[u"signingHash"_s].toString());
    CHECK(toHex(signTransaction(transaction, key)->raw) == example[u"signedTransaction"_s].toString());
    CHECK(transaction.mostWei()->toDecimal() == u"1000420000000000000");
}

TEST_CASE("transactions: what must not be signed is refused", "[transaction]")
{
    CHECK_FALSE(isRefused(example()));
    EvmTransaction transaction = example();
    transaction.chainId = 0;
    CHECK(isRefused(transaction));
    transaction = example();
    transaction.maxPriorityFeePerGas = 1001;
    CHECK(isRefused(transaction));
    transaction = example();
    transaction.gasPrice = 1;
    CHECK(isRefused(transaction));
    transaction = example();
    transaction.nonce = UINT64_MAX;
    CHECK(isRefused(transaction));
    transaction = example();
    transaction.to = Address::solana({1});
    CHECK(isRefused(transaction));
    transaction = example();
    transaction.gas = UINT64_MAX;
    transaction.maxFeePerGas = Uint256::max();
    CHECK(isRefused(transaction));
    transaction = example();
    transaction.type = EvmTransactionType::Legacy;
    transaction.maxFeePerGas = 0;
    transaction.maxPriorityFeePerGas = 0;
    CHECK_FALSE(isRefused(transaction));
    transaction.chainId = Uint256::max();
    CHECK(isRefused(transaction));
    transaction.chainId = 1;
    transaction.accessList.push_back({Address::evm({1}), {}});
    CHECK(isRefused(transaction));
    CHECK_FALSE(signTransaction(example(), SecretBytes(32)).has_value());
}

TEST_CASE("transactions: every changed byte changes the sender or is refused", "[transaction]")
{
    SecretBytes key(32);
    key.data()[31] = 7;
    const SignedEvmTransaction done = *signTransaction(example(), key);
    for (std::size_t i = 0; i < done.raw.size(); ++i) {
        Bytes changed = done.raw;
        changed[i] ^= 0x01;
        const auto decoded = decodeTransaction(changed);
        CHECK((!decoded || decoded->from != done.from));
    }
    Bytes longer = done.raw;
    longer.push_back(0);
    CHECK_FALSE(decodeTransaction(longer).has_value());
}

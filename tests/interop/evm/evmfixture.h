// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chain/evm/evmclient.h"
#include "tests/interop/feed/nodeserver.h"
#include "tests/unit/net/nettest.h"
#include "wallet/derivation.h"
#include "wallet/evm/abi.h"
#include "wallet/evm/transaction.h"
#include "wallet/mnemonic.h"
#include "wallet/signer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace majlis::test
{

/// The client before a fresh anvil, with the account that has everything: the first of the phrase that anvil is known
/// for, derived by the wallet.
struct EvmFixture {
    EvmFixture()
        : http(node.url(), {.network = &network, .clock = &clock})
        , client(http)
        , key(keyOf(0))
        , us(*wallet::evmAddress(key))
        , them(*wallet::evmAddress(keyOf(7)))
    {
        network.setProxy(QNetworkProxy::NoProxy);
        client.setPollInterval(std::chrono::milliseconds(20));
        const QJsonObject facts = order({});
        coin = *wallet::Address::parse(facts[QStringLiteral("coin")].toString());
        oldCoin = *wallet::Address::parse(facts[QStringLiteral("oldCoin")].toString());
        listener = *wallet::Address::parse(facts[QStringLiteral("listener")].toString());
    }

    static wallet::SecretBytes keyOf(std::uint32_t index)
    {
        const auto phrase = wallet::Mnemonic::parse(
            wallet::SecretBytes::fromText("test test test test test test test test test test test junk"));
        const auto seed = phrase->seed({});
        return std::move(wallet::deriveBip32(*seed, wallet::DerivationPath::evmAccount(index))->key);
    }

    QJsonObject order(const QJsonObject &what) const
    {
        return node.post(QStringLiteral("/control"), QJsonDocument(what).toJson(QJsonDocument::Compact));
    }
    void fault(const QString &mode) const { order({{QStringLiteral("fault"), mode}}); }

    template <class Method, class... Arguments>
    auto run(Method method, Arguments... arguments)
    {
        return await([&](net::CancelToken token) { return (client.*method)(arguments..., token); });
    }

    /// An EIP-1559 transaction with nonce, fee and gas as the node says.
    wallet::EvmTransaction prepared(chain::EvmCall call)
    {
        call.from = us;
        wallet::EvmTransaction transaction;
        transaction.chainId = run(&chain::EvmClient::chainId).value();
        transaction.nonce = run(&chain::EvmClient::nonce, us).value();
        const chain::EvmFees fees = run(&chain::EvmClient::fees).value();
        transaction.maxFeePerGas = fees.normal.maxFeePerGas;
        transaction.maxPriorityFeePerGas = fees.normal.maxPriorityFeePerGas;
        transaction.gas = run(&chain::EvmClient::estimateGas, call).value() * 6 / 5;
        transaction.to = call.to;
        transaction.value = call.value;
        transaction.data = call.data;
        return transaction;
    }

    /// Signs, sends, and waits until it is in a block.
    chain::EvmReceipt mined(const wallet::EvmTransaction &transaction)
    {
        const auto done = wallet::signTransaction(transaction, key);
        REQUIRE(done.has_value());
        const auto hash = run(&chain::EvmClient::send, done->raw);
        INFO((hash ? std::string() : hash.error().serverMessage.toStdString()));
        REQUIRE(hash.has_value());
        CHECK(*hash == done->hash);
        const auto outcome = run(&chain::EvmClient::waitFor, done->raw, 1U);
        REQUIRE(outcome.has_value());
        REQUIRE(outcome->receipt.has_value());
        return *outcome->receipt;
    }

    NodeServer node{QStringLiteral("node.mjs")};
    QNetworkAccessManager network;
    SystemClock clock;
    net::HttpClient http;
    chain::EvmClient client;
    wallet::SecretBytes key;
    wallet::Address us;
    wallet::Address them;
    wallet::Address coin = wallet::Address::evm({});
    wallet::Address oldCoin = wallet::Address::evm({});
    wallet::Address listener = wallet::Address::evm({});
};

} // namespace majlis::test

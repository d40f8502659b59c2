// SPDX-License-Identifier: GPL-3.0-or-later
// Finding and taking back approvals, over real sockets, with a chain of this test behind the node.
#include "models/chain/evm/evmapprovallogs.h"
#include "models/domain/time.h"
#include "models/net/call.h"
#include "tests/unit/net/scriptserver.h"
#include "wallet/encoding/hex.h"
#include "wallet/evm/abi.h"
#include "wallet/intent/transactions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTest>

#include <catch2/catch.hpp>

using namespace majlis;
using namespace majlis::test;
using namespace Qt::StringLiterals;
using Kind = chain::EvmApproval::Kind;
using wallet::AbiFunction;
using wallet::AbiValue;
using wallet::Uint256;

namespace
{

constexpr int patience = 10'000;

Address address(QStringView text)
{
    return Address::parse(text).value();
}

const Address layla = address(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
const Address omar = address(u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
const Address token = address(u"0x5FbDB2315678afecb367f032d93F642f64180aa3");
const Address oldToken = address(u"0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0");
const Address nft = address(u"0x8464135c8F25Da09e49BC8782676a84730C318bC");
const Address manager = address(u"0x71C95911E9a5D330f4D621842EC243EE1343292e");

QString word(const Address &account)
{
    return u"0x"_s + QString(24, u'0') + account.text().sliced(2).toLower();
}

QString word(const Uint256 &number)
{
    return wallet::toHex(number.bigEndian());
}

QString topic(const char *signature)
{
    const std::string_view text(signature);
    return wallet::toHex(wallet::keccak256({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()}));
}

QJsonObject log(const Address &contract, quint64 block, const QStringList &topics, const QString &data)
{
    return {{u"address"_s, contract.text().toLower()}, {u"blockNumber"_s, Uint256(block).toQuantity()},
        {u"topics"_s, QJsonArray::fromStringList(topics)}, {u"data"_s, data}};
}

QJsonObject approval(
    const Address &contract, quint64 block, const Address &spender, const Uint256 &amount, const Address &owner = layla)
{
    return log(contract, block, {topic("Approval(address,address,uint256)"), word(owner), word(spender)}, word(amount));
}

QJsonObject itemApproval(quint64 block, const Address &spender, quint64 item)
{
    return log(nft, block,
        {topic("Approval(address,address,uint256)"), word(layla), word(spender), word(Uint256(item))}, u"0x"_s);
}

QJsonObject forAll(quint64 block, const Address &spender, quint64 allowed)
{
    return log(nft, block, {topic("ApprovalForAll(address,address,bool)"), word(layla), word(spender)},
        word(Uint256(allowed)));
}

struct Chain {
    Chain()
        : server([this](const Received &request, QTcpSocket &socket) { answer(request, socket); })
    {
        network.setProxy(QNetworkProxy::NoProxy);
    }

    void answer(const Received &request, QTcpSocket &socket)
    {
        const QJsonObject asked = QJsonDocument::fromJson(request.body).object();
        const QJsonArray params = asked["params"_L1].toArray();
        QJsonObject reply{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, asked["id"_L1]}};
        const QJsonValue result = resultOf(asked["method"_L1].toString(), params);
        if (result.isUndefined()) {
            const QString method = asked["method"_L1].toString();
            const int code = method == u"eth_getLogs" ? refusal : method == u"eth_call" ? 3 : -32601;
            reply[u"error"_s] = QJsonObject{{u"code"_s, code}, {u"message"_s, u"not like this"_s}};
        } else {
            reply[u"result"_s] = result;
        }
        ScriptServer::answer(socket, 200, QJsonDocument(reply).toJson(QJsonDocument::Compact));
    }

    QJsonValue resultOf(const QString &method, const QJsonArray &params)
    {
        if (method == u"eth_chainId")
            return u"0x38"_s;
        if (method == u"eth_blockNumber")
            return Uint256(head).toQuantity();
        if (method == u"eth_getBlockByNumber")
            return QJsonObject{{u"timestamp"_s,
                Uint256(1'700'000'000 + *Uint256::fromQuantity(params[0].toString())->toUint64()).toQuantity()}};
        if (method == u"eth_getLogs")
            return logsOf(params[0].toObject());
        if (method == u"eth_call")
            return callOf(params[0].toObject());
        if (method == u"eth_getTransactionCount")
            return u"0x7"_s;
        if (method == u"eth_estimateGas")
            return u"0xb411"_s;
        if (method == u"eth_gasPrice")
            return u"0x3b9aca00"_s;
        return QJsonValue(QJsonValue::Undefined);
    }

    QJsonValue logsOf(const QJsonObject &filter)
    {
        ++logRequests;
        const quint64 from = *Uint256::fromQuantity(filter["fromBlock"_L1].toString())->toUint64();
        const quint64 to = *Uint256::fromQuantity(filter["toBlock"_L1].toString())->toUint64();
        const QJsonArray topics = filter["topics"_L1].toArray();
        CHECK(topics[0].toArray().size() == 2);
        CHECK(topics[1].toString() == word(layla));
        if (to - from + 1 > mostBlocks)
            return QJsonValue(QJsonValue::Undefined);
        QJsonArray found;
        for (const auto entry : logs) {
            const quint64 block = *Uint256::fromQuantity(entry.toObject()["blockNumber"_L1].toString())->toUint64();
            if (block >= from && block <= to)
                found.append(entry);
        }
        return found;
    }

    // The state: what each contract answers, by "contract selector words".
    QJsonValue callOf(const QJsonObject &call)
    {
        return state.value(call["to"_L1].toString().toLower() + u' ' + call["data"_L1].toString());
    }
    void set(const Address &contract, const char *method, const AbiValue::List &arguments, const QString &answer)
    {
        state[contract.text().toLower() + u' ' + wallet::toHex(*AbiFunction::parse(method)->encodeCall(arguments))]
            = answer;
    }
    void allow(const Address &contract, const Address &spender, const Uint256 &amount)
    {
        set(contract, "allowance(address,address)", {layla, spender}, word(amount));
    }

    template <class T, class Start>
    Result<T> wait(Start make)
    {
        std::optional<Result<T>> outcome;
        QObject context;
        net::start(&context, make, [&outcome](Result<T> result) { outcome = std::move(result); });
        REQUIRE(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, patience));
        return *outcome;
    }
    std::unique_ptr<chain::ApprovalSource> source()
    {
        return chain::makeApprovalSource(
            server.url(), {.network = &network, .clock = &clock, .gate = nullptr, .cache = nullptr, .tokens = nullptr});
    }
    Result<chain::EvmApprovalList> find()
    {
        const auto asked = source();
        return wait<chain::EvmApprovalList>([&](net::CancelToken cancel) { return asked->find(layla, cancel); });
    }

    SystemClock clock;
    QNetworkAccessManager network;
    QJsonArray logs;
    QJsonObject state;
    quint64 head = 1000;
    quint64 mostBlocks = UINT64_MAX;
    int logRequests = 0;
    int refusal = -32602;
    ScriptServer server;
};

} // namespace

TEST_CASE_METHOD(Chain, "what is allowed now is found, unlimited first, each once, with its age", "[approvals]")
{
    logs = {approval(token, 5, omar, Uint256(9)), approval(token, 6, manager, Uint256(50)),
        approval(token, 7, omar, Uint256::max()), approval(oldToken, 8, omar, Uint256(4)),
        approval(oldToken, 9, manager, Uint256(4)), itemApproval(10, omar, 3), itemApproval(11, manager, 3),
        itemApproval(12, omar, 4), forAll(13, manager, 1), forAll(14, omar, 1), forAll(15, omar, 0)};
    allow(token, omar, Uint256::max());
    allow(token, manager, Uint256(30)); // of 50, 20 were taken
    allow(oldToken, omar, Uint256()); // all was taken
    set(token, "decimals()", {}, word(Uint256(6)));
    set(token, "symbol()", {},
        u"0x"_s + QString(62, u'0') + u"20"_s + QString(62, u'0') + u"03"_s + u"555344"_s + QString(58, u'0'));
    set(token, "name()", {},
        u"0x"_s + QString(62, u'0') + u"20"_s + QString(62, u'0') + u"03"_s + u"555344"_s + QString(58, u'0'));
    set(nft, "getApproved(uint256)", {Uint256(3)}, word(manager));
    set(nft, "ownerOf(uint256)", {Uint256(3)}, word(layla));
    set(nft, "getApproved(uint256)", {Uint256(4)}, word(omar));
    set(nft, "ownerOf(uint256)", {Uint256(4)}, word(omar)); // sold meanwhile
    set(nft, "isApprovedForAll(address,address)", {layla, manager}, word(Uint256(1)));
    const auto found = find();
    REQUIRE(found);
    CHECK(found->chainId == wallet::chainBnb);
    CHECK(found->fromBlock == 0);
    CHECK_FALSE(found->since);
    CHECK(logRequests == 1);
    REQUIRE(found->approvals.size() == 5);
    const auto &all = found->approvals;
    CHECK(all[0].kind == Kind::Collection);
    CHECK(all[0].isUnlimited);
    CHECK(all[0].spender == manager);
    CHECK(all[1].kind == Kind::Token);
    CHECK(all[1].isUnlimited);
    CHECK(all[1].spender == omar);
    CHECK(all[1].givenAt == UnixMs{1'700'000'007'000});
    REQUIRE(all[1].token);
    CHECK(all[1].token->symbol == u"USD");
    CHECK(all[2].kind == Kind::Item);
    CHECK(all[2].item == Uint256(3));
    CHECK(all[2].spender == manager); // the newest has taken omar's place
    CHECK(all[3].contract == oldToken);
    CHECK(all[3].spender == manager);
    CHECK_FALSE(all[3].amount); // the contract did not say: shown as unknown, not as nothing
    CHECK(all[4].amount == Uint256(30));
    CHECK_FALSE(all[4].isUnlimited);
}

TEST_CASE_METHOD(
    Chain, "a node that gives few blocks at a time is asked in pieces, and the reach is told", "[approvals]")
{
    head = 1'000'000;
    mostBlocks = 10'000;
    logs = {approval(token, 5, omar, Uint256(9)), approval(token, 995'000, manager, Uint256(50)),
        approval(token, 985'000, omar, Uint256(7))};
    allow(token, omar, Uint256(7));
    allow(token, manager, Uint256(50));
    const auto found = find();
    REQUIRE(found);
    REQUIRE(found->approvals.size() == 2);
    CHECK(found->approvals[0].spender == manager);
    CHECK(logRequests <= 32);
    REQUIRE(found->fromBlock);
    CHECK(*found->fromBlock > 0);
    CHECK(*found->fromBlock < 800'000);
    CHECK(found->since == UnixMs{(1'700'000'000 + static_cast<qint64>(*found->fromBlock)) * 1000});

    mostBlocks = 0; // gives no logs at all
    const auto blind = find();
    REQUIRE(blind);
    CHECK_FALSE(blind->fromBlock);
    CHECK(blind->approvals.empty());
}

TEST_CASE_METHOD(Chain, "the platforms' own contracts are asked about without any log", "[approvals]")
{
    mostBlocks = 0;
    refusal = -32601;
    const auto staking = wallet::Address::parse(u"0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0").value();
    allow(token, staking, Uint256(12)); // 0x5FbD… is DSLT on this chain
    const auto found = find();
    REQUIRE(found);
    REQUIRE(found->approvals.size() == 1);
    CHECK(found->approvals[0].spender == staking);
    CHECK_FALSE(found->approvals[0].givenAt);
}

TEST_CASE("logs of others and of other kinds are left out, what is no log is an error", "[approvals]")
{
    const auto read = [](const QJsonArray &array) { return chain::readApprovalLogs(array, layla); };
    QJsonObject foreign = approval(token, 1, omar, Uint256(1), omar);
    QJsonObject other = approval(token, 1, omar, Uint256(1));
    other[u"topics"_s]
        = QJsonArray::fromStringList({topic("Transfer(address,address,uint256)"), word(layla), word(omar)});
    QJsonObject dirty = approval(token, 1, omar, Uint256(1));
    dirty[u"topics"_s] = QJsonArray::fromStringList(
        {topic("Approval(address,address,uint256)"), word(layla), u"0x"_s + QString(64, u'f')});
    QJsonObject wrongData = approval(token, 1, omar, Uint256(1));
    wrongData[u"data"_s] = u"0x01"_s;
    CHECK(read({foreign, other, dirty, wrongData})->empty());
    CHECK(read({approval(token, 1, omar, Uint256(1))})->size() == 1);
    QJsonObject broken = approval(token, 1, omar, Uint256(1));
    broken[u"blockNumber"_s] = 7;
    CHECK(read({broken}).error().code == ErrorCode::Malformed);
    broken.remove(u"blockNumber"_s);
    CHECK(read({broken}).error().code == ErrorCode::Malformed);
    CHECK(chain::readApprovalLogs(u"none"_s, layla).error().code == ErrorCode::Malformed);
}

TEST_CASE_METHOD(Chain, "taking back is prepared as its typed intent, with the gas that the node says", "[approvals]")
{
    const auto asked = source();
    const auto prepare = [&](const chain::EvmApproval &approval) {
        return wait<wallet::Intent>(
            [&](net::CancelToken cancel) { return asked->prepareRevoke(layla, approval, cancel); });
    };
    chain::EvmApproval approval{Kind::Token, oldToken, omar, {}, Uint256(5), false, {}, {}};
    approval.token = chain::EvmTokenText{u"BAD NAME"_s, u"x"_s, 6};
    const auto prepared = prepare(approval);
    REQUIRE(prepared);
    const auto intent = std::get<wallet::EvmRevokeIntent>(*prepared);
    CHECK(intent.kind == Kind::Token);
    CHECK(intent.contract == oldToken);
    CHECK(intent.spender == omar);
    CHECK(intent.transaction.chainId == wallet::chainBnb);
    CHECK(intent.transaction.nonce == 7);
    CHECK(intent.transaction.gasLimit == 46097 + 46097 / 4);
    CHECK_FALSE(intent.token); // no name that a review would show
    approval.contract = token;
    CHECK(std::get<wallet::EvmRevokeIntent>(*prepare(approval)).token->symbol == u"DSLT"); // the wallet's, not its own
    approval.contract = oldToken;
    approval.token->symbol = u"OLD"_s;
    CHECK(std::get<wallet::EvmRevokeIntent>(*prepare(approval)).token->symbol == u"OLD");
}

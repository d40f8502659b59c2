// SPDX-License-Identifier: GPL-3.0-or-later
// Clear signing of everything that is not a sign-in: what is shown, what is refused, and that what is signed is it.
#include "tests/unit/wallet/walletfixture.h"
#include "wallet/encoding/hex.h"
#include "wallet/evm/transaction.h"
#include "wallet/intent/transactions.h"
#include "wallet/intentsigner.h"
#include "wallet/review/review.h"
#include "wallet/signer.h"
#include "wallet/solana/instructions.h"
#include "wallet/solana/programaddress.h"
#include "wallet/solana/programs.h"
#include "wallet/solana/transaction.h"

#include <catch2/catch.hpp>

using namespace majlis::wallet;
using namespace Qt::StringLiterals;
using Finding = ReviewFinding;
using Field = ReviewField;

namespace
{

const Address evmAccount = *Address::parse(u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
const Address otherEvm = *Address::parse(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
const Address manager = *Address::parse(u"0x71C95911E9a5D330f4D621842EC243EE1343292e");
const Address mjg = *Address::parse(u"0x8398bCD4f633C72939F9043dB78c574A91C99c0A");
const Address tusd = *Address::parse(u"0x02299a3DcaB0938d0544130D054Bcbfb32B588C3");
const Address solanaAccount = *Address::parse(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF");
const Address otherSolana = *Address::parse(u"9hSR6S7WPtxmTojgo6GG3k4yDPecgJY292j7xrsUGWBu");
const Address zmartCore = *Address::parse(u"7h3gXfBfYFueFVLYyfL5Qo1QGsf4GQUfW96FKVgnUsJS");
const Address market = *Address::parse(u"93XZ8gV71fw27aA55ofEHquscYWpVFpV7LfbAtoL1QPu");
constexpr std::chrono::milliseconds now{1'795'186'245'000};

SecretBytes evmKey()
{
    return SecretBytes::copyOf(*fromHex(u"0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"));
}

SecretBytes solanaKey()
{
    SecretBytes seed(32);
    for (std::size_t i = 0; i < 32; ++i)
        seed.data()[i] = static_cast<std::uint8_t>(i);
    return seed;
}

Review review(const Intent &intent, const Address &account = evmAccount)
{
    return reviewOf(intent, {account, now, {}});
}

Result<SignedIntent> sign(const Intent &intent)
{
    return signIntent(evmKey(), intent, {evmAccount, now, {}});
}

Result<SignedIntent> signWithSolana(const Intent &intent)
{
    return signIntent(solanaKey(), intent, {solanaAccount, now, {}});
}

// contract/ab-land.contracts.md section 4, "swap"
EvmContractCallIntent swapIntent()
{
    return {Platform::AbLand, {chainLocal, 6, 141759, DynamicFee{3'000'000'000, 1'000'000'000}, {}}, manager,
        u"swap(bytes32,address,uint256,uint256)"_s,
        {{*fromHex(u"0x614fb5deaff1e445ed49039960493973bdcbbb5c0c5398839bff5b8115e784e8")}, {mjg},
            {*Uint256::fromUnits(u"100", 18)}, {Uint256(48210735)}},
        {}, {{mjg, u"MJG"_s, 18}, {tusd, u"TUSD"_s, 6}}, false};
}

EvmContractCallIntent approveIntent(const Uint256 &amount)
{
    EvmContractCallIntent intent = swapIntent();
    intent.contract = mjg;
    intent.method = u"approve(address,uint256)"_s;
    intent.arguments = {{manager}, {amount}};
    return intent;
}

EvmTransferIntent transferIntent()
{
    return {{chainBase, 7, 21000, DynamicFee{30'000'000'000, 1'000'000'000}, {}}, otherEvm,
        *Uint256::fromUnits(u"1.5", 18), {}};
}

SolanaTransferIntent solIntent()
{
    SolanaTransferIntent intent{{}, otherSolana, 1'500'000'000, {}, {}};
    intent.transaction.recentBlockhash.fill(7);
    intent.transaction.computeUnitLimit = 20'000;
    intent.transaction.computeUnitPrice = 1000;
    return intent;
}

SolanaProgramCallIntent buyIntent()
{
    SolanaProgramCallIntent intent{Platform::Zmart, solIntent().transaction, zmartCore, u"buy_shares"_s,
        {{std::uint8_t{1}}, {std::uint64_t{5'000'000}}, {std::uint64_t{3'000'000}}}, {market}};
    return intent;
}

solana::PublicKey keyOf(const Address &address)
{
    return *solana::PublicKey::of(address);
}

solana::Instruction buyInstruction(const SolanaProgramCallIntent &intent)
{
    return {keyOf(zmartCore), {{keyOf(solanaAccount), true, true}, {keyOf(market), false, true}},
        instructionDataOf(intent)};
}

Bytes serverTransaction(const std::vector<solana::Instruction> &instructions)
{
    solana::Blockhash hash;
    hash.bytes.fill(7);
    return solana::Transaction::unsignedOf(*solana::compile(keyOf(solanaAccount), hash, instructions)).serialise();
}

} // namespace

TEST_CASE("a swap is shown as what its calldata says, and signed to the contract's byte", "[review][evm]")
{
    const Review shown = review(swapIntent());
    CHECK_FALSE(shown.isRefused());
    CHECK(shown.action == ReviewAction::ContractCall);
    CHECK(shown.valueOf(Field::Platform) == u"AB.LAND"_s);
    CHECK(shown.valueOf(Field::Contract) == u"ABLiquidityManager 0x71C95911E9a5D330f4D621842EC243EE1343292e"_s);
    CHECK(shown.valueOf(Field::Amount) == u"100 MJG"_s);
    CHECK(shown.valueOf(Field::MinimumReceived) == u"48.210735 TUSD"_s);
    CHECK(shown.valueOf(Field::MaximumFee) == u"0.000425277 ETH"_s);
    CHECK(shown.has(Finding::NoExpiry));
    const SignedIntent made = *sign(swapIntent());
    CHECK(toHex(made.transaction)
        == u"0x02f8f2827a6906843b9aca0084b2d05e00830229bf9471c95911e9a5d330f4d621842ec243ee1343292e80b8844669660f614fb5deaff1e445ed49039960493973bdcbbb5c0c5398839bff5b8115e784e80000000000000000000000008398bcd4f633c72939f9043db78c574a91c99c0a0000000000000000000000000000000000000000000000056bc75e2d631000000000000000000000000000000000000000000000000000000000000002dfa32fc080a0f75e2be87341d2ebc4acea378b5030d7335cce22588b63f5889a3ffcd8a7dd38a053e29979f1d13d0d4d70abb9f8a2a09ba3de61c0da93a5372520a530c9af102d"_s);
    CHECK(made.transactionId == u"0x579bbec5ca293a6073037b042dea6c4877e55bf9f1ef0cc99d3c708126682c71"_s);
    CHECK(made.description.contains(u"MinimumReceived: 48.210735 TUSD"_s));
}

TEST_CASE("calls that are not known are refused, and dangerous in expert mode", "[review][evm]")
{
    EvmContractCallIntent intent = swapIntent();
    intent.method = u"drain(bytes32,address,uint256,uint256)"_s;
    CHECK(review(intent).has(Finding::UnknownMethod));
    CHECK(sign(intent).error().code == ErrorCode::Refused);
    intent.expertMode = true;
    CHECK_FALSE(review(intent).isRefused());
    CHECK(review(intent).notices.front().severity == Severity::Danger);
    CHECK(review(intent).has(Finding::ExpertMode));
    CHECK(sign(intent));

    intent = swapIntent();
    intent.transaction.chainId = chainBase; // the manager is not there
    CHECK(review(intent).has(Finding::UnknownContract));
    CHECK(review(intent).isRefused());
    intent = swapIntent();
    intent.contract = otherEvm; // on the development chain addresses come and go
    CHECK_FALSE(review(intent).isRefused());
    CHECK(review(intent).has(Finding::UnknownContract));
    intent = swapIntent();
    intent.platform = Platform::Dslt;
    intent.transaction.chainId = chainEthereum;
    CHECK(review(intent).has(Finding::WrongChain));
    intent = swapIntent();
    intent.arguments.back() = {Uint256(0)};
    CHECK(review(intent).has(Finding::ZeroMinimum));
    CHECK(review(intent).isRefused());
    intent = swapIntent();
    intent.arguments.pop_back();
    CHECK(review(intent).isRefused());
    intent = swapIntent();
    intent.transaction.validUntil = now;
    CHECK(review(intent).has(Finding::Expired));
    intent = swapIntent();
    intent.tokens[1].decimals = 18; // would make 48 of it look like 0.00000000004
    CHECK(review(intent).isRefused());
}

TEST_CASE("approvals name who may take what, and have a limit", "[review][evm]")
{
    const Review shown = review(approveIntent(*Uint256::fromUnits(u"100", 18)));
    CHECK_FALSE(shown.isRefused());
    CHECK(shown.action == ReviewAction::Approve);
    CHECK(shown.valueOf(Field::Spender).startsWith(u"ABLiquidityManager 0x71C9"));
    CHECK(shown.valueOf(Field::MaximumSpent) == u"100 MJG"_s);
    for (const Uint256 &amount : {Uint256::max(), Uint256::powerOfTwo(255), Uint256::powerOfTwo(160)}) {
        EvmContractCallIntent intent = approveIntent(amount);
        CHECK(review(intent).has(Finding::UnlimitedApproval));
        CHECK(review(intent).isRefused());
        intent.expertMode = true;
        CHECK_FALSE(review(intent).isRefused());
    }
    EvmContractCallIntent stranger = approveIntent(1);
    stranger.platform = Platform::Dslt;
    stranger.transaction.chainId = chainBnb;
    stranger.arguments[0] = {otherEvm};
    CHECK(review(stranger).has(Finding::UnknownContract));
    CHECK(review(stranger).isRefused());
}

TEST_CASE("an approval is taken back whoever may take, and nothing can be granted that way", "[review][evm]")
{
    using Kind = EvmRevokeIntent::Kind;
    const auto callOf = [](const EvmRevokeIntent &intent) {
        const Result<SignedIntent> made = sign(intent);
        REQUIRE(made);
        const SignedEvmTransaction read = *decodeTransaction(made->transaction);
        CHECK(read.from == evmAccount);
        CHECK(read.transaction.to == intent.contract);
        CHECK(read.transaction.value.isZero());
        return toHex(read.transaction.data);
    };
    const EvmTransactionFields fields = swapIntent().transaction;
    // Selectors and words by ERC-20, ERC-721 and ERC-1155.
    EvmRevokeIntent token{Kind::Token, fields, mjg, otherEvm, {}, EvmToken{mjg, u"MJG"_s, 18}};
    const Review shown = review(token);
    CHECK_FALSE(shown.isRefused());
    CHECK(shown.action == ReviewAction::Revoke);
    CHECK(shown.valueOf(Field::Spender) == otherEvm.text());
    CHECK(shown.valueOf(Field::Contract).startsWith(u"MJG 0x8398"));
    CHECK_FALSE(shown.has(Finding::RevokesUnknownToken));
    const QString otherWord = u"00000000000000000000000070997970c51812dc3a010c7d01b50e0d17dc79c8"_s;
    const QString zeroWord(64, u'0');
    CHECK(callOf(token) == u"0x095ea7b3"_s + otherWord + zeroWord);
    EvmRevokeIntent item{Kind::Item, fields, otherEvm, otherEvm, Uint256(7), {}};
    CHECK(callOf(item) == u"0x095ea7b3"_s + zeroWord + QString(63, u'0') + u'7');
    EvmRevokeIntent all{Kind::Collection, fields, otherEvm, otherEvm, {}, {}};
    CHECK(callOf(all) == u"0xa22cb465"_s + otherWord + zeroWord);
    CHECK(review(all).valueOf(Field::Method) == u"setApprovalForAll(address,bool)"_s);

    EvmRevokeIntent unknown = token;
    unknown.contract = otherEvm;
    unknown.token.reset();
    CHECK(review(unknown).has(Finding::RevokesUnknownToken)); // of a collection it would grant item 0
    CHECK_FALSE(review(unknown).isRefused());
    unknown.token = EvmToken{mjg, u"MJG"_s, 18}; // another contract's
    CHECK(review(unknown).isRefused());
    item.kind = Kind::Token;
    CHECK(review(item).isRefused()); // a number that the call would not carry
    CHECK(review(token, solanaAccount).has(Finding::WrongAccount));
}

TEST_CASE("numbers below zero are encoded as the method has them, or refused", "[review][evm]")
{
    EvmContractCallIntent intent = swapIntent();
    intent.method = u"adjust(int8,int256)"_s;
    intent.expertMode = true;
    intent.arguments = {{*Int256::fromDecimal(u"-128")}, {*Int256::fromDecimal(u"-1")}};
    const SignedIntent made = *sign(intent);
    const QString data = toHex(decodeTransaction(made.transaction)->transaction.data);
    CHECK(data.sliced(10) == QString(62, u'f') + u"80"_s + QString(64, u'f'));
    CHECK(made.description.contains(u"-128"_s));
    intent.arguments[0] = {*Int256::fromDecimal(u"-129")};
    CHECK(review(intent).isRefused());
    intent.arguments[0] = {*Int256::fromDecimal(u"128")};
    CHECK(review(intent).isRefused());
    intent.arguments[0] = {Uint256(1)}; // of another kind
    CHECK(review(intent).isRefused());
}

TEST_CASE("transfers show amount, recipient in full and the highest fee", "[review][evm]")
{
    const Review shown = review(transferIntent());
    CHECK_FALSE(shown.isRefused());
    CHECK(shown.valueOf(Field::Amount) == u"1.5 ETH"_s);
    CHECK(shown.valueOf(Field::Chain) == u"Base (8453)"_s);
    CHECK(shown.valueOf(Field::Recipient) == otherEvm.text());
    CHECK(grouped(otherEvm) == u"0x 7099 7970 C518 12dc 3A01 0C7d 01b5 0e0d 17dc 79C8"_s);
    CHECK(shown.valueOf(Field::MaximumFee) == u"0.00063 ETH"_s);
    const SignedIntent made = *sign(transferIntent());
    const SignedEvmTransaction read = *decodeTransaction(made.transaction);
    CHECK(read.from == evmAccount);
    CHECK(read.transaction.to == otherEvm);
    CHECK(read.transaction.value == *Uint256::fromUnits(u"1.5", 18));

    EvmTransferIntent intent = transferIntent();
    intent.amount = 0;
    CHECK(review(intent).isRefused());
    intent.recipient = evmAccount;
    CHECK(review(intent).action == ReviewAction::CancelTransaction);
    CHECK_FALSE(review(intent).isRefused());
    intent = transferIntent();
    intent.recipient = Address::evm({});
    CHECK(review(intent).isRefused());
    intent = transferIntent();
    intent.transaction.chainId = 0;
    CHECK(review(intent).isRefused());
    intent = transferIntent();
    intent.transaction.gasLimit = 10'000'000;
    CHECK(review(intent).has(Finding::HighFee));
    intent.recipient = solanaAccount;
    CHECK(review(intent).isRefused());
    CHECK(review(transferIntent(), solanaAccount).has(Finding::WrongAccount));

    intent = transferIntent();
    intent.transaction.chainId = chainLocal;
    intent.token = EvmToken{tusd, u"TUSD"_s, 6};
    intent.amount = 2'500'000;
    CHECK(review(intent).valueOf(Field::Amount) == u"2.5 TUSD"_s);
    CHECK_FALSE(review(intent).has(Finding::UnknownToken));
    intent.recipient = tusd;
    CHECK(review(intent).isRefused());
    intent.recipient = otherEvm;
    intent.token->contract = otherEvm;
    CHECK(review(intent).isRefused()); // the recipient is the token's contract
    intent.token->contract = manager;
    CHECK(review(intent).has(Finding::UnknownToken));
    intent.token->symbol = u"US DT"_s;
    CHECK(review(intent).isRefused());
}

TEST_CASE("typed data of another chain, of every chain, or of an unknown contract is refused", "[review][typed]")
{
    const auto json = [](const QByteArray &chain, const QByteArray &contract, const QByteArray &value) -> QByteArray {
        return R"({"types":{"EIP712Domain":[{"name":"name","type":"string"})"
            + (chain.isEmpty() ? QByteArray() : QByteArray(R"(,{"name":"chainId","type":"uint256"})"))
            + R"(,{"name":"verifyingContract","type":"address"}],"Permit":[{"name":"owner","type":"address"},)"
              R"({"name":"spender","type":"address"},{"name":"value","type":"uint256"}]},"primaryType":"Permit",)"
              R"("domain":{"name":"TUSD",)"
            + (chain.isEmpty() ? QByteArray() : QByteArray("\"chainId\":" + chain + ',')) + "\"verifyingContract\":\""
            + contract + R"("},"message":{"owner":")" + evmAccount.text().toLatin1() + R"(","spender":")"
            + manager.text().toLatin1() + R"(","value":")" + value + R"("}})";
    };
    const QByteArray token = tusd.text().toLatin1();
    const auto intent
        = [&](const QByteArray &text) { return EvmTypedDataIntent{Platform::AbLand, chainLocal, text, false}; };
    const Review shown = review(intent(json("31337", token, "5")));
    CHECK_FALSE(shown.isRefused());
    CHECK(shown.action == ReviewAction::Approve);
    CHECK(shown.valueOf(Field::Contract) == u"TUSD "_s + tusd.text());
    const SignedIntent made = *sign(intent(json("31337", token, "5")));
    CHECK(made.signature.size() == 132);
    CHECK(review(intent(json("1", token, "5"))).has(Finding::WrongChain));
    CHECK(review(intent(json({}, token, "5"))).has(Finding::WrongChain));
    CHECK(sign(intent(json("1", token, "5"))).error().code == ErrorCode::Refused);
    CHECK(review(intent(json("31337", otherEvm.text().toLatin1(), "5"))).has(Finding::UnknownContract));
    CHECK(review(intent(json("31337", token, Uint256::max().toDecimal().toLatin1()))).has(Finding::UnlimitedApproval));
    CHECK(review(intent("{}")).isRefused());
    QByteArray more = json("31337", token, "5");
    more.replace(R"("message":{)", R"("message":{"note":"not covered",)");
    CHECK(review(intent(more)).isRefused());
}

TEST_CASE("a free message that would sign in somewhere, or move money, is refused", "[review][message]")
{
    CHECK_FALSE(review(TextMessageIntent{u"I own this address. \u0645\u0631\u062d\u0628\u0627"_s}).isRefused());
    for (const QString &text : {u"evil.example wants you to sign in with your Ethereum account:\n0x"_s,
             u"Sign this  message\nto authenticate with AB.LAND: 1"_s, u"REGISTER REFERRAL\n"_s, QString(70'000, u'x'),
             QString()}) {
        CHECK(review(TextMessageIntent{text}).isRefused());
        const QByteArray utf8 = text.toUtf8();
        CHECK(review(TextMessageIntent{Bytes(utf8.begin(), utf8.end())}).isRefused());
    }
    CHECK(review(TextMessageIntent{Bytes(32, 0x80)}).has(Finding::UnreadableBytes));
    CHECK(review(TextMessageIntent{u"abc\u202Etxt"_s}).has(Finding::UnreadableBytes)); // turned around on the screen
    const Bytes message = messageOf(solIntent(), solanaAccount)->serialise();
    CHECK(review(TextMessageIntent{message}, solanaAccount).has(Finding::LooksLikeTransaction));
    CHECK(signWithSolana(TextMessageIntent{message}).error().code == ErrorCode::Refused);
    CHECK(signWithSolana(TextMessageIntent{u"hello"_s}));
}

TEST_CASE("SOL and tokens of Solana are sent as shown", "[review][solana]")
{
    const Review shown = review(solIntent(), solanaAccount);
    CHECK_FALSE(shown.isRefused());
    CHECK(shown.valueOf(Field::Amount) == u"1.5 SOL"_s);
    CHECK(shown.valueOf(Field::MaximumFee) == u"0.00000502 SOL"_s);
    const SignedIntent made = *signWithSolana(solIntent());
    CHECK(solana::Transaction::parse(made.transaction)->isFullySigned());
    SolanaTransferIntent token = solIntent();
    token.token = SolanaToken{otherSolana, u"USDC"_s, 6, true};
    token.memo = u"invoice 7"_s;
    CHECK_FALSE(review(token, solanaAccount).isRefused());
    CHECK(review(token, solanaAccount).valueOf(Field::Amount) == u"1500 USDC"_s);
    CHECK(review(token, solanaAccount).has(Finding::UnknownToken));
    CHECK(signWithSolana(token));
    SolanaTransferIntent nothing = solIntent();
    nothing.amount = 0;
    CHECK(review(nothing, solanaAccount).isRefused());
    CHECK(review(solIntent(), evmAccount).isRefused());
    nothing = solIntent();
    nothing.transaction.recentBlockhash = {};
    CHECK(review(nothing, solanaAccount).isRefused());
}

TEST_CASE("an EVM transaction of a server is signed only when no field differs", "[review][server]")
{
    const EvmTransaction built = *transactionOf(swapIntent());
    const auto intent = [](const EvmTransaction &transaction) {
        return ServerBuiltTransactionIntent{Platform::AbLand, transaction.unsignedPayload(), swapIntent()};
    };
    CHECK_FALSE(review(intent(built)).isRefused());
    CHECK(sign(intent(built))->transaction == sign(swapIntent())->transaction);
    std::vector<EvmTransaction> changed(8, built);
    changed[0].nonce += 1;
    changed[1].gas += 1;
    changed[2].maxFeePerGas = 4'000'000'000;
    changed[3].maxPriorityFeePerGas = 2'000'000'000;
    changed[4].to = otherEvm;
    changed[5].value = 1;
    changed[6].data.back() ^= 1;
    changed[7].accessList.push_back({otherEvm, {}});
    for (const EvmTransaction &one : changed) {
        CHECK(review(intent(one)).has(Finding::ServerBytesDiffer));
        CHECK(sign(intent(one)).error().code == ErrorCode::Refused);
    }
    const Bytes whole = built.unsignedPayload();
    for (std::size_t i = 0; i < whole.size(); ++i) {
        Bytes flipped = whole;
        flipped[i] ^= 0x01;
        CHECK(review(ServerBuiltTransactionIntent{Platform::AbLand, flipped, swapIntent()}).isRefused());
    }
}

TEST_CASE("a Solana transaction of a server may do what was asked for and nothing else", "[review][server]")
{
    const auto intent
        = [](Bytes bytes) { return ServerBuiltTransactionIntent{Platform::Zmart, std::move(bytes), buyIntent()}; };
    const solana::Instruction buy = buyInstruction(buyIntent());
    const solana::Instruction price = solana::computebudget::setUnitPrice(1000);
    const Review shown = review(intent(serverTransaction({price, buy})), solanaAccount);
    INFO(shown.description().toStdString());
    CHECK_FALSE(shown.isRefused());
    CHECK(shown.valueOf(Field::Program).startsWith(u"ZMART Core "));
    CHECK(signWithSolana(intent(serverTransaction({price, buy}))));

    const auto refused = [&](const std::vector<solana::Instruction> &instructions) {
        return review(intent(serverTransaction(instructions)), solanaAccount).has(Finding::ServerBytesDiffer);
    };
    CHECK(refused({price}));
    CHECK(refused({buy, buy}));
    CHECK(refused({buy, solana::system::transfer(keyOf(solanaAccount), keyOf(otherSolana), 1)}));
    solana::Instruction dearer = buy;
    dearer.data[17] ^= 1; // max_cost
    CHECK(refused({dearer}));
    solana::Instruction elsewhere = buy;
    elsewhere.accounts[1].key = keyOf(otherSolana);
    CHECK(refused({elsewhere}));
    solana::Instruction stranger = buy;
    stranger.program = keyOf(otherSolana);
    CHECK(refused({stranger}));
    CHECK(review(intent(serverTransaction({buy, solana::system::assign(keyOf(solanaAccount), keyOf(otherSolana))})),
        solanaAccount)
            .has(Finding::OwnerChange));
    SolanaProgramCallIntent other = buyIntent();
    other.transaction.recentBlockhash.fill(8);
    CHECK(review(ServerBuiltTransactionIntent{Platform::Zmart, serverTransaction({buy}), other}, solanaAccount)
            .has(Finding::ServerBytesDiffer));
    other = buyIntent();
    other.program = otherSolana;
    CHECK(review(ServerBuiltTransactionIntent{Platform::Zmart, serverTransaction({buy}), other}, solanaAccount)
            .has(Finding::UnknownProgram));
    CHECK(review(intent({}), solanaAccount).isRefused());
    CHECK(review(buyIntent(), solanaAccount).isRefused()); // not without the server's bytes

    const ServerBuiltTransactionIntent transfer{Platform::Zmart,
        solana::Transaction::unsignedOf(*messageOf(solIntent(), solanaAccount)).serialise(), solIntent()};
    CHECK_FALSE(review(transfer, solanaAccount).isRefused());
    ServerBuiltTransactionIntent more = transfer;
    std::get<SolanaTransferIntent>(more.expected).amount -= 1;
    CHECK(review(more, solanaAccount).has(Finding::ServerBytesDiffer));
}

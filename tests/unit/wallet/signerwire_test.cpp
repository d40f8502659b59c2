// SPDX-License-Identifier: GPL-3.0-or-later
// The signer's protocol as bytes, without a process: also under sanitizers, which the confined process cannot bear.
#include "tests/unit/wallet/walletfixture.h"
#include "wallet/signerprocess/messagewire.h"

#include <catch2/catch.hpp>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

TEST_CASE("every request and reply comes through the encoding unchanged", "[signerprocess][wire]")
{
    const auto again = [](const WalletRequest &request) {
        const SecretBytes written = wire::writeRequest(7, request);
        const auto read = wire::readRequest(written.view());
        REQUIRE(read);
        CHECK(read->number == 7);
        CHECK(read->request.index() == request.index());
        CHECK(wire::writeRequest(7, read->request) == written);
        for (std::size_t size = 0; size < written.size(); ++size)
            CHECK_FALSE(wire::readRequest(written.view().first(size)));
    };
    const Address evm = *Address::parse(u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    const Address solana = *Address::parse(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF");
    again(request::Inspect{});
    again(request::Create{knownMnemonic().entropy().clone(), secret("x"), secret("p")});
    again(request::ChangePassphrase{secret("a"), secret("b")});
    again(request::AddAccount{AddressFamily::Solana, u"\u0645\u062c\u0644\u0633"_s});
    again(request::PutSecret{u"token"_s, SecretBytes(65536)});
    again(request::SetIdleLock{std::chrono::minutes(5)});
    again(request::ImportKey{KeyFormat::SolanaBase58, secret("t"), secret("f"), u"n"_s});
    again(request::WatchAddress{solana, u"n"_s});
    again(request::SetAccountHidden{3, true});
    again(request::RemoveAccount{3});
    again(request::ExportKey{3, secret("p"), KeyFormat::EvmKeystore, secret("f")});
    const EvmTransferIntent transfer{
        {chainBase, 7, 21000, DynamicFee{30, 2}, {}}, evm, Uint256::max(), EvmToken{evm, u"USDT"_s, 6}};
    const CallArgument tuple{std::vector<CallArgument>{
        {Uint256(1)}, {true}, {evm}, {u"text"_s}, {Bytes{1, 2}}, {Int256::fromBits(Uint256::max())}}};
    const EvmContractCallIntent contractCall{Platform::AbLand, transfer.transaction, evm,
        u"f((uint256,bool,address,string,bytes,int8))"_s, {tuple}, 5, {{evm, u"A"_s, 0}}, true};
    const SolanaTransferIntent sol{{SolanaCluster::Devnet, {1, 2, 3}, 9, 200'000, 1000}, solana, 5,
        SolanaToken{solana, u"USDC"_s, 6, true}, u"memo"_s};
    const SolanaProgramCallIntent program{Platform::Zmart, sol.transaction, solana, u"buy_shares"_s,
        {{std::uint8_t{1}}, {std::uint64_t{2}}, {solana}}, {solana}};
    for (const Intent &intent : {Intent(SignInIntent{.nonce = u"n"_s}),
             Intent(ReferralRegistrationIntent{evm, u"c"_s, ReferralChain::Arbitrum}), Intent(EvmSignInIntent{}),
             Intent(SolanaSignInIntent{}), Intent(TextMessageIntent{u"text"_s}),
             Intent(TextMessageIntent{Bytes{0, 255}}), Intent(transfer), Intent(contractCall),
             Intent(EvmTypedDataIntent{Platform::Dslt, 56, "{}", false}), Intent(sol), Intent(program),
             Intent(ServerBuiltTransactionIntent{Platform::Dslt, Bytes{1}, contractCall}),
             Intent(ServerBuiltTransactionIntent{Platform::Zmart, Bytes{1}, program}),
             Intent(EvmRevokeIntent{
                 EvmRevokeIntent::Kind::Item, transfer.transaction, evm, evm, Uint256::max(), transfer.token})})
        again(request::Sign{1, intent});

    CallArgument deep{Uint256(1)};
    for (int i = 0; i < 20; ++i)
        deep = CallArgument{std::vector<CallArgument>{deep}};
    EvmContractCallIntent nested = contractCall;
    nested.arguments = {deep};
    CHECK_FALSE(wire::readRequest(wire::writeRequest(1, request::Sign{1, nested}).view()));
    nested.arguments = {};
    nested.method = QString(100'000, u'x');
    CHECK_FALSE(wire::readRequest(wire::writeRequest(1, request::Sign{1, nested}).view()));

    WalletReply reply{WalletValue(SignedIntent{evm, u"m"_s, u"s"_s, {1}, u"id"_s, u"d"_s}), {}};
    reply.snapshot = {WalletPhase::Unlocked, {}, true, true, u"id"_s,
        {Account{1, u"Main"_s, evm, 0, AccountOrigin::Imported, true}}, true};
    const auto read = wire::readReply(wire::writeReply(3, reply).view());
    REQUIRE(read);
    CHECK(read->reply.snapshot.accounts == reply.snapshot.accounts);
    CHECK(read->reply.snapshot.hasMnemonicPassphrase);
    CHECK(std::get<SignedIntent>(*read->reply.result).transactionId == u"id"_s);
    const WalletReply failed{fail(ErrorCode::Throttled, "wait"), reply.snapshot};
    CHECK(wire::readReply(wire::writeReply(3, failed).view())->reply.result.error().code == ErrorCode::Throttled);
}

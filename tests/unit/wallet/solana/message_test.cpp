// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signer.h"
#include "wallet/solana/instructions.h"
#include "wallet/solana/message.h"
#include "wallet/solana/programs.h"
#include "wallet/solana/transaction.h"
#include "wallet/verify.h"

#include <catch2/catch.hpp>

using namespace majlis::wallet;
using namespace majlis::wallet::solana;

namespace
{

SecretBytes seedOf(std::uint8_t fill)
{
    SecretBytes seed(32);
    std::ranges::fill(seed.span(), fill);
    return seed;
}

PublicKey wallet(std::uint8_t fill)
{
    return *PublicKey::of(*solanaAddress(seedOf(fill)));
}

Blockhash someHash()
{
    Blockhash hash;
    hash.bytes.fill(7);
    return hash;
}

std::string errorOf(const Bytes &message)
{
    const auto parsed = Message::parse(message);
    return parsed ? std::string() : parsed.error().detail;
}

} // namespace

TEST_CASE("accounts are put in the format's order, each once with all its rights", "[solana]")
{
    const PublicKey payer = wallet(1);
    const PublicKey readonlySigner = wallet(2);
    const PublicKey other = wallet(3);
    const Instruction first{
        memoProgram(), {{other, false, false}, {readonlySigner, true, false}, {payer, false, false}}, {1}};
    const Message message = *compile(payer, someHash(), std::vector{first, system::transfer(payer, other, 5)});
    CHECK(message.keys == std::vector{payer, readonlySigner, other, memoProgram(), systemProgram()});
    CHECK(message.requiredSignatures == 2);
    CHECK(message.readonlySigners == 1);
    CHECK(message.readonlyOthers == 2);
    CHECK((message.isWritable(0) && !message.isWritable(1) && message.isWritable(2) && !message.isWritable(3)));
    CHECK((message.signerIndex(readonlySigner) == 1U && !message.signerIndex(other)));
    CHECK(message.instructions[0].accounts == Bytes{2, 1, 0});
    CHECK(*Message::parse(message.serialise()) == message);
}

TEST_CASE("lookup tables take what neither signs nor is a program", "[solana]")
{
    const PublicKey payer = wallet(1);
    const std::vector<LookupTable> tables
        = {{wallet(90), {wallet(2), wallet(3), payer, systemProgram()}}, {wallet(91), {wallet(3), wallet(4)}}};
    const Instruction call{
        memoProgram(), {{wallet(3), false, true}, {wallet(4), false, false}, {wallet(5), false, true}}, {}};
    const Message message = *compile(
        payer, someHash(), std::vector{call, system::transfer(payer, wallet(2), 1)}, MessageVersion::V0, tables);
    CHECK(message.keys == std::vector{payer, wallet(5), memoProgram(), systemProgram()});
    REQUIRE(message.lookups.size() == 2);
    CHECK(message.lookups[0] == TableLookup{wallet(90), {1, 0}, {}});
    CHECK(message.lookups[1] == TableLookup{wallet(91), {}, {1}});
    const auto all = message.accounts(tables);
    CHECK(all
        == std::vector<std::optional<PublicKey>>{
            payer, wallet(5), memoProgram(), systemProgram(), wallet(3), wallet(2), wallet(4)});
    CHECK(message.instructions[0].accounts == Bytes{4, 6, 1});
    CHECK((message.isWritable(4) && message.isWritable(5) && !message.isWritable(6)));
    CHECK(*Message::parse(message.serialise()) == message);
    CHECK_FALSE(message.accounts({})[4]);
    CHECK_FALSE(message.accounts(std::vector<LookupTable>{{wallet(90), {wallet(2)}}})[4]);
    CHECK_FALSE(compile(payer, someHash(), {}, MessageVersion::Legacy, tables));
}

TEST_CASE("what cannot be compiled is refused", "[solana]")
{
    const PublicKey payer = wallet(1);
    CHECK_FALSE(compile(payer, someHash(), std::vector{Instruction{payer, {}, {}}}));
    CHECK_FALSE(compile(payer, someHash(), std::vector{Instruction{memoProgram(), {}, Bytes(65536)}}));
    Instruction crowded{memoProgram(), {}, {}};
    for (int i = 0; i < 255; ++i) {
        PublicKey key;
        key.bytes = {static_cast<std::uint8_t>(i), 1};
        crowded.accounts.push_back({key, false, false});
    }
    CHECK_FALSE(compile(payer, someHash(), std::vector{crowded}));
    crowded.accounts.pop_back();
    CHECK(compile(payer, someHash(), std::vector{crowded}));
}

TEST_CASE("messages are read strictly, and the error names the field", "[solana]")
{
    const Message good = *compile(wallet(1), someHash(), std::vector{system::transfer(wallet(1), wallet(2), 5)},
        MessageVersion::V0, std::vector<LookupTable>{{wallet(9), {wallet(2)}}});
    const Bytes bytes = good.serialise();
    REQUIRE(Message::parse(bytes));
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_FALSE(Message::parse(ByteView(bytes).first(size)));
    const auto changed = [&good](auto change) {
        Message message = good;
        change(message);
        return errorOf(message.serialise());
    };
    CHECK(errorOf(bytes).empty());
    Bytes longer = bytes;
    longer.push_back(0);
    CHECK(errorOf(longer).starts_with("end"));
    Bytes next = bytes;
    next[0] = 0x81;
    CHECK(errorOf(next).starts_with("version"));
    CHECK(changed([](Message &m) { m.requiredSignatures = 0; }).starts_with("header"));
    CHECK(changed([](Message &m) { m.readonlySigners = 1; }).starts_with("header"));
    CHECK(changed([](Message &m) { m.readonlyOthers = 2; }).starts_with("header"));
    CHECK(changed([](Message &m) { m.keys[1] = m.keys[0]; }).starts_with("account keys"));
    CHECK(changed([](Message &m) {
        m.lookups[0].writable.clear();
        m.instructions[0].accounts = {};
    }).starts_with("lookup table"));
    CHECK(changed([](Message &m) { m.instructions[0].programIndex = 0; }).starts_with("instruction program"));
    CHECK(changed([](Message &m) { m.instructions[0].programIndex = 2; }).starts_with("instruction program"));
    CHECK(changed([](Message &m) { m.instructions[0].accounts[1] = 3; }).starts_with("instruction accounts"));
    CHECK(changed([](Message &m) { m.lookups[0].readonly = Bytes(254); }).starts_with("account keys"));
}

TEST_CASE("signing somebody else's transaction fills our slot and nothing else", "[solana]")
{
    const Message message
        = *compile(wallet(1), someHash(), std::vector{*memo::create("hello", std::vector{wallet(2), wallet(3)})});
    const Bytes unsignedBytes = Transaction::unsignedOf(message).serialise();
    const SignedTransaction second = *signTransaction(unsignedBytes, seedOf(2));
    for (std::size_t i = 0; i < unsignedBytes.size(); ++i) {
        if (i < 65 || i >= 129)
            REQUIRE(second.bytes[i] == unsignedBytes[i]);
    }
    CHECK_FALSE(Transaction::parse(second.bytes)->isFullySigned());
    const Bytes all = signTransaction(signTransaction(second.bytes, seedOf(1))->bytes, seedOf(3))->bytes;
    const Transaction whole = *Transaction::parse(all);
    CHECK(whole.isFullySigned());
    CHECK(whole.serialise() == all);
    CHECK(verifyEd25519(message.serialise(), whole.signatures[1], wallet(2).address()));
    CHECK(signTransaction(all, seedOf(2))->bytes == all);

    CHECK_FALSE(signTransaction(unsignedBytes, seedOf(4)));
    CHECK_FALSE(signTransaction(unsignedBytes, SecretBytes(31)));
    for (std::size_t size = 0; size < unsignedBytes.size(); ++size)
        CHECK_FALSE(signTransaction(ByteView(unsignedBytes).first(size), seedOf(1)));
    Transaction fewer = *Transaction::parse(unsignedBytes);
    fewer.signatures.pop_back();
    CHECK_FALSE(signTransaction(fewer.serialise(), seedOf(1)));
    Bytes alias = unsignedBytes;
    alias[0] |= 0x80U;
    alias.insert(alias.begin() + 1, 0);
    CHECK_FALSE(signTransaction(alias, seedOf(1)));
}

TEST_CASE("a transaction is at most one packet", "[solana]")
{
    const auto sized = [](std::size_t data) {
        const Message message
            = *compile(wallet(1), someHash(), std::vector{Instruction{memoProgram(), {}, Bytes(data)}});
        return signMessageOf(message, seedOf(1));
    };
    const std::size_t most = maximumTransactionSize - sized(200)->bytes.size() + 200;
    CHECK(sized(most)->bytes.size() == maximumTransactionSize);
    CHECK_FALSE(sized(most + 1));
}

TEST_CASE("a transaction is not signed as if it were a text", "[solana]")
{
    const Message message = *compile(wallet(1), someHash(), std::vector{system::transfer(wallet(1), wallet(2), 5)});
    CHECK_FALSE(signOffChainMessage(message.serialise(), seedOf(1)));
    CHECK(signOffChainMessage(bytesOf("hello"), seedOf(1)));
    CHECK(signOffChainMessage({}, seedOf(1)));
}

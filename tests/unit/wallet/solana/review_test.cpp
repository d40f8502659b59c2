// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signer.h"
#include "wallet/solana/instructions.h"
#include "wallet/solana/programaddress.h"
#include "wallet/solana/programs.h"
#include "wallet/solana/review.h"
#include "wallet/solana/transaction.h"

#include <catch2/catch.hpp>

#include <QByteArray>

#include <limits>

using namespace majlis::wallet;
using namespace majlis::wallet::solana;
using namespace Qt::StringLiterals;

namespace
{

PublicKey walletOf(std::uint8_t fill)
{
    SecretBytes seed(32);
    std::ranges::fill(seed.span(), fill);
    return *PublicKey::of(*solanaAddress(seed));
}

const PublicKey us = walletOf(1);
const PublicKey them = walletOf(2);
const PublicKey mint = walletOf(3);
const PublicKey source = *associatedTokenAddress(us, mint, tokenProgram());
const PublicKey destination = *associatedTokenAddress(them, mint, tokenProgram());
constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

TransactionReview reviewed(const std::vector<Instruction> &instructions, ReviewContext context = {.wallet = us})
{
    return review(*compile(us, Blockhash{}, instructions), context);
}

// The concern is there with that severity, and the verdict is at least as bad.
bool warns(const Instruction &instruction, Concern concern, Severity severity, ReviewContext context = {.wallet = us})
{
    const TransactionReview result = reviewed({instruction}, std::move(context));
    const auto found = std::ranges::find(result.warnings, concern, &Warning::concern);
    return found != result.warnings.end() && found->severity == severity && result.verdict() >= severity
        && found->instruction == 0U;
}

} // namespace

TEST_CASE("review: a plain transfer has nothing to warn of", "[solana]")
{
    const TransactionReview result = reviewed(
        {computebudget::setUnitLimit(1'000), computebudget::setUnitPrice(1'001), system::transfer(us, them, 7),
            *memo::create("rent"), token::transferChecked(tokenProgram(), source, mint, destination, us, 5, 6)});
    CHECK(result.verdict() == Severity::None);
    CHECK((result.feePayer == us && result.signers == std::vector{us} && !result.nonceAccount));
    CHECK((result.fees.base == 5'000 && result.fees.priority == 2 && result.fees.unitLimit == 1'000));
    CHECK(result.outflow.lamports == 7);
    REQUIRE(result.outflow.tokens.size() == 1);
    CHECK((result.outflow.tokens[0].mint == mint && result.outflow.tokens[0].source == source
        && result.outflow.tokens[0].to == destination && result.outflow.tokens[0].amount == 5));
    const DecodedInstruction &transfer = result.instructions[2];
    CHECK((transfer.program == Program::System && transfer.method == Method::Transfer));
    CHECK((transfer.key(Role::From) == us && transfer.key(Role::To) == them));
    CHECK(transfer.number(Argument::Lamports) == 7U);
    CHECK(result.instructions[3].text(Argument::Text) == u"rent");
    CHECK(programName(transfer.program) == u"System Program");
}

TEST_CASE("review: the drainers' instructions are refused", "[solana]")
{
    const auto refused = [](const Instruction &instruction, Concern concern) {
        return warns(instruction, concern, Severity::Refused);
    };
    CHECK(refused(system::assign(us, them), Concern::OwnerChange));
    CHECK(refused(system::allocate(us, 1), Concern::OwnerChange));
    CHECK(refused(system::createAccount(us, us, 1, 0, systemProgram()), Concern::OwnerChange));
    for (const auto type : {token::AuthorityType::AccountOwner, token::AuthorityType::CloseAccount,
             token::AuthorityType::MintTokens, token::AuthorityType::FreezeAccount}) {
        CHECK(refused(token::setAuthority(tokenProgram(), source, type, us, them), Concern::AuthorityChange));
        CHECK(
            refused(token::setAuthority(token2022Program(), source, type, us, std::nullopt), Concern::AuthorityChange));
    }
    CHECK(refused(token::approve(tokenProgram(), source, them, us, unlimited), Concern::UnlimitedDelegate));
    CHECK(refused(
        token::approveChecked(tokenProgram(), source, mint, them, us, unlimited, 6), Concern::UnlimitedDelegate));
    CHECK(refused(system::advanceNonce(walletOf(9), us), Concern::ForeignNonce));
    CHECK(refused(system::authorizeNonce(walletOf(9), us, them), Concern::AuthorityChange));
    CHECK(refused(system::initializeNonce(walletOf(9), them), Concern::AuthorityChange));
    CHECK(refused(Instruction{walletOf(8), {{us, true, true}}, {1, 2, 3}}, Concern::UnknownProgram));
    CHECK(refused(system::createAccount(us, walletOf(7), 1, 1, walletOf(8)), Concern::UnknownProgram));
    CHECK(reviewed({system::transfer(us, them, 1), system::advanceNonce(walletOf(9), us)},
        {.wallet = us, .nonceAccounts = {walletOf(9)}})
            .has(Concern::MisplacedNonce));
    CHECK(review(*compile(them, Blockhash{}, std::vector{system::transfer(them, us, 1)}), {.wallet = us})
              .warnings.front()
              .concern
        == Concern::NotASigner);
}

TEST_CASE("review: what must not be overlooked", "[solana]")
{
    const auto loud
        = [](const Instruction &instruction, Concern concern) { return warns(instruction, concern, Severity::Loud); };
    CHECK(loud(token::approve(tokenProgram(), source, them, us, 5), Concern::Delegate));
    CHECK(loud(token::closeAccount(tokenProgram(), source, them, us), Concern::AccountEmptied));
    CHECK(loud(system::withdrawNonce(walletOf(9), us, them, 1), Concern::AccountEmptied));
    CHECK(loud(token::burn(tokenProgram(), source, mint, us, 1), Concern::TokensBurned));
    CHECK(loud(system::transfer(us, destination, 1), Concern::RecipientCannotSign));
    CHECK(warns(token::closeAccount(tokenProgram(), source, us, us), Concern::AccountEmptied, Severity::Notice));
    CHECK(warns(system::advanceNonce(walletOf(9), us), Concern::OwnNonce, Severity::Notice,
        {.wallet = us, .nonceAccounts = {walletOf(9)}}));
    const ReviewContext expert{.wallet = us, .expertMode = true};
    CHECK(warns(Instruction{walletOf(8), {}, {}}, Concern::UnknownProgram, Severity::Loud, expert));
    CHECK(warns(system::assign(us, them), Concern::OwnerChange, Severity::Refused, expert));
    CHECK(warns(system::advanceNonce(walletOf(9), us), Concern::ForeignNonce, Severity::Refused, expert));
    const PublicKey wrapped = *associatedTokenAddress(us, nativeMint(), tokenProgram());
    CHECK(reviewed({system::transfer(us, wrapped, 1), token::syncNative(wrapped)}).verdict() == Severity::None);
    CHECK(reviewed({token::revoke(tokenProgram(), source, us)}).verdict() == Severity::None);
    CHECK(reviewed({computebudget::setUnitLimit(1'400'000), computebudget::setUnitPrice(7'142'858)})
            .has(Concern::HighPriorityFee));
    CHECK(reviewed({*memo::create("x", std::vector{them})}).has(Concern::OtherSigners));
}

TEST_CASE("review: sums and fees do not overflow", "[solana]")
{
    const TransactionReview result = reviewed({system::transfer(us, them, unlimited), system::transfer(us, them, 2),
        computebudget::setUnitPrice(unlimited), computebudget::setUnitLimit(0xFFFFFFFF)});
    CHECK(result.outflow.lamports == unlimited);
    CHECK(result.fees.priority == unlimited);
    CHECK(result.fees.unitLimit == 1'400'000);
}

TEST_CASE("review: instructions are read exactly or not at all", "[solana]")
{
    const auto unread = [](Instruction instruction, auto change) {
        change(instruction);
        const TransactionReview result = reviewed({instruction});
        return result.has(Concern::UnknownInstruction) && result.verdict() == Severity::Refused
            && result.instructions[0].arguments.empty();
    };
    using I = Instruction &;
    const Instruction transfer = system::transfer(us, them, 5);
    const Instruction authority
        = token::setAuthority(tokenProgram(), source, token::AuthorityType::CloseAccount, us, them);
    CHECK(unread(transfer, [](I i) { i.data.push_back(0); }));
    CHECK(unread(transfer, [](I i) { i.data.pop_back(); }));
    CHECK(unread(transfer, [](I i) { i.data[0] = 99; }));
    CHECK(unread(transfer, [](I i) { i.data.clear(); }));
    CHECK(unread(transfer, [](I i) { i.accounts.pop_back(); }));
    CHECK(unread(authority, [](I i) { i.data[2] = 2; }));
    CHECK(unread(authority, [](I i) { i.data[2] = 0; })); // "none", and yet a key
    CHECK(unread(*memo::create("x"), [](I i) { i.data = {0xC3}; }));
    CHECK(unread(system::createAccountWithSeed(us, walletOf(5), us, "seed", 1, 1, stakeProgram()),
        [](I i) { i.data[4 + 32] = 200; })); // the seed's length
    CHECK_FALSE(unread(token::setAuthority(tokenProgram(), source, token::AuthorityType::CloseAccount, us, {}),
        [](I i) { i.data.resize(i.data.size() + 32); })); // older libraries pad with zeros
}

TEST_CASE("review: accounts out of lookup tables", "[solana]")
{
    const LookupTable table{walletOf(9), {them}};
    const Message message
        = *compile(us, Blockhash{}, std::vector{system::transfer(us, them, 5)}, MessageVersion::V0, std::vector{table});
    const TransactionReview blind = review(message, {.wallet = us});
    CHECK((blind.has(Concern::UnresolvedAccount) && blind.verdict() == Severity::Refused));
    CHECK_FALSE(blind.instructions[0].key(Role::To));
    const TransactionReview seen = review(message, {.wallet = us, .tables = {table}});
    CHECK((seen.verdict() == Severity::None && seen.instructions[0].key(Role::To) == them));
}

TEST_CASE("review: the server-built stake of the contract", "[solana]")
{
    // contract/trade-hybrid.openapi.yaml, POST /stake, the example of 201
    const QByteArray raw = QByteArray::fromBase64(
        "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAcJA6EHv/"
        "POEL4dcN0Y50vAmWfk"
        "1jCbpQ1fHdyGZBJVMbhOpRLmTxy24o4O1UaUjL1cbFRWPDJ92QrsO4IwEfDR1QAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABqHYF5"
        "E3VCqYNDe9"
        "/ip6slV/U1yKeHIraKSdwAAAAAAGp9UXGSxcUSGMyUw9SvF/WNruCJuh/UTj29mKAAAAAG56HN0psLeP0Tr0xVmP7/TvKpcWbjym8uT7/"
        "M2AUFvxBqfVFxjH"
        "dMkoVmOYaR1etoteuKObS21cc1VbIQAAAAAGp9UXGTWE0P7tm7NDHRMga+VEKBtXuFZsxTdf9AAAAAah2BelAgULaAeR5s5tuI4eW3FQ9h/"
        "GeQpOtNEAAAAA"
        "PfYcXsMMvEMv38IaMFRv/tKDAHCWOm0w4CuhRkjdwyIDAgIAAWYDAAAAA6EHv/"
        "POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbgKAAAAAAAAAHRoLXN0YWtl"
        "LTEA+QKVAAAAAMgAAAAAAAAABqHYF5E3VCqYNDe9/ip6slV/U1yKeHIraKSdwAAAAAADAgEEdAAAAAADoQe/"
        "884Qvh1w3RjnS8CZZ+TWMJulDV8d3IZkElUx"
        "uAOhB7/"
        "zzhC+"
        "HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAwYBBQYHCAAE"
        "AgAAAA==");
    const ByteView bytes(reinterpret_cast<const std::uint8_t *>(raw.constData()), static_cast<std::size_t>(raw.size()));
    const auto transaction = Transaction::parse(bytes);
    REQUIRE(transaction);
    const PublicKey wallet = *PublicKey::parse(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF");
    const TransactionReview result = review(transaction->message, {.wallet = wallet});
    CHECK(result.verdict() == Severity::None);
    REQUIRE(result.instructions.size() == 3);
    CHECK(result.instructions[0].method == Method::CreateAccountWithSeed);
    CHECK(result.instructions[0].text(Argument::Seed) == u"th-stake-1");
    CHECK(result.outflow.lamports == 2'500'000'000);
    CHECK(result.instructions[1].method == Method::StakeInitialize);
    CHECK(result.instructions[2].method == Method::StakeDelegate);
    CHECK(result.instructions[2].key(Role::VoteAccount)->text() == u"8SFqwqnq4whPhs8icwHA2hQg3hUoN1qrCLK1SBx3WKwe");

    // The same with somebody else as the withdrawer, and with a lockup.
    for (const std::size_t offset : {std::size_t{4 + 32}, std::size_t{4 + 64}}) {
        Message changed = transaction->message;
        changed.instructions[1].data[offset] ^= 1;
        const TransactionReview judged = review(changed, {.wallet = wallet});
        CHECK((judged.verdict() == Severity::Refused && judged.has(Concern::AuthorityChange)));
    }
}

TEST_CASE("review: the platform's own programs, where configuration says they are", "[solana]")
{
    const ConfiguredProgram staking{walletOf(20), Program::TradeHybridStaking};
    const ConfiguredProgram matrix{walletOf(21), Program::TradeHybridMatrix};
    const ReviewContext context{.wallet = us, .programs = {staking, matrix}};
    const Instruction stake{
        staking.key, {{us, true, true}}, {0xce, 0xb0, 0xca, 0x12, 0xc8, 0xd1, 0xb3, 0x6c, 5, 0, 0, 0, 0, 0, 0, 0}};
    Bytes join{0xce, 0x37, 0x02, 0x6a, 0x71, 0xdc, 0x11, 0xa3};
    join.insert(join.end(), them.bytes.begin(), them.bytes.end());
    join.insert(join.end(), {100, 0, 0, 0, 0, 0, 0, 0});
    const TransactionReview result = reviewed({stake, Instruction{matrix.key, {{us, true, true}}, join}}, context);
    CHECK(result.verdict() == Severity::None);
    CHECK((result.instructions[0].method == Method::PlatformStake
        && result.instructions[0].number(Argument::Amount) == 5U));
    CHECK((result.instructions[1].address(Argument::Sponsor) == them
        && result.instructions[1].number(Argument::Price) == 100U));
    CHECK(reviewed({stake}).has(Concern::UnknownProgram));
}

TEST_CASE("every name has a text", "[solana]")
{
    for (int i = 0; i <= static_cast<int>(Concern::OtherSigners); ++i)
        CHECK_FALSE(concernText(static_cast<Concern>(i)).isEmpty());
    for (int i = 1; i <= static_cast<int>(Method::MatrixUpgrade); ++i)
        CHECK(methodName(static_cast<Method>(i)) != methodName(Method::Unknown));
    for (int i = 1; i <= static_cast<int>(Program::TradeHybridMatrix); ++i)
        CHECK(programName(static_cast<Program>(i)) != programName(Program::Unknown));
    for (int i = 0; i <= static_cast<int>(Argument::Price); ++i)
        CHECK(argumentName(static_cast<Argument>(i)) != u"Value");
}

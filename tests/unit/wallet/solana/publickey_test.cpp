// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/hex.h"
#include "wallet/solana/programaddress.h"
#include "wallet/solana/programs.h"
#include "wallet/solana/publickey.h"

#include <catch2/catch.hpp>

using namespace majlis::wallet;
using namespace majlis::wallet::solana;
using namespace Qt::StringLiterals;

namespace
{

PublicKey fromHexText(const QString &hex)
{
    PublicKey key;
    const Bytes bytes = *fromPlainHex(hex);
    REQUIRE(bytes.size() == 32);
    std::copy(bytes.begin(), bytes.end(), key.bytes.begin());
    return key;
}

Bytes text(std::string_view utf8)
{
    const ByteView view = bytesOf(utf8);
    return {view.begin(), view.end()};
}

} // namespace

TEST_CASE("on the curve as the runtime decides it", "[solana]")
{
    // Small order is no reason to be off the curve: y = 0 (the system program's address), 1, -1, and order 8.
    const QString zeros = u"00"_s.repeated(31);
    CHECK(fromHexText(u"00"_s + zeros).isOnCurve());
    CHECK(fromHexText(u"01"_s + zeros).isOnCurve());
    CHECK(fromHexText(u"ec"_s + u"ff"_s.repeated(30) + u"7f"_s).isOnCurve());
    CHECK(fromHexText(u"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"_s).isOnCurve());
    CHECK_FALSE(fromHexText(u"02"_s + zeros).isOnCurve()); // y = 2 has no x
    // A point of mixed order: the base point plus one of order 8, outside the prime subgroup.
    CHECK(fromHexText(u"da99e28ba529cdde35a25fba9059e78ecaee239f99755b9b1aa4f65df00803e2"_s).isOnCurve());
    // Unreduced y and negative zero: dalek's decompress() takes them, RFC 8032 does not.
    const auto isOnCurveOnly
        = [](const QString &hex) { return fromHexText(hex).isOnCurve() && !fromHexText(hex).canBeWallet(); };
    CHECK(isOnCurveOnly(u"ee"_s + u"ff"_s.repeated(30) + u"7f"_s));
    CHECK(isOnCurveOnly(u"01"_s + u"00"_s.repeated(30) + u"80"_s));
    CHECK(isOnCurveOnly(u"ec"_s + u"ff"_s.repeated(30) + u"ff"_s));
    CHECK(fromHexText(u"ec"_s + u"ff"_s.repeated(30) + u"7f"_s).canBeWallet());
    CHECK(PublicKey::parse(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF")->canBeWallet());
}

TEST_CASE("program addresses: the runtime's own examples", "[solana]")
{
    // crate solana-pubkey, test_create_program_address
    const PublicKey loader = *PublicKey::parse(u"BPFLoaderUpgradeab1e11111111111111111111111");
    const PublicKey seed = *PublicKey::parse(u"SeedPubey1111111111111111111111111111111111");
    const auto address = [&loader](const std::vector<Bytes> &seeds) {
        return createProgramAddress(seeds, loader).value_or(PublicKey()).text();
    };
    CHECK(address({text(""), {1}}) == u"BwqrghZA2htAcqq8dzP1WDAhTXYTYWj7CHxF5j7TDBAe");
    CHECK(address({text("☉"), {0}}) == u"13yWmRpaTR4r5nAktwLqMpRNr28tnVUZw26rTvPSSB19");
    CHECK(address({text("Talking"), text("Squirrels")}) == u"2fnQrngrQT4SeLcdToJAD96phoEjNL2man2kfRLCASVk");
    CHECK(
        address({Bytes(seed.bytes.begin(), seed.bytes.end()), {1}}) == u"976ymqVnfE32QFe6NfGDctSvVa36LWnvYxhU6G2232YL");
    CHECK(createProgramAddress(std::vector<Bytes>(1, Bytes(32, 127)), loader).has_value());
    CHECK_FALSE(createProgramAddress(std::vector<Bytes>(1, Bytes(33, 127)), loader));
    CHECK_FALSE(createProgramAddress(std::vector<Bytes>(17, Bytes{1}), loader));
    CHECK_FALSE(findProgramAddress(std::vector<Bytes>(16, Bytes{1}), loader));
    CHECK(findProgramAddress({}, loader));
}

TEST_CASE("addresses with a seed", "[solana]")
{
    // contract/trade-hybrid.openapi.yaml: the stake account of the example, seed "th-stake-1"
    const PublicKey wallet = *PublicKey::parse(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF");
    CHECK(createWithSeed(wallet, bytesOf("th-stake-1"), stakeProgram())->text()
        == u"6Hzny9ua3FYnjXnU4XrEPLkaWr9tm4fTTL6VdpfBzMTS");
    CHECK_FALSE(createWithSeed(wallet, Bytes(33, 'a'), stakeProgram()));
    PublicKey marked;
    std::ranges::copy(bytesOf("ProgramDerivedAddress"), marked.bytes.begin() + 11);
    CHECK_FALSE(createWithSeed(wallet, {}, marked));
}

TEST_CASE("addresses and blockhashes are read strictly", "[solana]")
{
    CHECK(PublicKey::parse(u"11111111111111111111111111111111")->isZero());
    CHECK(systemProgram().text() == u"11111111111111111111111111111111");
    for (const QString &bad : {u""_s, u"1111111111111111111111111111111"_s, u"111111111111111111111111111111111"_s,
             u" 11111111111111111111111111111111"_s, u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhi0"_s,
             u"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"_s}) {
        CHECK_FALSE(PublicKey::parse(bad));
        CHECK_FALSE(Blockhash::parse(bad));
    }
    CHECK_FALSE(PublicKey::of(Address::evm({})));
}

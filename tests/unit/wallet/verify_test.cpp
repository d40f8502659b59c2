// SPDX-License-Identifier: GPL-3.0-or-later
// The vectors of x-signing in resources/schemas/habibi.openapi.yaml, and what a damaged signature must not do.
#include "wallet/encoding/hex.h"
#include "wallet/verify.h"

#include <catch2/catch.hpp>

#include <QStringList>

using namespace majlis::wallet;
using namespace Qt::StringLiterals;

namespace
{

const auto signInText
    = bytesOf("Sign this message to authenticate with HABIBI Protocol\n\nNonce: 7f3c9a1e5b2d4860a1c9e7f3b5d20468");
const QString evmSignature
    = u"0x2629f130c8d461465b55614e07f06abdafb728f00e0f291d6e85b4f866dbdca6093cff333e86a988c8a47449434bad3e4a6fa808b043c6566736b8e7b94bd6a21c"_s;
const QString solanaSignature
    = u"2rbRN8yNircY8RuKqZinzpUuB6tSwXoFdTidPMsQCKdRAEyfxwXzajTGi518KahjukTPrUXsMe17LgAKivoT2GtK"_s;
const Address evm = *Address::parse(u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"_s);
const Address solana = *Address::parse(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF"_s);

} // namespace

TEST_CASE("the contract's sign-in signatures verify", "[verify]")
{
    CHECK(toHex(personalMessageHash(signInText))
        == u"0xee2b2a04a9e9f94f075ed8162c2502a90a9e7dfd0de4cd338daa7b3ed934614b"_s);
    CHECK(*recoverPersonalSign(signInText, *EvmSignature::parse(evmSignature)) == evm);
    CHECK(verifyMessage(signInText, evmSignature, evm));
    CHECK(verifyMessage(signInText, QString(evmSignature.left(2) + evmSignature.mid(2).toUpper()), evm));
    CHECK(verifyMessage(signInText, solanaSignature, solana));
    CHECK(verifyMessage(signInText, QString(evmSignature.chopped(2) + u"01"_s), evm));
}

TEST_CASE("no damaged signature verifies", "[verify]")
{
    const Address other = *Address::parse(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s);
    CHECK_FALSE(verifyMessage(signInText, evmSignature, other));
    CHECK_FALSE(verifyMessage(signInText, evmSignature, solana));
    CHECK_FALSE(verifyMessage(signInText, solanaSignature, evm));
    CHECK_FALSE(verifyMessage(bytesOf("another text"), evmSignature, evm));
    CHECK_FALSE(verifyMessage(bytesOf("another text"), solanaSignature, solana));
    for (const QString &v : {u"1b"_s, u"1d"_s, u"02"_s, u"ff"_s})
        CHECK_FALSE(verifyMessage(signInText, QString(evmSignature.chopped(2) + v), evm));
    const QStringList shapes
        = {QString(), u"0x"_s, evmSignature.chopped(2), evmSignature + u"00"_s, evmSignature.mid(2)};
    for (const QString &text : shapes)
        CHECK_FALSE(verifyMessage(signInText, text, evm));

    const EvmSignature good = *EvmSignature::parse(evmSignature);
    const SolanaSignature goodSolana = *SolanaSignature::parse(solanaSignature);
    for (std::size_t bit = 0; bit < 64 * 8; ++bit) {
        EvmSignature flipped = good;
        flipped.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        const auto recovered = recoverPersonalSign(signInText, flipped);
        CHECK((!recovered || *recovered != evm));
        SolanaSignature flippedSolana = goodSolana;
        flippedSolana.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        CHECK_FALSE(verifyEd25519(signInText, flippedSolana, solana));
    }
}

TEST_CASE("the upper half of s and zeros are refused", "[verify]")
{
    // (r, n - s, other v) is a valid ECDSA signature of the same text, which must not be taken.
    const EvmSignature high = *EvmSignature::parse(
        u"0x2629f130c8d461465b55614e07f06abdafb728f00e0f291d6e85b4f866dbdca6f6c300ccc1795677375b8bb6bcb452c07040d4deff04dae558db9da516ea6a9f1b"_s);
    CHECK_FALSE(recoverPersonalSign(signInText, high));
    for (std::size_t zeroed : {0U, 32U}) {
        EvmSignature zero = *EvmSignature::parse(evmSignature);
        std::fill_n(zero.bytes.begin() + static_cast<std::ptrdiff_t>(zeroed), 32, std::uint8_t{0});
        CHECK_FALSE(recoverPersonalSign(signInText, zero));
    }
}

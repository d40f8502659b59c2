// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/pay/lookalike.h"
#include "models/domain/pay/paymentlink.h"

#include <catch2/catch.hpp>

#include <array>

using namespace majlis;
using namespace Qt::StringLiterals;

namespace
{

Address address(const QString &text)
{
    return Address::parse(text).value();
}

const QString layla = u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s;
const QString token = u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"_s;
const QString sana = u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF"_s;

} // namespace

TEST_CASE("payment links of Ethereum follow EIP-681", "[pay]")
{
    EvmPaymentRequest request{.recipient = address(layla), .chainId = 8453, .token = {}, .amount = {}};
    CHECK(paymentLink(request).value() == u"ethereum:%1@8453"_s.arg(layla));
    request.amount = wallet::Uint256::fromUnits(u"1.5", 18).value();
    CHECK(paymentLink(request).value() == u"ethereum:%1@8453?value=1500000000000000000"_s.arg(layla));
    request.token = address(token);
    CHECK(paymentLink(request).value()
        == u"ethereum:%1@8453/transfer?address=%2&uint256=1500000000000000000"_s.arg(token, layla));
    request.amount.reset();
    CHECK(paymentLink(request).value() == u"ethereum:%1@8453/transfer?address=%2"_s.arg(token, layla));
    request.recipient = address(sana);
    CHECK(paymentLink(request).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("payment links of Solana follow Solana Pay, and their texts are escaped", "[pay]")
{
    SolanaPaymentRequest request{.recipient = address(sana), .mint = {}, .amount = {}, .label = {}, .message = {}};
    CHECK(paymentLink(request).value() == u"solana:"_s + sana);
    request.amount = u"0.25"_s;
    request.message = u"Tea & dates?"_s;
    CHECK(paymentLink(request).value() == u"solana:%1?amount=0.25&message=Tea%20%26%20dates%3F"_s.arg(sana));
    for (const QString &wrong : {u"1,5"_s, u".5"_s, u"1e3"_s, u"-1"_s, u"1&label=x"_s, u"1\n"_s}) {
        request.amount = wrong;
        CHECK(paymentLink(request).error().code == ErrorCode::InvalidArgument);
    }
    request.amount.clear();
    request.mint = address(layla);
    CHECK(paymentLink(request).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("an address that is made to be mistaken for one that was paid is found", "[pay]")
{
    const std::array known{address(layla), address(sana)};
    // The same first and last letters, others between.
    const Address poisoned = address(u"0x7099aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa79c8"_s);
    CHECK(lookalikeOf(poisoned, known) == known[0]);
    CHECK(lookalikeOf(address(u"0x7099600000000000000000000000000000000000"_s), known) == std::nullopt);
    CHECK(lookalikeOf(address(u"0x7099700000000000000000000000000000000000"_s), known) == known[0]);
    CHECK(lookalikeOf(address(u"0x000000000000000000000000000000000007c79c"_s), known) == std::nullopt);
    CHECK(lookalikeOf(address(u"0x00000000000000000000000000000000000c79c8"_s), known) == known[0]);
    CHECK_FALSE(lookalikeOf(address(token), known));
    CHECK_FALSE(lookalikeOf(address(layla), known)); // the very one
    CHECK_FALSE(lookalikeOf(poisoned, {}));
}

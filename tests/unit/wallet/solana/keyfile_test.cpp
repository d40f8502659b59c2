// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signer.h"
#include "wallet/solana/keyfile.h"

#include <catch2/catch.hpp>

#include <string>

using namespace majlis::wallet;
using namespace majlis::wallet::solana;

namespace
{

Result<SecretBytes> parse(const std::string &text)
{
    return parseKeyFile(SecretBytes::fromText(text));
}

// RFC 8032, 7.1, test 1, as solana-keygen writes it.
const std::string rfcFile
    = "[157,97,177,157,239,253,90,96,186,132,74,244,146,236,44,196,68,73,197,105,123,50,105,25,112,59,172,3,28,174,127,"
      "96,215,90,152,1,130,177,10,183,213,75,254,211,201,100,7,58,14,225,114,243,218,166,35,37,175,2,26,104,247,7,81,"
      "26]";

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    return text.replace(text.find(from), from.size(), to);
}

} // namespace

TEST_CASE("a key file of the Solana command line", "[solana]")
{
    const auto seed = parse(rfcFile);
    REQUIRE(seed);
    CHECK(solanaAddress(*seed)->text() == QStringLiteral("FVen3X669xLzsi6N2V91DoiyzHzg1uAgqiT8jZ9nS96Z"));
    CHECK(writeKeyFile(*seed)->text() == rfcFile);
    CHECK(*parse("\n " + replaced(rfcFile, "157,97", "157 ,\t97") + "\r\n") == *seed);
    for (std::uint8_t fill = 0; fill < 20; ++fill) {
        SecretBytes other(32);
        other.data()[31] = fill;
        CHECK(*parseKeyFile(*writeKeyFile(other)) == other);
    }
    CHECK_FALSE(writeKeyFile(SecretBytes(31)));
}

TEST_CASE("what is no key file is refused", "[solana]")
{
    CHECK_FALSE(parse(replaced(rfcFile, "81,26]", "81,27]"))); // another public key
    CHECK_FALSE(parse(replaced(rfcFile, "[157", "[156"))); // another private key
    for (const std::string &text :
        {std::string(), std::string("[]"), std::string("null"), replaced(rfcFile, ",26]", "]"),
            replaced(rfcFile, ",26]", ",26,1]"), replaced(rfcFile, ",26]", ",26,]"), replaced(rfcFile, ",26]", ",26"),
            replaced(rfcFile, ",26]", ",26] x"), replaced(rfcFile, "157", "+157"), replaced(rfcFile, "157", "0157"),
            replaced(rfcFile, "157", "157.0"), replaced(rfcFile, "157", "\"157\""), replaced(rfcFile, "157", "-157"),
            replaced(rfcFile, "157", "413"), replaced(rfcFile, "157", "1000000000000"),
            replaced(rfcFile, "[157", "157"), replaced(rfcFile, "157", "1e2"), replaced(rfcFile, "157,", "157,,"),
            rfcFile + std::string(4096, ' '), rfcFile + std::string(1, '\0')}) {
        INFO(text);
        const auto seed = parse(text);
        REQUIRE_FALSE(seed);
        CHECK(seed.error().code == ErrorCode::InvalidArgument);
        CHECK(seed.error().detail.starts_with("key file"));
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/shortvec.h"

#include <catch2/catch.hpp>

#include <optional>

using namespace majlis::wallet;
using namespace majlis::wallet::solana;

namespace
{

Bytes encoded(std::uint16_t value)
{
    Bytes bytes;
    appendShortVec(bytes, value);
    return bytes;
}

// The value, when it is all that the bytes hold.
std::optional<unsigned> decoded(const Bytes &bytes)
{
    ByteView rest = bytes;
    const auto value = takeShortVec(rest);
    return value && rest.empty() ? std::optional<unsigned>(*value) : std::nullopt;
}

} // namespace

TEST_CASE("compact-u16: every value goes there and back", "[solana]")
{
    int wrong = 0;
    for (unsigned value = 0; value <= 0xFFFF; ++value)
        wrong += decoded(encoded(static_cast<std::uint16_t>(value))) == value ? 0 : 1;
    CHECK(wrong == 0);
    // crate solana-short-vec, test_short_vec_encode_len
    CHECK(encoded(0x0) == Bytes{0x0});
    CHECK(encoded(0x7f) == Bytes{0x7f});
    CHECK(encoded(0x80) == Bytes{0x80, 0x01});
    CHECK(encoded(0xff) == Bytes{0xff, 0x01});
    CHECK(encoded(0x100) == Bytes{0x80, 0x02});
    CHECK(encoded(0x7fff) == Bytes{0xff, 0xff, 0x01});
    CHECK(encoded(0xffff) == Bytes{0xff, 0xff, 0x03});
}

TEST_CASE("compact-u16: aliases, overflow and cut values are refused", "[solana]")
{
    // crate solana-short-vec, test_short_vec_aliased_length and its neighbours
    for (const Bytes &bytes :
        {Bytes{}, Bytes{0x80}, Bytes{0x80, 0x00}, Bytes{0x80, 0x80, 0x00}, Bytes{0xff, 0x00}, Bytes{0xff, 0x80, 0x00},
            Bytes{0x80, 0x81, 0x00}, Bytes{0xff, 0x81, 0x00}, Bytes{0x80, 0x82, 0x00}, Bytes{0xff, 0x8f, 0x00},
            Bytes{0xff, 0xff, 0x00}, Bytes{0x80, 0x80, 0x80, 0x00}, Bytes{0xff, 0xff, 0x04}, Bytes{0x80, 0x80, 0x06},
            Bytes{0xff, 0xff, 0xff, 0x01}, Bytes{0x80, 0x80, 0x80}, Bytes{0xff, 0xff, 0x80}}) {
        CHECK_FALSE(decoded(bytes));
        ByteView rest = bytes;
        CHECK_FALSE(takeShortVec(rest));
        CHECK(rest.size() == bytes.size()); // nothing was taken
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/random.h"
#include "wallet/secretbytes.h"

#include <catch2/catch.hpp>

using namespace majlis::wallet;

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes> && std::is_nothrow_move_assignable_v<SecretBytes>);

TEST_CASE("a secret moves, is never copied silently, and compares by content", "[secret]")
{
    SecretBytes secret = SecretBytes::fromText("correct horse");
    const SecretBytes twin = secret.clone();
    CHECK(secret == twin);
    const SecretBytes moved = std::move(secret);
    CHECK(moved == twin);
    CHECK(secret.isEmpty()); // NOLINT(bugprone-use-after-move): emptied by contract
    CHECK_FALSE(moved == SecretBytes::fromText("correct horsf"));
    CHECK_FALSE(moved == SecretBytes::fromText("correct horse "));
    CHECK(SecretBytes() == SecretBytes(0));
}

TEST_CASE("typing into a secret: append, backspace by character, wipe", "[secret]")
{
    SecretBytes typed;
    typed.append(bytesOf("p\xC3\xA9"));
    typed.append(bytesOf("\xF0\x9F\x90\xAB"));
    CHECK(typed.characterCount() == 3);
    typed.removeLastCharacter();
    CHECK(typed.text() == "p\xC3\xA9");
    typed.removeLastCharacter();
    typed.removeLastCharacter();
    typed.removeLastCharacter();
    CHECK(typed.isEmpty());
    for (int i = 0; i < 1000; ++i)
        typed.append(static_cast<std::uint8_t>('a' + i % 26));
    CHECK(typed.size() == 1000);
    CHECK(typed.text().substr(26, 26) == "abcdefghijklmnopqrstuvwxyz");
    const std::uint8_t *where = typed.data();
    typed.truncate(3);
    CHECK(typed.text() == "abc");
    CHECK(std::all_of(where + 3, where + 1000, [](std::uint8_t byte) { return byte == 0; }));
    typed.clear();
    CHECK(typed.isEmpty());
}

TEST_CASE("takeFrom leaves nothing behind", "[secret]")
{
    Bytes source(bytesOf("leftover").begin(), bytesOf("leftover").end());
    const SecretBytes taken = SecretBytes::takeFrom(source);
    CHECK(taken.text() == "leftover");
    CHECK(source == Bytes(8, 0));
}

TEST_CASE("random secrets differ", "[random]")
{
    CHECK_FALSE(randomSecret(32) == randomSecret(32));
    CHECK(randomArray<16>() != randomArray<16>());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/secretbytes.h"

#include <cstddef>
#include <span>

namespace majlis::wallet
{

/// The operating system's cryptographic random numbers, through libsodium. Any thread.
void fillRandom(std::span<std::uint8_t> target);
[[nodiscard]] SecretBytes randomSecret(std::size_t size);
template <std::size_t Size>
[[nodiscard]] ByteArray<Size> randomArray()
{
    ByteArray<Size> bytes;
    fillRandom(bytes);
    return bytes;
}

} // namespace majlis::wallet

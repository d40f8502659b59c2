// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace majlis::wallet
{

/// Bytes that are not secret: signatures, hashes, messages that the user has seen. Secrets are SecretBytes.
using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

template <std::size_t Size>
using ByteArray = std::array<std::uint8_t, Size>;

/// The bytes of UTF-8 text, not copied.
[[nodiscard]] inline ByteView bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

} // namespace majlis::wallet

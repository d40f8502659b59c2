// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"
#include "wallet/uint256.h"

#include <variant>
#include <vector>

namespace majlis::wallet
{

/// A byte string or a list of such items: what RLP (Yellow Paper, appendix B) writes down. A value.
class RlpItem
{
public:
    using List = std::vector<RlpItem>;

    RlpItem() = default; ///< the empty string
    explicit RlpItem(Bytes bytes)
        : m_content(std::move(bytes))
    {
    }
    explicit RlpItem(ByteView bytes)
        : m_content(Bytes(bytes.begin(), bytes.end()))
    {
    }
    explicit RlpItem(List list)
        : m_content(std::move(list))
    {
    }
    /// Big-endian without leading zeros; zero is the empty string.
    [[nodiscard]] static RlpItem number(const Uint256 &number) { return RlpItem(number.minimalBigEndian()); }

    [[nodiscard]] bool isList() const { return std::holds_alternative<List>(m_content); }
    /// Precondition: isList().
    [[nodiscard]] const List &list() const { return std::get<List>(m_content); }
    /// Precondition: !isList().
    [[nodiscard]] const Bytes &bytes() const { return std::get<Bytes>(m_content); }
    /// InvalidArgument for a list, leading zeros, and more than 32 bytes.
    [[nodiscard]] Result<Uint256> toNumber() const;

    friend bool operator==(const RlpItem &, const RlpItem &) = default;

private:
    std::variant<Bytes, List> m_content;
};

/// What a decoder accepts at most; beyond it InvalidArgument, before anything is allocated.
struct RlpLimits {
    std::size_t bytes = 4U << 20U;
    unsigned depth = 1024; ///< lists within lists
};

[[nodiscard]] Bytes encodeRlp(const RlpItem &item);

/// Strict: one item and nothing behind it; every length in its shortest form and within the input; a single byte below
/// 0x80 stands for itself.
[[nodiscard]] Result<RlpItem> decodeRlp(ByteView encoded, RlpLimits limits = {});

} // namespace majlis::wallet

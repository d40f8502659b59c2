// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace majlis::wallet
{

/// A type of the contract ABI (docs.soliditylang.org, "Contract ABI Specification"), perhaps as a parameter with a
/// name. Immutable once parsed; a value.
class AbiType
{
public:
    enum class Kind : std::uint8_t { Uint, Int, EvmAddress, Boolean, FixedBytes, DynamicBytes, Text, Array, Tuple };

    /// Words of 32 bytes that one value may take where it stands; beyond it a type is refused.
    static constexpr std::size_t mostWords = 1U << 16U;
    /// Arrays and tuples within each other.
    static constexpr unsigned deepest = 32;

    /// `uint256`, `bytes4[]`, `(address to,uint256[2] amounts)[]`, with `tuple(…)` for `(…)`, `uint` for `uint256` and
    /// `int` for `int256`. InvalidArgument for anything else, fixed-point numbers and `function` included.
    [[nodiscard]] static Result<AbiType> parse(std::string_view text);
    /// `(type [indexed] [name], …)`: what stands behind the name of a function or an event. May be empty.
    [[nodiscard]] static Result<AbiType> parseParameters(std::string_view text);
    [[nodiscard]] static AbiType elementary(Kind kind, unsigned size = 0);

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// Bits of Uint and Int, bytes of FixedBytes.
    [[nodiscard]] unsigned size() const { return m_size; }
    /// Of an array; empty when its length is in the data.
    [[nodiscard]] std::optional<std::size_t> arrayLength() const { return m_length; }
    /// Precondition: an array.
    [[nodiscard]] const AbiType &element() const { return m_parts.front(); }
    /// Of a tuple, in order.
    [[nodiscard]] const std::vector<AbiType> &components() const { return m_parts; }
    [[nodiscard]] const std::string &name() const { return m_name; } ///< the parameter's; may be empty
    [[nodiscard]] bool isIndexed() const { return m_indexed; } ///< of an event's parameter

    /// Whether its place holds an offset to it.
    [[nodiscard]] bool isDynamic() const { return m_dynamic; }
    /// Words of its place: 1 for a dynamic type.
    [[nodiscard]] std::size_t headWords() const { return m_dynamic ? 1 : m_words; }
    /// Words of its content up to the first tail: of a tuple or a fixed array its components' places.
    [[nodiscard]] std::size_t words() const { return m_words; }
    /// As selectors are made from it: no names, no aliases.
    [[nodiscard]] std::string canonical() const;

private:
    friend class AbiTypeParser;
    AbiType() = default;
    [[nodiscard]] static std::optional<AbiType> makeTuple(std::vector<AbiType> components);
    [[nodiscard]] static std::optional<AbiType> makeArray(AbiType element, std::optional<std::size_t> length);

    Kind m_kind = Kind::Uint;
    bool m_dynamic = false;
    bool m_indexed = false;
    unsigned m_size = 0;
    std::size_t m_words = 1;
    std::optional<std::size_t> m_length;
    std::vector<AbiType> m_parts;
    std::string m_name;
};

} // namespace majlis::wallet

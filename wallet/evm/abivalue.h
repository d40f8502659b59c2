// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/encoding/json.h"
#include "wallet/evm/abitype.h"
#include "wallet/uint256.h"

#include <string>
#include <variant>
#include <vector>

namespace majlis::wallet
{

/// A value of some AbiType. A value type; which alternative goes with which type:
/// Uint Uint256 · Int Int256 · EvmAddress Address · Boolean bool · FixedBytes and DynamicBytes Bytes · Text UTF-8 in a
/// std::string · Array and Tuple a List.
class AbiValue
{
public:
    using List = std::vector<AbiValue>;
    using Content = std::variant<bool, Uint256, Int256, Address, Bytes, std::string, List>;

    template <class T>
        requires std::is_constructible_v<Content, T>
    AbiValue(T content) // NOLINT(google-explicit-constructor): lists of values are written as lists
        : m_content(std::move(content))
    {
    }

    [[nodiscard]] const Content &content() const { return m_content; }
    /// Null when it is of another kind.
    template <class T>
    [[nodiscard]] const T *get() const
    {
        return std::get_if<T>(&m_content);
    }
    friend bool operator==(const AbiValue &, const AbiValue &) = default;

    /// Strict, by type: integers as decimal or 0x texts or as JSON integers up to 2^53 - 1, addresses and bytes as 0x
    /// hex of the right length, lists for arrays and tuples. The error says where, as `[1][0]: …`.
    [[nodiscard]] static Result<AbiValue> fromJson(const AbiType &type, const Json &json);
    /// One elementary value; the same rules.
    [[nodiscard]] static Result<AbiValue> elementaryFromJson(const AbiType &type, const Json &json);

private:
    Content m_content;
};

/// `[index]`
[[nodiscard]] std::string placeOf(std::size_t index);
/// Puts `place` in front of an error's detail: `[1]` before `[0]: too long` makes `[1][0]: too long`.
[[nodiscard]] std::unexpected<Error> errorWithin(const std::string &place, const Error &error);

} // namespace majlis::wallet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/encoding/keccak.h"
#include "wallet/evm/abitype.h"
#include "wallet/evm/abivalue.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace majlis::wallet
{

/// How parts of the data may lie.
enum class AbiLayout {
    /// Anywhere behind the places that point to them, even one part for two; bytes that nothing points to may be there.
    /// All that is read together is not more than the data.
    Any,
    /// Exactly where an encoder puts them: encoding the values again gives the same bytes. For what is to be signed.
    Canonical,
};

/// Of the components of `type`, a tuple. The error names the argument, as `[1][0]: too large for its type`.
[[nodiscard]] Result<Bytes> encodeAbi(const AbiType &type, const AbiValue::List &values);
/// One value of an elementary type as the word it fills. Precondition: the type is neither dynamic, array nor tuple.
[[nodiscard]] Result<ByteArray<32>> encodeAbiWord(const AbiType &type, const AbiValue &value);

/// Strict: padding is zero (or the sign), a bool is 0 or 1, text is UTF-8, offsets are whole words behind the places
/// and within the data, lengths are within it.
[[nodiscard]] Result<AbiValue::List> decodeAbi(const AbiType &type, ByteView data, AbiLayout layout = AbiLayout::Any);

/// A function of a contract, by its signature: `transfer(address to,uint256 amount)`.
class AbiFunction
{
public:
    [[nodiscard]] static Result<AbiFunction> parse(std::string_view signature);

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] const AbiType &inputs() const { return m_inputs; } ///< a tuple
    [[nodiscard]] std::string canonical() const { return m_name + m_inputs.canonical(); }
    [[nodiscard]] const ByteArray<4> &selector() const { return m_selector; }

    /// The selector and the arguments.
    [[nodiscard]] Result<Bytes> encodeCall(const AbiValue::List &arguments) const;
    /// InvalidArgument when it is a call of another function.
    [[nodiscard]] Result<AbiValue::List> decodeCall(ByteView data, AbiLayout layout = AbiLayout::Canonical) const;

private:
    AbiFunction(std::string name, AbiType inputs);

    std::string m_name;
    AbiType m_inputs;
    ByteArray<4> m_selector{};
};

/// An event of a contract, by its signature: `Transfer(address indexed from,address indexed to,uint256 value)`.
/// Anonymous events are not read.
class AbiEvent
{
public:
    [[nodiscard]] static Result<AbiEvent> parse(std::string_view signature);

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] const AbiType &inputs() const { return m_inputs; } ///< a tuple
    [[nodiscard]] const Hash256 &topic() const { return m_topic; } ///< of every such log the first

    /// The values in the order of the signature. Of an indexed parameter that is no elementary type of one word only
    /// its hash is in a log: that is its value, 32 Bytes. InvalidArgument when it is another event's log.
    [[nodiscard]] Result<AbiValue::List> decode(std::span<const Hash256> topics, ByteView data) const;

private:
    AbiEvent(std::string name, AbiType inputs);

    std::string m_name;
    AbiType m_inputs;
    Hash256 m_topic{};
};

} // namespace majlis::wallet

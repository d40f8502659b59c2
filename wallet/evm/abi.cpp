// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/evm/abi.h"

#include <algorithm>

namespace majlis::wallet
{

namespace
{

bool isIdentifier(std::string_view text)
{
    const auto isLetter
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return !text.empty() && isLetter(text.front())
        && std::all_of(text.begin(), text.end(), [&](char c) { return isLetter(c) || isDigit(c); });
}

struct Signature {
    std::string name;
    AbiType inputs;
};

Result<Signature> parseSignature(std::string_view text)
{
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos || !isIdentifier(text.substr(0, open)))
        return fail(ErrorCode::InvalidArgument, "not the signature of a function or an event");
    Result<AbiType> inputs = AbiType::parseParameters(text.substr(open));
    if (!inputs)
        return std::unexpected(inputs.error());
    return Signature{std::string(text.substr(0, open)), std::move(*inputs)};
}

Hash256 hashOf(const std::string &name, const AbiType &inputs)
{
    return keccak256(bytesOf(name + inputs.canonical()));
}

// Whether the value itself stands in a topic.
bool fitsTopic(const AbiType &type)
{
    return !type.isDynamic() && type.kind() != AbiType::Kind::Array && type.kind() != AbiType::Kind::Tuple;
}

} // namespace

AbiFunction::AbiFunction(std::string name, AbiType inputs)
    : m_name(std::move(name))
    , m_inputs(std::move(inputs))
{
    const Hash256 hash = hashOf(m_name, m_inputs);
    std::copy_n(hash.begin(), m_selector.size(), m_selector.begin());
}

Result<AbiFunction> AbiFunction::parse(std::string_view signature)
{
    Result<Signature> parsed = parseSignature(signature);
    if (!parsed)
        return std::unexpected(parsed.error());
    return AbiFunction(std::move(parsed->name), std::move(parsed->inputs));
}

Result<Bytes> AbiFunction::encodeCall(const AbiValue::List &arguments) const
{
    Result<Bytes> encoded = encodeAbi(m_inputs, arguments);
    if (encoded)
        encoded->insert(encoded->begin(), m_selector.begin(), m_selector.end());
    return encoded;
}

Result<AbiValue::List> AbiFunction::decodeCall(ByteView data, AbiLayout layout) const
{
    if (data.size() < m_selector.size() || !std::ranges::equal(data.first(m_selector.size()), m_selector))
        return fail(ErrorCode::InvalidArgument, "a call of another function");
    return decodeAbi(m_inputs, data.subspan(m_selector.size()), layout);
}

AbiEvent::AbiEvent(std::string name, AbiType inputs)
    : m_name(std::move(name))
    , m_inputs(std::move(inputs))
    , m_topic(hashOf(m_name, m_inputs))
{
}

Result<AbiEvent> AbiEvent::parse(std::string_view signature)
{
    Result<Signature> parsed = parseSignature(signature);
    if (!parsed)
        return std::unexpected(parsed.error());
    if (std::ranges::count_if(parsed->inputs.components(), &AbiType::isIndexed) > 3)
        return fail(ErrorCode::InvalidArgument, "an event has at most three indexed parameters");
    return AbiEvent(std::move(parsed->name), std::move(parsed->inputs));
}

Result<AbiValue::List> AbiEvent::decode(std::span<const Hash256> topics, ByteView data) const
{
    const std::vector<AbiType> &parameters = m_inputs.components();
    const auto indexed = static_cast<std::size_t>(std::ranges::count_if(parameters, &AbiType::isIndexed));
    if (topics.size() != indexed + 1 || topics[0] != m_topic)
        return fail(ErrorCode::InvalidArgument, "the log of another event");
    // The parameters that are not indexed are encoded together, as a tuple of their own.
    std::string rest = "(";
    for (const AbiType &parameter : parameters) {
        if (!parameter.isIndexed())
            rest.append(rest.size() > 1 ? "," : "").append(parameter.canonical());
    }
    const Result<AbiType> restType = AbiType::parseParameters(rest.append(")"));
    if (!restType)
        return std::unexpected(restType.error());
    Result<AbiValue::List> others = decodeAbi(*restType, data);
    if (!others)
        return others;
    AbiValue::List values;
    std::size_t topic = 1;
    std::size_t other = 0;
    for (const AbiType &parameter : parameters) {
        if (!parameter.isIndexed()) {
            values.push_back(std::move((*others)[other++]));
            continue;
        }
        const Hash256 &held = topics[topic++];
        if (!fitsTopic(parameter)) {
            values.emplace_back(Bytes(held.begin(), held.end()));
            continue;
        }
        const Result<AbiType> single
            = AbiType::parseParameters(std::string("(").append(parameter.canonical()).append(")"));
        Result<AbiValue::List> value = single ? decodeAbi(*single, held) : std::unexpected(single.error());
        if (!value)
            return value;
        values.push_back(std::move(value->front()));
    }
    return values;
}

} // namespace majlis::wallet

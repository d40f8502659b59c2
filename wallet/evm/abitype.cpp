// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/evm/abitype.h"

#include <algorithm>
#include <charconv>

namespace majlis::wallet
{

namespace
{

constexpr std::size_t longestText = 16384;

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Digits without leading zeros that make a number in 1..most.
std::optional<std::size_t> positive(std::string_view digits, std::size_t most)
{
    std::size_t number = 0;
    if (digits.empty() || digits.front() == '0' || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || number > most)
        return std::nullopt;
    return number;
}

std::optional<AbiType> integer(AbiType::Kind kind, std::string_view bits)
{
    if (bits.empty())
        return AbiType::elementary(kind, 256);
    const std::optional<std::size_t> size = positive(bits, 256);
    if (!size || *size % 8 != 0)
        return std::nullopt;
    return AbiType::elementary(kind, static_cast<unsigned>(*size));
}

std::optional<AbiType> elementaryNamed(std::string_view name)
{
    using Kind = AbiType::Kind;
    if (name == "address")
        return AbiType::elementary(Kind::EvmAddress);
    if (name == "bool")
        return AbiType::elementary(Kind::Boolean);
    if (name == "string")
        return AbiType::elementary(Kind::Text);
    if (name == "bytes")
        return AbiType::elementary(Kind::DynamicBytes);
    if (name.starts_with("uint"))
        return integer(Kind::Uint, name.substr(4));
    if (name.starts_with("int"))
        return integer(Kind::Int, name.substr(3));
    if (name.starts_with("bytes")) {
        if (const std::optional<std::size_t> size = positive(name.substr(5), 32))
            return AbiType::elementary(Kind::FixedBytes, static_cast<unsigned>(*size));
    }
    return std::nullopt;
}

} // namespace

class AbiTypeParser
{
public:
    explicit AbiTypeParser(std::string_view text)
        : m_text(text)
    {
    }

    Result<AbiType> readAll(bool parameters)
    {
        if (m_text.size() > longestText)
            return malformed("too long");
        Result<AbiType> type = parameters ? readTuple(AbiType::deepest) : readType(AbiType::deepest);
        if (type && m_at != m_text.size())
            return malformed("something behind the type");
        return type;
    }

private:
    [[nodiscard]] std::unexpected<Error> malformed(const char *why) const
    {
        std::string detail = "ABI type: ";
        detail.append(why).append(" at character ").append(std::to_string(m_at));
        return fail(ErrorCode::InvalidArgument, std::move(detail));
    }

    bool take(char c)
    {
        if (m_at == m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    bool skipSpace()
    {
        const std::size_t start = m_at;
        while (take(' ')) { }
        return m_at > start;
    }

    std::string_view takeName()
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && isNameCharacter(m_text[m_at]))
            ++m_at;
        return m_text.substr(start, m_at - start);
    }

    Result<AbiType> readTuple(unsigned depthLeft)
    {
        if (!take('('))
            return malformed("no parenthesis");
        if (depthLeft == 0)
            return malformed("nested too deeply");
        std::vector<AbiType> parts;
        skipSpace();
        if (!take(')')) {
            do {
                skipSpace();
                Result<AbiType> part = readParameter(depthLeft - 1);
                if (!part)
                    return part;
                parts.push_back(std::move(*part));
                skipSpace();
            } while (take(','));
            if (!take(')'))
                return malformed("a parenthesis is not closed");
        }
        std::optional<AbiType> tuple = AbiType::makeTuple(std::move(parts));
        if (!tuple)
            return malformed("too large");
        return std::move(*tuple);
    }

    Result<AbiType> readParameter(unsigned depthLeft)
    {
        Result<AbiType> type = readType(depthLeft);
        if (!type || !skipSpace())
            return type;
        std::string_view word = takeName();
        if (word == "indexed") {
            type->m_indexed = true;
            if (!skipSpace())
                return type;
            word = takeName();
        }
        if (!word.empty() && isDigit(word.front()))
            return malformed("a name that begins with a digit");
        type->m_name = std::string(word);
        return type;
    }

    Result<AbiType> readBase(unsigned depthLeft)
    {
        if (m_at < m_text.size() && m_text[m_at] == '(')
            return readInnerTuple(depthLeft);
        const std::string_view name = takeName();
        if (name == "tuple")
            return readInnerTuple(depthLeft);
        std::optional<AbiType> type = elementaryNamed(name);
        if (!type)
            return malformed("an unknown type");
        return std::move(*type);
    }

    // Solidity has no empty structs, and an array of them would be a length without content.
    Result<AbiType> readInnerTuple(unsigned depthLeft)
    {
        Result<AbiType> tuple = readTuple(depthLeft);
        if (tuple && tuple->components().empty())
            return malformed("an empty tuple");
        return tuple;
    }

    Result<AbiType> readType(unsigned depthLeft)
    {
        Result<AbiType> type = readBase(depthLeft);
        while (type && take('[')) {
            if (depthLeft == 0)
                return malformed("nested too deeply");
            --depthLeft;
            const std::string_view digits = takeName();
            const std::optional<std::size_t> length = positive(digits, AbiType::mostWords);
            if (!take(']') || (!digits.empty() && !length))
                return malformed("not an array's length");
            std::optional<AbiType> array = AbiType::makeArray(std::move(*type), length);
            if (!array)
                return malformed("too large");
            type = std::move(*array);
        }
        return type;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

Result<AbiType> AbiType::parse(std::string_view text)
{
    return AbiTypeParser(text).readAll(false);
}

Result<AbiType> AbiType::parseParameters(std::string_view text)
{
    return AbiTypeParser(text).readAll(true);
}

AbiType AbiType::elementary(Kind kind, unsigned size)
{
    AbiType type;
    type.m_kind = kind;
    type.m_size = size;
    type.m_dynamic = kind == Kind::DynamicBytes || kind == Kind::Text;
    return type;
}

std::optional<AbiType> AbiType::makeTuple(std::vector<AbiType> components)
{
    AbiType tuple;
    tuple.m_kind = Kind::Tuple;
    tuple.m_words = 0;
    for (const AbiType &component : components) {
        tuple.m_dynamic = tuple.m_dynamic || component.isDynamic();
        tuple.m_words += component.headWords();
    }
    tuple.m_parts = std::move(components);
    if (tuple.m_words > mostWords)
        return std::nullopt;
    return tuple;
}

std::optional<AbiType> AbiType::makeArray(AbiType element, std::optional<std::size_t> length)
{
    AbiType array;
    array.m_kind = Kind::Array;
    array.m_length = length;
    array.m_dynamic = !length || element.isDynamic();
    array.m_words = length ? *length * element.headWords() : 1;
    array.m_parts.push_back(std::move(element));
    if (array.m_words > mostWords)
        return std::nullopt;
    return array;
}

std::string AbiType::canonical() const
{
    switch (m_kind) {
    case Kind::Uint:
        return "uint" + std::to_string(m_size);
    case Kind::Int:
        return "int" + std::to_string(m_size);
    case Kind::EvmAddress:
        return "address";
    case Kind::Boolean:
        return "bool";
    case Kind::FixedBytes:
        return "bytes" + std::to_string(m_size);
    case Kind::DynamicBytes:
        return "bytes";
    case Kind::Text:
        return "string";
    case Kind::Array:
        return element().canonical().append("[").append(m_length ? std::to_string(*m_length) : "").append("]");
    case Kind::Tuple:
        break;
    }
    std::string text = "(";
    for (const AbiType &component : m_parts) {
        if (text.size() > 1)
            text += ',';
        text += component.canonical();
    }
    return text + ')';
}

} // namespace majlis::wallet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/utf8.h"
#include "wallet/evm/abi.h"

#include <algorithm>

namespace majlis::wallet
{

namespace
{

constexpr std::size_t word = 32;

std::unexpected<Error> wrong(const char *why)
{
    return fail(ErrorCode::InvalidArgument, std::string(": ") + why);
}

bool areZero(ByteView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

Result<AbiValue> valueOfWord(const AbiType &type, ByteView bytes)
{
    const Uint256 number = *Uint256::fromBigEndian(bytes);
    switch (type.kind()) {
    case AbiType::Kind::Uint:
        if (number.bitLength() > type.size())
            return wrong("too large for its type");
        return AbiValue(number);
    case AbiType::Kind::Int:
        if (!Int256::fromBits(number).fitsIn(type.size()))
            return wrong("outside the range of its type");
        return AbiValue(Int256::fromBits(number));
    case AbiType::Kind::Boolean:
        if (number > Uint256(1))
            return wrong("neither true nor false");
        return AbiValue(!number.isZero());
    case AbiType::Kind::EvmAddress: {
        if (!areZero(bytes.first(12)))
            return wrong("an address with something in front of it");
        ByteArray<20> address{};
        std::ranges::copy(bytes.subspan(12), address.begin());
        return AbiValue(Address::evm(address));
    }
    case AbiType::Kind::FixedBytes:
        if (!areZero(bytes.subspan(type.size())))
            return wrong("padding that is not zero");
        return AbiValue(Bytes(bytes.begin(), bytes.begin() + type.size()));
    default:
        return wrong("a type of more than a word");
    }
}

class Decoder
{
public:
    explicit Decoder(ByteView data)
        : m_data(data)
        , m_budget(data.size() + slack)
    {
    }

    // The sequence whose places begin at `start`.
    template <class TypeAt>
    Result<AbiValue::List> sequence(std::size_t start, std::size_t count, std::size_t places, const TypeAt &typeAt)
    {
        if (const Result<void> there = spend(start, places * word); !there)
            return std::unexpected(there.error());
        AbiValue::List values;
        values.reserve(count);
        std::size_t place = start;
        for (std::size_t i = 0; i < count; ++i) {
            const AbiType &type = typeAt(i);
            Result<AbiValue> value
                = type.isDynamic() ? readBehind(type, start, place, places * word) : readStatic(type, place);
            if (!value)
                return errorWithin(placeOf(i), value.error());
            values.push_back(std::move(*value));
            place += type.headWords() * word;
        }
        return values;
    }

private:
    // Two arrays may share an empty one's length; sharing that multiplies the data does not end well.
    static constexpr std::size_t slack = 1024;

    // Says that these bytes are there and are read now.
    Result<void> spend(std::size_t start, std::size_t size)
    {
        if (start > m_data.size() || size > m_data.size() - start)
            return wrong("cut short");
        if (size > m_budget)
            return wrong("parts that are used again and again");
        m_budget -= size;
        return {};
    }

    // A number at `place` that must be at most `most`.
    Result<std::size_t> sizeAt(std::size_t place, std::size_t most, const char *why) const
    {
        const std::optional<std::uint64_t> number = Uint256::fromBigEndian(m_data.subspan(place, word))->toUint64();
        if (!number || *number > most)
            return wrong(why);
        return static_cast<std::size_t>(*number);
    }

    // Precondition: the place has been spent.
    Result<AbiValue> readStatic(const AbiType &type, std::size_t place)
    {
        if (type.kind() != AbiType::Kind::Array && type.kind() != AbiType::Kind::Tuple)
            return valueOfWord(type, m_data.subspan(place, word));
        const bool isTuple = type.kind() == AbiType::Kind::Tuple;
        const std::size_t count = isTuple ? type.components().size() : *type.arrayLength();
        AbiValue::List values;
        values.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            const AbiType &part = isTuple ? type.components()[i] : type.element();
            Result<AbiValue> value = readStatic(part, place);
            if (!value)
                return errorWithin(placeOf(i), value.error());
            values.push_back(std::move(*value));
            place += part.headWords() * word;
        }
        return AbiValue(std::move(values));
    }

    Result<AbiValue> readBehind(const AbiType &type, std::size_t start, std::size_t place, std::size_t headSize)
    {
        const Result<std::size_t> offset = sizeAt(place, m_data.size() - start, "an offset beyond the data");
        if (!offset)
            return std::unexpected(offset.error());
        if (*offset < headSize || *offset % word != 0)
            return wrong("an offset to where no part can be");
        return readTail(type, start + *offset);
    }

    Result<AbiValue> readTail(const AbiType &type, std::size_t at)
    {
        if (type.kind() == AbiType::Kind::Tuple)
            return asValue(sequence(at, type.components().size(), type.words(),
                [&](std::size_t i) -> const AbiType & { return type.components()[i]; }));
        const auto elementAt = [&](std::size_t) -> const AbiType & { return type.element(); };
        if (type.kind() == AbiType::Kind::Array && type.arrayLength())
            return asValue(sequence(at, *type.arrayLength(), type.words(), elementAt));
        if (const Result<void> there = spend(at, word); !there)
            return std::unexpected(there.error());
        const std::size_t rest = m_data.size() - at - word;
        if (type.kind() != AbiType::Kind::Array)
            return readBytes(type, at, rest);
        const std::size_t each = type.element().headWords();
        const Result<std::size_t> count = sizeAt(at, rest / (each * word), "a length beyond the data");
        if (!count)
            return std::unexpected(count.error());
        return asValue(sequence(at + word, *count, *count * each, elementAt));
    }

    static Result<AbiValue> asValue(Result<AbiValue::List> list)
    {
        return list ? Result<AbiValue>(AbiValue(std::move(*list))) : std::unexpected(list.error());
    }

    Result<AbiValue> readBytes(const AbiType &type, std::size_t at, std::size_t rest)
    {
        const Result<std::size_t> length = sizeAt(at, rest, "a length beyond the data");
        if (!length)
            return std::unexpected(length.error());
        const std::size_t padded = (*length + word - 1) / word * word;
        if (const Result<void> there = spend(at + word, padded); !there)
            return std::unexpected(there.error());
        const ByteView content = m_data.subspan(at + word, padded);
        if (!areZero(content.subspan(*length)))
            return wrong("padding that is not zero");
        const ByteView bytes = content.first(*length);
        if (type.kind() == AbiType::Kind::DynamicBytes)
            return AbiValue(Bytes(bytes.begin(), bytes.end()));
        std::string text(bytes.begin(), bytes.end());
        if (!isUtf8(text))
            return wrong("a text that is not UTF-8");
        return AbiValue(std::move(text));
    }

    ByteView m_data;
    std::size_t m_budget;
};

} // namespace

Result<AbiValue::List> decodeAbi(const AbiType &type, ByteView data, AbiLayout layout)
{
    if (type.kind() != AbiType::Kind::Tuple)
        return fail(ErrorCode::InvalidArgument, "not a tuple");
    Result<AbiValue::List> values = Decoder(data).sequence(0, type.components().size(), type.words(),
        [&](std::size_t i) -> const AbiType & { return type.components()[i]; });
    if (!values || layout == AbiLayout::Any)
        return values;
    const Result<Bytes> again = encodeAbi(type, *values);
    if (!again || !std::ranges::equal(*again, data))
        return fail(ErrorCode::InvalidArgument, "not laid out as an encoder does it");
    return values;
}

} // namespace majlis::wallet

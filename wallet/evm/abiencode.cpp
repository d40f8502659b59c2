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

Result<ByteArray<word>> integerWord(const AbiType &type, const AbiValue &value)
{
    if (type.kind() == AbiType::Kind::Int) {
        const auto *const number = value.get<Int256>();
        if (number == nullptr || !number->fitsIn(type.size()))
            return wrong("not a signed integer of its type");
        return number->bits().bigEndian();
    }
    const auto *const number = value.get<Uint256>();
    if (number == nullptr || number->bitLength() > type.size())
        return wrong("not an unsigned integer of its type");
    return number->bigEndian();
}

/// Appends values; the places of a sequence are made first, its tails follow.
class Encoder
{
public:
    // `typeAt(i)` is the type of the i-th value.
    template <class TypeAt>
    Result<void> putSequence(const AbiValue::List &values, std::size_t places, const TypeAt &typeAt)
    {
        const std::size_t start = m_out.size();
        m_out.resize(start + places * word);
        std::size_t place = start;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const AbiType &type = typeAt(i);
            const Result<void> done = putOne(type, values[i], start, place);
            if (!done)
                return errorWithin(placeOf(i), done.error());
            place += type.headWords() * word;
        }
        return {};
    }

    Bytes take() { return std::move(m_out); }

private:
    void writeNumber(std::size_t place, std::uint64_t number)
    {
        for (std::size_t i = 0; i < 8; ++i)
            m_out[place + word - 1 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    }

    Result<void> putOne(const AbiType &type, const AbiValue &value, std::size_t start, std::size_t place)
    {
        if (!type.isDynamic())
            return putStatic(type, value, place);
        writeNumber(place, m_out.size() - start);
        return putTail(type, value);
    }

    Result<void> putStatic(const AbiType &type, const AbiValue &value, std::size_t place)
    {
        if (type.kind() != AbiType::Kind::Array && type.kind() != AbiType::Kind::Tuple) {
            const Result<ByteArray<word>> encoded = encodeAbiWord(type, value);
            if (!encoded)
                return std::unexpected(encoded.error());
            std::copy(encoded->begin(), encoded->end(), m_out.begin() + static_cast<std::ptrdiff_t>(place));
            return {};
        }
        const Result<const AbiValue::List *> list = listOf(type, value);
        if (!list)
            return std::unexpected(list.error());
        for (std::size_t i = 0; i < (*list)->size(); ++i) {
            const AbiType &part = type.kind() == AbiType::Kind::Tuple ? type.components()[i] : type.element();
            if (const Result<void> done = putStatic(part, (**list)[i], place); !done)
                return errorWithin(placeOf(i), done.error());
            place += part.headWords() * word;
        }
        return {};
    }

    static Result<const AbiValue::List *> listOf(const AbiType &type, const AbiValue &value)
    {
        const auto *const list = value.get<AbiValue::List>();
        if (list == nullptr)
            return wrong("not a list");
        const std::size_t wanted = type.kind() == AbiType::Kind::Tuple ? type.components().size()
                                                                       : type.arrayLength().value_or(list->size());
        if (list->size() != wanted)
            return wrong("a list of another length than the type's");
        return list;
    }

    Result<void> putTail(const AbiType &type, const AbiValue &value)
    {
        if (type.kind() == AbiType::Kind::DynamicBytes)
            return value.get<Bytes>() != nullptr ? putBytes(*value.get<Bytes>()) : wrong("not bytes");
        if (type.kind() == AbiType::Kind::Text) {
            const auto *const text = value.get<std::string>();
            return text != nullptr && isUtf8(*text) ? putBytes(bytesOf(*text)) : wrong("not a text");
        }
        const Result<const AbiValue::List *> list = listOf(type, value);
        if (!list)
            return std::unexpected(list.error());
        if (type.kind() == AbiType::Kind::Tuple)
            return putSequence(
                **list, type.words(), [&](std::size_t i) -> const AbiType & { return type.components()[i]; });
        if (!type.arrayLength())
            putLength((*list)->size());
        return putSequence(**list, (*list)->size() * type.element().headWords(),
            [&](std::size_t) -> const AbiType & { return type.element(); });
    }

    void putLength(std::size_t length)
    {
        m_out.resize(m_out.size() + word);
        writeNumber(m_out.size() - word, length);
    }

    Result<void> putBytes(ByteView bytes)
    {
        putLength(bytes.size());
        m_out.insert(m_out.end(), bytes.begin(), bytes.end());
        m_out.resize(m_out.size() + (word - bytes.size() % word) % word);
        return {};
    }

    Bytes m_out;
};

} // namespace

Result<ByteArray<32>> encodeAbiWord(const AbiType &type, const AbiValue &value)
{
    ByteArray<word> encoded{};
    switch (type.kind()) {
    case AbiType::Kind::Uint:
    case AbiType::Kind::Int:
        return integerWord(type, value);
    case AbiType::Kind::Boolean:
        if (value.get<bool>() == nullptr)
            return wrong("neither true nor false");
        encoded[word - 1] = *value.get<bool>() ? 1 : 0;
        return encoded;
    case AbiType::Kind::EvmAddress:
        if (value.get<Address>() == nullptr || !value.get<Address>()->isEvm())
            return wrong("not an EVM address");
        std::ranges::copy(value.get<Address>()->bytes(), encoded.begin() + 12);
        return encoded;
    case AbiType::Kind::FixedBytes:
        if (value.get<Bytes>() == nullptr || value.get<Bytes>()->size() != type.size())
            return wrong("bytes of another length than the type's");
        std::ranges::copy(*value.get<Bytes>(), encoded.begin());
        return encoded;
    case AbiType::Kind::DynamicBytes:
    case AbiType::Kind::Text:
    case AbiType::Kind::Array:
    case AbiType::Kind::Tuple:
        break;
    }
    return wrong("a type of more than a word");
}

Result<Bytes> encodeAbi(const AbiType &type, const AbiValue::List &values)
{
    if (type.kind() != AbiType::Kind::Tuple || values.size() != type.components().size())
        return fail(ErrorCode::InvalidArgument, "another number of arguments than the function has");
    Encoder encoder;
    const Result<void> done = encoder.putSequence(
        values, type.words(), [&](std::size_t i) -> const AbiType & { return type.components()[i]; });
    if (!done)
        return std::unexpected(done.error());
    return encoder.take();
}

} // namespace majlis::wallet

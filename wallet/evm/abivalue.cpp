// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/evm/abivalue.h"

#include "wallet/encoding/hex.h"
#include "wallet/encoding/utf8.h"

namespace majlis::wallet
{

namespace
{

std::unexpected<Error> wrong(const char *why)
{
    return fail(ErrorCode::InvalidArgument, std::string(": ") + why);
}

// What of a JSON value stands for an integer: its digits.
std::optional<QString> integerText(const Json &json)
{
    if (const std::string *text = json.string())
        return fromUtf8(*text);
    if (const std::optional<std::int64_t> number = json.integer())
        return QString::number(*number);
    return std::nullopt;
}

Result<AbiValue> unsignedFrom(unsigned bits, const Json &json)
{
    const std::optional<QString> text = integerText(json);
    if (!text)
        return wrong("not an integer");
    const Result<Uint256> number = text->startsWith(u"0x") ? Uint256::fromHex(*text) : Uint256::fromDecimal(*text);
    if (!number)
        return wrong("not an unsigned integer");
    if (number->bitLength() > bits)
        return wrong("too large for its type");
    return AbiValue(*number);
}

Result<AbiValue> signedFrom(unsigned bits, const Json &json)
{
    const std::optional<QString> text = integerText(json);
    if (!text)
        return wrong("not an integer");
    if (text->startsWith(u"0x")) {
        const Result<Uint256> number = Uint256::fromHex(*text);
        if (!number || number->bitLength() >= bits)
            return wrong("not an integer of its type");
        return AbiValue(Int256::fromBits(*number));
    }
    const Result<Int256> number = Int256::fromDecimal(*text);
    if (!number || !number->fitsIn(bits))
        return wrong("not an integer of its type");
    return AbiValue(*number);
}

Result<AbiValue> addressFrom(const Json &json)
{
    if (json.string() == nullptr)
        return wrong("not an address");
    const Result<Address> address = Address::parse(fromUtf8(*json.string()));
    if (!address || !address->isEvm())
        return wrong("not an EVM address, or its checksum is wrong");
    return AbiValue(*address);
}

Result<AbiValue> bytesFrom(const AbiType &type, const Json &json)
{
    if (json.string() == nullptr)
        return wrong("not 0x hex");
    Result<Bytes> bytes = fromHex(fromUtf8(*json.string()));
    if (!bytes)
        return wrong("not 0x hex");
    if (type.kind() == AbiType::Kind::FixedBytes && bytes->size() != type.size())
        return wrong("bytes of another length than the type's");
    return AbiValue(std::move(*bytes));
}

Result<AbiValue> listFrom(const AbiType &type, const Json &json)
{
    const bool isTuple = type.kind() == AbiType::Kind::Tuple;
    if (json.array() == nullptr)
        return wrong("not a list");
    const std::size_t count = json.array()->size();
    const std::size_t wanted = isTuple ? type.components().size() : type.arrayLength().value_or(count);
    if (count != wanted)
        return wrong("a list of another length than the type's");
    AbiValue::List list;
    list.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        Result<AbiValue> value
            = AbiValue::fromJson(isTuple ? type.components()[i] : type.element(), (*json.array())[i]);
        if (!value)
            return errorWithin(placeOf(i), value.error());
        list.push_back(std::move(*value));
    }
    return AbiValue(std::move(list));
}

} // namespace

std::string placeOf(std::size_t index)
{
    std::string place = "[";
    place += std::to_string(index);
    place += ']';
    return place;
}

std::unexpected<Error> errorWithin(const std::string &place, const Error &error)
{
    Error placed = error;
    placed.detail = place + placed.detail;
    return std::unexpected(std::move(placed));
}

Result<AbiValue> AbiValue::elementaryFromJson(const AbiType &type, const Json &json)
{
    switch (type.kind()) {
    case AbiType::Kind::Uint:
        return unsignedFrom(type.size(), json);
    case AbiType::Kind::Int:
        return signedFrom(type.size(), json);
    case AbiType::Kind::EvmAddress:
        return addressFrom(json);
    case AbiType::Kind::Boolean:
        return json.boolean() != nullptr ? Result<AbiValue>(AbiValue(*json.boolean()))
                                         : wrong("neither true nor false");
    case AbiType::Kind::FixedBytes:
    case AbiType::Kind::DynamicBytes:
        return bytesFrom(type, json);
    case AbiType::Kind::Text:
        return json.string() != nullptr ? Result<AbiValue>(AbiValue(*json.string())) : wrong("not a text");
    case AbiType::Kind::Array:
    case AbiType::Kind::Tuple:
        break;
    }
    return wrong("not an elementary type");
}

Result<AbiValue> AbiValue::fromJson(const AbiType &type, const Json &json)
{
    const bool isList = type.kind() == AbiType::Kind::Array || type.kind() == AbiType::Kind::Tuple;
    return isList ? listFrom(type, json) : elementaryFromJson(type, json);
}

} // namespace majlis::wallet

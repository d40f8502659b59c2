// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/evm/typeddata.h"

#include "wallet/crypto/ecdsa.h"
#include "wallet/evm/abi.h"
#include "wallet/evm/typeddatatypes.h"

#include <algorithm>
#include <array>

namespace majlis::wallet
{

namespace
{

constexpr std::size_t mostBytes = 1U << 20U;
// A JSON text of this length may name a struct again and again; what is made of it stays within bounds.
constexpr std::size_t mostLeaves = 1U << 16U;
const std::string domainType = "EIP712Domain";

struct DomainField {
    const char *name;
    const char *type;
};
// In the order of EIP-712.
constexpr std::array<DomainField, 5> domainFields{{{"name", "string"}, {"version", "string"}, {"chainId", "uint256"},
    {"verifyingContract", "address"}, {"salt", "bytes32"}}};

std::unexpected<Error> wrong(const std::string &where, const char *why)
{
    std::string detail = where;
    detail.append(": ").append(why);
    return fail(ErrorCode::InvalidArgument, std::move(detail));
}

std::string memberOf(const std::string &path, const std::string &name)
{
    std::string member = path;
    member.append(".").append(name);
    return member;
}

/// encodeData and hashStruct of EIP-712, keeping what they have met.
class Hasher
{
public:
    explicit Hasher(const TypedDataTypes &types)
        : m_types(types)
    {
    }

    Result<Hash256> hashStruct(const std::string &name, const Json &value, const std::string &path)
    {
        const TypedDataStruct *const type = m_types.find(name);
        if (type == nullptr)
            return wrong(path, "an unknown type");
        if (value.object() == nullptr)
            return wrong(path, "not an object");
        Bytes data;
        data.reserve(32 * (type->fields.size() + 1));
        data.assign(type->typeHash.begin(), type->typeHash.end());
        for (const TypedDataField &field : type->fields) {
            const Json *const member = value.find(field.name);
            const std::string place = memberOf(path, field.name);
            if (member == nullptr)
                return wrong(place, "missing");
            const Result<Hash256> encoded = encode(field, field.dimensions.size(), *member, place);
            if (!encoded)
                return encoded;
            data.insert(data.end(), encoded->begin(), encoded->end());
        }
        noteUncovered(*type, value, path);
        return keccak256(data);
    }

    std::vector<TypedDataLeaf> takeLeaves() { return std::move(m_leaves); }
    std::vector<std::string> takeUncovered() { return std::move(m_uncovered); }

private:
    // The word that stands for a value; `depth` counts the dimensions that are left.
    Result<Hash256> encode(const TypedDataField &field, std::size_t depth, const Json &value, const std::string &path)
    {
        if (depth > 0)
            return encodeArray(field, depth, value, path);
        return field.elementary ? encodeElementary(field, value, path) : hashStruct(field.base, value, path);
    }

    Result<Hash256> encodeArray(
        const TypedDataField &field, std::size_t depth, const Json &value, const std::string &path)
    {
        const std::optional<std::size_t> &length = field.dimensions[depth - 1];
        if (value.array() == nullptr)
            return wrong(path, "not a list");
        if (length && *length != value.array()->size())
            return wrong(path, "a list of another length than the type's");
        Bytes data;
        data.reserve(value.array()->size() * 32);
        for (std::size_t i = 0; i < value.array()->size(); ++i) {
            const Result<Hash256> encoded = encode(field, depth - 1, (*value.array())[i], path + placeOf(i));
            if (!encoded)
                return encoded;
            data.insert(data.end(), encoded->begin(), encoded->end());
        }
        return keccak256(data);
    }

    Result<Hash256> encodeElementary(const TypedDataField &field, const Json &value, const std::string &path)
    {
        Result<AbiValue> read = AbiValue::elementaryFromJson(*field.elementary, value);
        if (!read)
            return errorWithin(path, read.error());
        if (m_leaves.size() == mostLeaves)
            return wrong(path, "too many values");
        Result<Hash256> word = Hash256();
        if (field.elementary->kind() == AbiType::Kind::Text)
            word = keccak256(bytesOf(*read->get<std::string>()));
        else if (field.elementary->kind() == AbiType::Kind::DynamicBytes)
            word = keccak256(*read->get<Bytes>());
        else
            word = encodeAbiWord(*field.elementary, *read);
        if (!word)
            return errorWithin(path, word.error());
        m_leaves.push_back({path, field.base, std::move(*read)});
        return word;
    }

    void noteUncovered(const TypedDataStruct &type, const Json &value, const std::string &path)
    {
        for (const auto &[name, member] : *value.object()) {
            const auto has = [&name = name](const TypedDataField &field) { return field.name == name; };
            if (std::ranges::none_of(type.fields, has))
                m_uncovered.push_back(memberOf(path, name));
        }
    }

    const TypedDataTypes &m_types;
    std::vector<TypedDataLeaf> m_leaves;
    std::vector<std::string> m_uncovered;
};

// The EIP712Domain that the domain's members make.
Json domainTypes(const Json &domain)
{
    Json::Array fields;
    for (const DomainField &field : domainFields) {
        if (domain.find(field.name) != nullptr)
            fields.emplace_back(
                Json::Object{{"name", Json(std::string(field.name))}, {"type", Json(std::string(field.type))}});
    }
    return Json(Json::Object{{domainType, Json(std::move(fields))}});
}

Result<void> checkDomainType(const TypedDataStruct &type)
{
    for (const TypedDataField &field : type.fields) {
        const auto isField
            = [&](const DomainField &known) { return field.name == known.name && field.type == known.type; };
        if (std::ranges::none_of(domainFields, isField))
            return wrong("types.EIP712Domain", "a field that EIP-712 does not have");
    }
    return {};
}

TypedDataDomain domainOf(const std::vector<TypedDataLeaf> &leaves)
{
    TypedDataDomain domain;
    for (const TypedDataLeaf &leaf : leaves) {
        if (leaf.path == "domain.name")
            domain.name = *leaf.value.get<std::string>();
        else if (leaf.path == "domain.version")
            domain.version = *leaf.value.get<std::string>();
        else if (leaf.path == "domain.chainId")
            domain.chainId = *leaf.value.get<Uint256>();
        else if (leaf.path == "domain.verifyingContract")
            domain.verifyingContract = *leaf.value.get<Address>();
        else if (leaf.path == "domain.salt")
            std::ranges::copy(*leaf.value.get<Bytes>(), domain.salt.emplace().begin());
    }
    return domain;
}

struct HashedDomain {
    TypedDataDomain domain;
    Hash256 separator{};
};

Result<HashedDomain> hashDomain(const Json &types, const Json &domain)
{
    const bool isDeclared = types.find(domainType) != nullptr;
    const Result<TypedDataTypes> collected = isDeclared ? TypedDataTypes::collect(types, domainType)
                                                        : TypedDataTypes::collect(domainTypes(domain), domainType);
    if (!collected)
        return std::unexpected(collected.error());
    if (const Result<void> valid = checkDomainType(*collected->find(domainType)); !valid)
        return std::unexpected(valid.error());
    Hasher hasher(*collected);
    const Result<Hash256> separator = hasher.hashStruct(domainType, domain, "domain");
    if (!separator)
        return std::unexpected(separator.error());
    if (const std::vector<std::string> others = hasher.takeUncovered(); !others.empty())
        return wrong(others.front(), "EIP712Domain does not name it");
    return HashedDomain{domainOf(hasher.takeLeaves()), *separator};
}

} // namespace

Result<TypedData> TypedData::parse(std::string_view json)
{
    const Result<Json> parsed = Json::parse(json, {.bytes = mostBytes});
    if (!parsed)
        return std::unexpected(parsed.error());
    return fromJson(*parsed);
}

Result<TypedData> TypedData::fromJson(const Json &json)
{
    for (const char *name : {"types", "domain", "message"}) {
        if (json.find(name) == nullptr || json.find(name)->object() == nullptr)
            return wrong(name, "missing, or not an object");
    }
    const std::string *const primary = json.findString("primaryType");
    if (primary == nullptr || *primary == domainType)
        return wrong("primaryType", "missing, or not a type of a message");
    const Json &types = *json.find("types");
    const Result<HashedDomain> domain = hashDomain(types, *json.find("domain"));
    if (!domain)
        return std::unexpected(domain.error());
    const Result<TypedDataTypes> collected = TypedDataTypes::collect(types, *primary);
    if (!collected)
        return std::unexpected(collected.error());
    Hasher hasher(*collected);
    const Result<Hash256> message = hasher.hashStruct(*primary, *json.find("message"), "message");
    if (!message)
        return std::unexpected(message.error());
    TypedData data;
    data.m_primaryType = *primary;
    data.m_encodedType = collected->find(*primary)->encodedType;
    data.m_domain = domain->domain;
    data.m_domainSeparator = domain->separator;
    data.m_messageHash = *message;
    static constexpr std::array<std::uint8_t, 2> prefix{0x19, 0x01};
    data.m_digest = keccak256({ByteView(prefix), ByteView(data.m_domainSeparator), ByteView(data.m_messageHash)});
    data.m_leaves = hasher.takeLeaves();
    data.m_uncovered = hasher.takeUncovered();
    for (const auto &[name, member] : *json.object()) {
        if (name != "types" && name != "domain" && name != "message" && name != "primaryType")
            data.m_uncovered.push_back(name);
    }
    return data;
}

Result<EvmSignature> signTypedData(const TypedData &data, const SecretBytes &privateKey)
{
    const Result<RecoverableSignature> signature = signDigest(privateKey, data.digest());
    if (!signature)
        return std::unexpected(signature.error());
    return signature->toEvm();
}

Result<Address> recoverTypedData(const TypedData &data, const EvmSignature &signature)
{
    const Result<RecoverableSignature> parsed = RecoverableSignature::fromEvm(signature);
    if (!parsed)
        return std::unexpected(parsed.error());
    return recoverSigner(data.digest(), *parsed);
}

} // namespace majlis::wallet

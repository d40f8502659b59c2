// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/evm/typeddatatypes.h"

#include "wallet/bytes.h"

#include <algorithm>
#include <charconv>

namespace majlis::wallet
{

namespace
{

std::unexpected<Error> wrong(const std::string &where, const char *why)
{
    std::string detail = "types.";
    detail.append(where).append(": ").append(why);
    return fail(ErrorCode::InvalidArgument, std::move(detail));
}

bool isIdentifier(std::string_view text)
{
    const auto isLetter
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return !text.empty() && isLetter(text.front())
        && std::all_of(text.begin(), text.end(), [&](char c) { return isLetter(c) || isDigit(c); });
}

// EIP-712's own names only: no aliases, no tuples.
std::optional<AbiType> elementaryNamed(const std::string &name)
{
    if (!isIdentifier(name) || name == "uint" || name == "int")
        return std::nullopt;
    Result<AbiType> type = AbiType::parse(name);
    return type ? std::optional(std::move(*type)) : std::nullopt;
}

// Takes `[]` or `[n]` off the end.
std::optional<std::optional<std::size_t>> takeDimension(std::string_view &type)
{
    const std::size_t open = type.rfind('[');
    if (open == std::string_view::npos || type.back() != ']')
        return std::nullopt;
    const std::string_view digits = type.substr(open + 1, type.size() - open - 2);
    type = type.substr(0, open);
    if (digits.empty())
        return std::optional<std::size_t>();
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.front() == '0')
        return std::nullopt;
    return std::optional<std::size_t>(length);
}

Result<TypedDataField> parseField(const std::string &owner, const Json &json)
{
    const std::string *const name = json.findString("name");
    const std::string *const type = json.findString("type");
    if (name == nullptr || type == nullptr || json.object()->size() != 2)
        return wrong(owner, "a field is a name and a type");
    if (!isIdentifier(*name))
        return wrong(owner, "a field's name is not an identifier");
    TypedDataField field;
    field.name = *name;
    field.type = *type;
    std::string_view rest = *type;
    while (!rest.empty() && rest.back() == ']') {
        const auto dimension = takeDimension(rest);
        if (!dimension || field.dimensions.size() == TypedDataTypes::deepest)
            return wrong(owner, "not an array's length");
        field.dimensions.insert(field.dimensions.begin(), *dimension);
    }
    field.base = std::string(rest);
    field.elementary = elementaryNamed(field.base);
    if (!field.elementary && !isIdentifier(rest))
        return wrong(owner, "an unknown type");
    return field;
}

Result<std::vector<TypedDataField>> parseFields(const std::string &owner, const Json &json)
{
    if (json.array() == nullptr)
        return wrong(owner, "not a list of fields");
    std::vector<TypedDataField> fields;
    std::set<std::string> names;
    for (const Json &element : *json.array()) {
        Result<TypedDataField> field = parseField(owner, element);
        if (!field)
            return std::unexpected(field.error());
        if (!names.insert(field->name).second)
            return wrong(owner, "a field twice");
        fields.push_back(std::move(*field));
    }
    return fields;
}

} // namespace

Result<TypedDataTypes> TypedDataTypes::collect(const Json &types, const std::string &root)
{
    TypedDataTypes collected;
    std::set<std::string> within;
    if (const Result<void> added = collected.add(types, root, within); !added)
        return std::unexpected(added.error());
    for (const auto &[name, type] : collected.m_structs)
        collected.encode(name);
    return collected;
}

const TypedDataStruct *TypedDataTypes::find(const std::string &name) const
{
    const auto found = m_structs.find(name);
    return found == m_structs.end() ? nullptr : &found->second;
}

Result<void> TypedDataTypes::add(const Json &types, const std::string &name, std::set<std::string> &within)
{
    if (within.contains(name))
        return wrong(name, "a struct within itself");
    if (m_structs.contains(name))
        return {};
    if (within.size() == deepest)
        return wrong(name, "nested too deeply");
    const Json *const json = types.find(name);
    if (json == nullptr)
        return wrong(name, "an unknown type");
    if (!isIdentifier(name) || elementaryNamed(name))
        return wrong(name, "not a name for a struct");
    Result<std::vector<TypedDataField>> fields = parseFields(name, *json);
    if (!fields)
        return std::unexpected(fields.error());
    within.insert(name);
    for (const TypedDataField &field : *fields) {
        if (field.elementary)
            continue;
        if (const Result<void> added = add(types, field.base, within); !added)
            return added;
    }
    within.erase(name);
    m_structs[name].fields = std::move(*fields);
    return {};
}

void TypedDataTypes::references(const std::string &name, std::set<std::string> &found) const
{
    for (const TypedDataField &field : m_structs.at(name).fields) {
        if (!field.elementary && found.insert(field.base).second)
            references(field.base, found);
    }
}

void TypedDataTypes::encode(const std::string &name)
{
    std::set<std::string> others;
    references(name, others);
    std::string text;
    const auto append = [&](const std::string &type) {
        text.append(type).append("(");
        for (std::size_t i = 0; i < m_structs.at(type).fields.size(); ++i) {
            const TypedDataField &field = m_structs.at(type).fields[i];
            text.append(i > 0 ? "," : "").append(field.type).append(" ").append(field.name);
        }
        text.append(")");
    };
    append(name);
    for (const std::string &other : others)
        append(other);
    TypedDataStruct &target = m_structs.at(name);
    target.typeHash = keccak256(bytesOf(text));
    target.encodedType = std::move(text);
}

} // namespace majlis::wallet

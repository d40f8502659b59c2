// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/encoding/json.h"
#include "wallet/encoding/keccak.h"
#include "wallet/evm/abitype.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace majlis::wallet
{

/// A field of a struct of EIP-712.
struct TypedDataField {
    std::string name;
    std::string type; ///< as written
    std::string base; ///< without the arrays
    std::optional<AbiType> elementary; ///< of the base; empty when it is a struct
    std::vector<std::optional<std::size_t>> dimensions; ///< from the inside out; empty ones are of any length
};

struct TypedDataStruct {
    std::vector<TypedDataField> fields;
    std::string encodedType; ///< with those it refers to, sorted
    Hash256 typeHash{};
};

/// The structs that are reached from one, checked: what TypedData says of types.
class TypedDataTypes
{
public:
    static constexpr unsigned deepest = 32; ///< structs and arrays within each other

    /// `types` is the member of that name.
    [[nodiscard]] static Result<TypedDataTypes> collect(const Json &types, const std::string &root);
    /// Null when there is none of that name.
    [[nodiscard]] const TypedDataStruct *find(const std::string &name) const;

private:
    Result<void> add(const Json &types, const std::string &name, std::set<std::string> &within);
    void encode(const std::string &name);
    void references(const std::string &name, std::set<std::string> &found) const;

    std::map<std::string, TypedDataStruct> m_structs;
};

} // namespace majlis::wallet

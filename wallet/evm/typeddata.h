// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/encoding/json.h"
#include "wallet/encoding/keccak.h"
#include "wallet/error.h"
#include "wallet/evm/abivalue.h"
#include "wallet/secretbytes.h"
#include "wallet/signature.h"
#include "wallet/uint256.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace majlis::wallet
{

/// For whom typed data is signed; the fields that its EIP712Domain names.
struct TypedDataDomain {
    std::optional<std::string> name;
    std::optional<std::string> version;
    std::optional<Uint256> chainId;
    std::optional<Address> verifyingContract;
    std::optional<Hash256> salt;
    friend bool operator==(const TypedDataDomain &, const TypedDataDomain &) = default;
};

/// One elementary value of typed data, for showing: all of them together are what the signature covers.
struct TypedDataLeaf {
    std::string path; ///< `message.to[0].wallet`
    std::string type; ///< `address`
    AbiValue value;
};

/// Structured data (EIP-712), as `eth_signTypedData_v4` takes it. Immutable; parsing does all the checks and all the
/// hashing.
class TypedData
{
public:
    /// Strict: `types`, `primaryType`, `domain` and `message`; types that are reached from the primary type are
    /// identifiers with distinct fields, know each other and do not contain themselves; every field is there with a
    /// value of its type, in range, fixed arrays with all their elements; the domain has the fields that EIP712Domain
    /// names (or, without such a type, those of EIP-712) and no others. InvalidArgument names the field.
    [[nodiscard]] static Result<TypedData> parse(std::string_view json);
    [[nodiscard]] static Result<TypedData> fromJson(const Json &json);

    [[nodiscard]] const std::string &primaryType() const { return m_primaryType; }
    [[nodiscard]] const std::string &encodedType() const { return m_encodedType; } ///< encodeType of the primary type
    [[nodiscard]] const TypedDataDomain &domain() const { return m_domain; }
    [[nodiscard]] const Hash256 &domainSeparator() const { return m_domainSeparator; }
    [[nodiscard]] const Hash256 &messageHash() const { return m_messageHash; } ///< hashStruct(message)
    /// keccak256(0x19 ‖ 0x01 ‖ domain separator ‖ message hash)
    [[nodiscard]] const Hash256 &digest() const { return m_digest; }
    /// In the order of the types.
    [[nodiscard]] const std::vector<TypedDataLeaf> &leaves() const { return m_leaves; }
    /// Members of the JSON that no type names: whoever sent them may want them seen, but the signature does not cover
    /// them.
    [[nodiscard]] const std::vector<std::string> &uncovered() const { return m_uncovered; }

private:
    TypedData() = default;

    std::string m_primaryType;
    std::string m_encodedType;
    TypedDataDomain m_domain;
    Hash256 m_domainSeparator{};
    Hash256 m_messageHash{};
    Hash256 m_digest{};
    std::vector<TypedDataLeaf> m_leaves;
    std::vector<std::string> m_uncovered;
};

[[nodiscard]] Result<EvmSignature> signTypedData(const TypedData &data, const SecretBytes &privateKey);
/// Refuses what recoverPersonalSign() refuses.
[[nodiscard]] Result<Address> recoverTypedData(const TypedData &data, const EvmSignature &signature);

} // namespace majlis::wallet

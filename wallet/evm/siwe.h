// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/error.h"
#include "wallet/signature.h"
#include "wallet/uint256.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace majlis::wallet
{

/// Sign-In with Ethereum (EIP-4361, version 1). Fields as they stand in the text; nothing is trimmed or repaired.
struct SiweMessage {
    std::optional<QString> scheme{}; ///< of the URI of the origin, as `https`
    QString domain{}; ///< RFC 3986 authority
    Address address;
    std::optional<QString> statement{}; ///< one line of ASCII; may be empty
    QString uri{}; ///< RFC 3986
    Uint256 chainId{}; ///< EIP-155
    QString nonce{}; ///< eight or more ASCII letters and digits
    QString issuedAt{}; ///< RFC 3339, as the next two
    std::optional<QString> expirationTime{};
    std::optional<QString> notBefore{};
    std::optional<QString> requestId{};
    std::optional<QStringList> resources{}; ///< URIs; empty: the heading alone

    /// Strict, by the grammar of the EIP; the address has its checksum (EIP-55). InvalidArgument names the field.
    [[nodiscard]] static Result<SiweMessage> parse(QStringView text);
    /// The exact text to sign. InvalidArgument names the first field that is outside its domain: what comes out is what
    /// parse() reads as this same message.
    [[nodiscard]] Result<QString> text() const;
    /// Whether the URI's authority is the domain. The EIP does not ask for it, but a review should say when it is not.
    [[nodiscard]] bool isUriOfDomain() const;

    friend bool operator==(const SiweMessage &, const SiweMessage &) = default;
};

/// What whoever is asked to sign, or asked for the sign-in, knows.
struct SiweExpectation {
    QString domain; ///< of the origin, to the letter
    QString nonce; ///< that was given out, and not used before
    Uint256 chainId;
    Address address; ///< the signing account
    long long nowMs = 0; ///< since the epoch
};

/// Whether an honest wallet would sign this for that origin: the same domain to the letter, so no look-alikes, no other
/// port, and no user information at all; the same nonce, chain and account; not expired and not before its time.
/// InvalidArgument names the field that is not so.
[[nodiscard]] Result<void> checkSiwe(const SiweMessage &message, const SiweExpectation &expected);

/// What a server does: the text is well-formed, as expected, and signed by its address. The message when it is.
[[nodiscard]] Result<SiweMessage> verifySiwe(
    QStringView text, const EvmSignature &signature, const SiweExpectation &expected);

} // namespace majlis::wallet

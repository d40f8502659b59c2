// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/error.h"
#include "wallet/solana/publickey.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace majlis::wallet::solana
{

/// Sign-in with Solana: the twin of EIP-4361 that Phantom published and the Wallet Standard carries (solana:signIn).
/// All but domain and address may be missing. Text fields hold no line feed; nothing is trimmed or repaired.
struct SignIn {
    QString domain; ///< RFC 3986 authority without user info: host and perhaps port, as the message has it
    PublicKey address;
    std::optional<QString>
        statement{}; ///< letters, digits, space and RFC 3986 reserved characters; not empty, not like a field
    std::optional<QString> uri{};
    std::optional<QString> version{}; ///< "1" only
    std::optional<QString> chainId{}; ///< mainnet, testnet, devnet, localnet, or solana: and one of these
    std::optional<QString> nonce{}; ///< eight or more ASCII letters and digits
    std::optional<QString> issuedAt{}; ///< RFC 3339, as do the next two
    std::optional<QString> expirationTime{};
    std::optional<QString> notBefore{};
    std::optional<QString> requestId{};
    std::optional<QStringList> resources{}; ///< URIs; empty: the heading without entries

    /// The exact text. InvalidArgument names the first field that is outside its domain.
    [[nodiscard]] Result<QString> message() const;
    /// Strict: exactly what message() writes, nothing around it. InvalidArgument names the field.
    [[nodiscard]] static Result<SignIn> parse(QStringView message);
    friend bool operator==(const SignIn &, const SignIn &) = default;
};

/// What the client knows about the sign-in that it wants.
struct SignInExpectation {
    QString domain; ///< the platform's, as configured: ASCII host and perhaps port
    PublicKey address; ///< the signing account
    QString chainId; ///< as in SignIn
    QString nonce; ///< the one that was asked for, and not used before
    long long nowMs = 0; ///< since the epoch
    long long clockSkewMs = 60'000;
};

/// Whether an honest wallet would sign this for that platform: the same domain to the letter (no look-alikes, no user
/// info, no other port), the URI on the same domain over https (http on loopback only), address, chain and nonce the
/// same, issued before now, not expired, not before its time. InvalidArgument names the field that is not so.
[[nodiscard]] Result<void> checkSignIn(const SignIn &signIn, const SignInExpectation &expected);

} // namespace majlis::wallet::solana

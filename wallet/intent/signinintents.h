// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/intent/chains.h"
#include "wallet/platform.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace majlis::wallet
{

/// The platforms' own sign-in texts, those that are not EIP-4361. They name no domain.
enum class SignInTemplate : std::uint8_t {
    HabibiNonce = 0, ///< contract/habibi.openapi.yaml, "Sign-in"; HABIBI only
    AbLandTimestamp = 1, ///< contract/ab-land.openapi.yaml, POST /api/auth/login; AB.LAND and EVM accounts only
};

/// Sign in to a platform that has a text of its own.
struct SignInIntent {
    Platform platform = Platform::Habibi;
    SignInTemplate messageTemplate = SignInTemplate::HabibiNonce;
    QString nonce; ///< HabibiNonce: the server's, `[A-Za-z0-9]{16,64}`; empty otherwise
    std::chrono::milliseconds timestamp{}; ///< AbLandTimestamp: of the client's clock, since 1970 UTC; zero otherwise
};

enum class ReferralChain : std::uint8_t { Base = 0, Arbitrum = 1, Solana = 2 };

/// contract/habibi.openapi.yaml, "Referral registration".
struct ReferralRegistrationIntent {
    Address referee; ///< must be the signing account
    QString code; ///< `HABIBI-[A-Z]{3,5}-[A-Z0-9]{8}`
    ReferralChain chain = ReferralChain::Base; ///< Solana for a Solana referee, and only for one
};

/// What EIP-4361 and its Solana twin share. The text is made from this; the address is the signing account's own.
/// Times are written as `YYYY-MM-DDTHH:MM:SS.mmmZ`, so they have to lie in the years 1970 to 9999.
struct SignInText {
    Platform platform = Platform::Zmart;
    QString domain; ///< host of the configured API, `:port` when not the scheme's own; refused unless the platform's
    QString uri; ///< `https://<domain>` and perhaps a path; `http` on this computer only
    QString statement; ///< one of the platform's (review/signinpolicy.h); no line feeds
    QString nonce; ///< the server's, `[A-Za-z0-9]{16,64}`
    std::chrono::milliseconds issuedAt{}; ///< since 1970 UTC; the server's
    std::chrono::milliseconds expirationTime{}; ///< since 1970 UTC; 1 to 600 s after issuedAt
};

/// EIP-4361 for an EVM account: ZMART, DSLT, Trade Hybrid.
struct EvmSignInIntent {
    SignInText text;
    ChainId chainId = 1; ///< EIP-155
};

/// The same for a Solana account: ZMART, Trade Hybrid. Chain ID is `mainnet` or `devnet`.
struct SolanaSignInIntent {
    SignInText text;
    SolanaCluster cluster = SolanaCluster::Mainnet;
};

/// Free text or bytes of the user's own, for the page "Sign message". EVM: EIP-191 personal_sign; Solana: Ed25519 of
/// the bytes. Refused when it is one of the sign-in texts above, or (Solana) reads as a transaction. At most 64 KiB.
struct TextMessageIntent {
    std::variant<QString, Bytes> content; ///< text is signed as UTF-8
};

} // namespace majlis::wallet

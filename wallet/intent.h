// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/error.h"

#include <QString>

#include <variant>

namespace majlis::wallet
{

/// What the user wants signed. The wallet builds the bytes itself from these fields and signs nothing else: there is no
/// way to hand it a text or a hash. Later issues add kinds; a signer process will take these same values.

enum class Platform { Habibi };

/// The platforms' sign-in texts that the wallet knows.
enum class SignInTemplate {
    HabibiNonce, ///< contract/habibi.openapi.yaml, "Sign-in"
};

struct SignInIntent {
    Platform platform = Platform::Habibi;
    SignInTemplate messageTemplate = SignInTemplate::HabibiNonce;
    QString nonce; ///< the server's; `[A-Za-z0-9]{16,64}`
};

enum class ReferralChain { Base, Arbitrum, Solana };

/// contract/habibi.openapi.yaml, "Referral registration".
struct ReferralRegistrationIntent {
    Address referee; ///< must be the signing account
    QString code; ///< `HABIBI-[A-Z]{3,5}-[A-Z0-9]{8}`
    ReferralChain chain = ReferralChain::Base; ///< Solana for a Solana referee, and only for one
};

using Intent = std::variant<SignInIntent, ReferralRegistrationIntent>;

/// The text that `intent` stands for, exactly as it is signed: show this. InvalidArgument when a field is outside its
/// domain. The same for signer and verifier.
[[nodiscard]] Result<QString> messageOf(const Intent &intent);

/// What the vault gives back.
struct SignedIntent {
    Address signer;
    QString message;
    QString signature; ///< `0x` hex of 65 bytes, or base58 of 64, by the signer's family
};

} // namespace majlis::wallet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/error.h"
#include "wallet/intent/evmintents.h"
#include "wallet/intent/signinintents.h"
#include "wallet/intent/solanaintents.h"

#include <QString>

#include <variant>

namespace majlis::wallet
{

/// The bytes that a platform's server built, and what they have to do. The wallet decodes them, compares every field
/// with `expected`, and signs only when nothing differs.
struct ServerBuiltTransactionIntent {
    Platform platform = Platform::Dslt;
    /// EVM: the unsigned transaction (type byte and RLP). Solana: the wire form with empty signatures. At most 128 KiB.
    Bytes transaction;
    std::variant<EvmTransferIntent, EvmContractCallIntent, SolanaTransferIntent, SolanaProgramCallIntent> expected;
};

/// What the user wants signed. The wallet builds the bytes itself from these fields and signs nothing else: there is no
/// way to hand it a hash. The signer process takes these same values.
using Intent = std::variant<SignInIntent, ReferralRegistrationIntent, EvmSignInIntent, SolanaSignInIntent,
    TextMessageIntent, EvmTransferIntent, EvmContractCallIntent, EvmTypedDataIntent, SolanaTransferIntent,
    SolanaProgramCallIntent, ServerBuiltTransactionIntent, EvmRevokeIntent>;

/// The text of the two kinds that are a text for every account: SignInIntent and ReferralRegistrationIntent, exactly as
/// it is signed. InvalidArgument when a field is outside its domain, or for another kind. The same for signer and
/// verifier.
[[nodiscard]] Result<QString> messageOf(const Intent &intent);

/// What the vault gives back.
struct SignedIntent {
    Address signer;
    /// The signed text; for typed data its JSON; for transactions and bytes empty.
    QString message;
    /// `0x` hex of 65 bytes, or base58 of 64, by the signer's family.
    QString signature;
    /// Of a transaction: the signed bytes to send (EVM: type byte and RLP; Solana: wire form); otherwise empty.
    Bytes transaction;
    /// Of a transaction: hash (`0x` hex) or first signature (base58); otherwise empty.
    QString transactionId;
    /// What the wallet says it signed, made by the signer itself from the bytes: one line for each part, in English.
    QString description;
};

} // namespace majlis::wallet

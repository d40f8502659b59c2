// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"
#include "wallet/signature.h"
#include "wallet/solana/message.h"

#include <vector>

namespace majlis::wallet::solana
{

/// Signatures and the message that they are over. A signature that is still missing is 64 zero bytes.
struct Transaction {
    std::vector<SolanaSignature> signatures; ///< one for each signer, in the order of the message's keys
    Message message;

    /// Strict, as Message::parse(); at most maximumTransactionSize bytes, and as many signatures as the header says.
    [[nodiscard]] static Result<Transaction> parse(ByteView bytes);
    /// All signatures missing.
    [[nodiscard]] static Transaction unsignedOf(Message message);
    [[nodiscard]] Bytes serialise() const;
    /// The first signature is the transaction's name on the chain.
    [[nodiscard]] const SolanaSignature &id() const { return signatures.front(); }
    /// Whether every signature is there and right.
    [[nodiscard]] bool isFullySigned() const;
};

/// A transaction with one more signature in it.
struct SignedTransaction {
    Bytes bytes;
    SolanaSignature signature; ///< ours
};

/// Signs somebody else's transaction with the key of the 32-byte `seed`: our slot is filled, every other byte stays as
/// it was. InvalidArgument when the bytes are not a transaction, its version is unknown, or this key is no signer of
/// it. Signs what it is given: the review comes before.
[[nodiscard]] Result<SignedTransaction> signTransaction(ByteView transaction, const SecretBytes &seed);
/// Compiles nothing, checks nothing but that this key is a signer and that it all fits one packet.
[[nodiscard]] Result<SignedTransaction> signMessageOf(const Message &message, const SecretBytes &seed);

/// Signs `message` itself with Ed25519, for proving who one is. InvalidArgument when the bytes are a transaction's
/// message: whoever asks for that wants a transaction signed unseen.
[[nodiscard]] Result<SolanaSignature> signOffChainMessage(ByteView message, const SecretBytes &seed);

} // namespace majlis::wallet::solana

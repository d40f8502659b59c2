// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/transaction.h"

#include "wallet/signer.h"
#include "wallet/solana/bytereader.h"
#include "wallet/verify.h"

namespace majlis::wallet::solana
{

namespace
{

constexpr std::size_t signatureSize = 64;

Result<std::size_t> slotOf(const Message &message, const SecretBytes &seed)
{
    const Result<Address> address = solanaAddress(seed);
    if (!address)
        return std::unexpected(address.error());
    const Result<PublicKey> key = PublicKey::of(*address);
    const std::optional<std::size_t> slot = key ? message.signerIndex(*key) : std::nullopt;
    if (!slot)
        return fail(ErrorCode::InvalidArgument, "signers: this account is not one of them");
    return *slot;
}

} // namespace

Result<Transaction> Transaction::parse(ByteView bytes)
{
    if (bytes.size() > maximumTransactionSize)
        return fail(ErrorCode::InvalidArgument, "transaction: more than 1232 bytes");
    ByteReader reader(bytes);
    Transaction transaction;
    const std::size_t count = reader.shortLength("signatures");
    for (std::size_t i = 0; i < count && reader.isGood(); ++i)
        std::ranges::copy(
            reader.bytes(signatureSize, "signatures"), transaction.signatures.emplace_back().bytes.begin());
    const ByteView rest = reader.bytes(reader.rest().size(), "message");
    if (const Result<void> finished = reader.finish(); !finished)
        return std::unexpected(finished.error());
    Result<Message> message = Message::parse(rest);
    if (!message)
        return std::unexpected(message.error());
    if (message->requiredSignatures != count)
        return fail(ErrorCode::InvalidArgument, "signatures: not as many as the header says");
    transaction.message = std::move(*message);
    return transaction;
}

Transaction Transaction::unsignedOf(Message message)
{
    Transaction transaction;
    transaction.signatures.resize(message.requiredSignatures);
    transaction.message = std::move(message);
    return transaction;
}

Bytes Transaction::serialise() const
{
    Bytes bytes;
    appendShortVec(bytes, static_cast<std::uint16_t>(signatures.size()));
    for (const SolanaSignature &signature : signatures)
        appendBytes(bytes, signature.bytes);
    appendBytes(bytes, message.serialise());
    return bytes;
}

bool Transaction::isFullySigned() const
{
    const Bytes signedBytes = message.serialise();
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        if (!verifyEd25519(signedBytes, signatures[i], message.keys[i].address()))
            return false;
    }
    return signatures.size() == message.requiredSignatures;
}

Result<SignedTransaction> signTransaction(ByteView transaction, const SecretBytes &seed)
{
    const Result<Transaction> parsed = Transaction::parse(transaction);
    if (!parsed)
        return std::unexpected(parsed.error());
    const Result<std::size_t> slot = slotOf(parsed->message, seed);
    if (!slot)
        return std::unexpected(slot.error());
    Bytes lengthOfSignatures;
    appendShortVec(lengthOfSignatures, static_cast<std::uint16_t>(parsed->signatures.size()));
    const std::size_t firstSlot = lengthOfSignatures.size();
    // The bytes as they came, not as we would write them, although strict parsing makes them the same.
    const ByteView message = transaction.subspan(firstSlot + parsed->signatures.size() * signatureSize);
    const Result<SolanaSignature> signature = signEd25519(seed, message);
    if (!signature)
        return std::unexpected(signature.error());
    SignedTransaction result{Bytes(transaction.begin(), transaction.end()), *signature};
    std::ranges::copy(
        signature->bytes, result.bytes.begin() + static_cast<std::ptrdiff_t>(firstSlot + *slot * signatureSize));
    return result;
}

Result<SignedTransaction> signMessageOf(const Message &message, const SecretBytes &seed)
{
    return signTransaction(Transaction::unsignedOf(message).serialise(), seed);
}

Result<SolanaSignature> signOffChainMessage(ByteView message, const SecretBytes &seed)
{
    if (Message::parse(message))
        return fail(ErrorCode::InvalidArgument, "message: it is a transaction");
    return signEd25519(seed, message);
}

} // namespace majlis::wallet::solana

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/intentsigner.h"

#include "wallet/encoding/hex.h"
#include "wallet/evm/typeddata.h"
#include "wallet/intent/signintext.h"
#include "wallet/intent/transactions.h"
#include "wallet/signer.h"
#include "wallet/solana/transaction.h"
#include "wallet/verify.h"

#include <algorithm>

namespace majlis::wallet
{

namespace
{

template <class Signature>
Result<QString> textOf(const Result<Signature> &signature)
{
    if (!signature)
        return std::unexpected(signature.error());
    return signature->text();
}

Result<SignedIntent> signBytes(const SecretBytes &key, const Address &account, ByteView message, QString shown)
{
    const Result<QString> signature
        = account.isEvm() ? textOf(personalSign(key, message)) : textOf(signEd25519(key, message));
    if (!signature)
        return std::unexpected(signature.error());
    if (!verifyMessage(message, *signature, account))
        return fail(ErrorCode::Internal, "the signature does not verify");
    return SignedIntent{account, std::move(shown), *signature, {}, {}, {}};
}

Result<SignedIntent> signText(const SecretBytes &key, const Address &account, const Result<QString> &text)
{
    if (!text)
        return std::unexpected(text.error());
    const std::string utf8 = text->toStdString();
    return signBytes(key, account, bytesOf(utf8), *text);
}

std::unexpected<Error> refusalOf(const Review &review)
{
    bool isArgument = true;
    std::string detail;
    for (const ReviewNotice &notice : review.notices) {
        if (notice.severity != Severity::Refusal)
            continue;
        isArgument = isArgument
            && (notice.finding == ReviewFinding::InvalidField || notice.finding == ReviewFinding::WrongAccount);
        detail += (detail.empty() ? "" : "; ") + findingName(notice.finding).toStdString();
        if (!notice.detail.isEmpty())
            detail += ": " + notice.detail.toStdString();
    }
    return fail(isArgument ? ErrorCode::InvalidArgument : ErrorCode::Refused, std::move(detail));
}

Result<SignedIntent> signEvm(const SecretBytes &key, const Address &account, const Result<EvmTransaction> &transaction)
{
    if (!transaction)
        return std::unexpected(transaction.error());
    const Result<SignedEvmTransaction> made = signTransaction(*transaction, key);
    if (!made)
        return std::unexpected(made.error());
    // Read back from the bytes: what goes out is what was shown, from this account.
    const Result<SignedEvmTransaction> read = decodeTransaction(made->raw);
    if (!read || read->transaction != *transaction || read->from != account)
        return fail(ErrorCode::Internal, "the signed transaction is not the one that was shown");
    return SignedIntent{account, {}, made->signature.text(), made->raw, toHex(made->hash), {}};
}

Result<SignedIntent> signSolana(const SecretBytes &key, const Address &account, ByteView transaction)
{
    const Result<solana::SignedTransaction> made = solana::signTransaction(transaction, key);
    if (!made)
        return std::unexpected(made.error());
    const Result<solana::Transaction> read = solana::Transaction::parse(made->bytes);
    if (!read || !read->isFullySigned() || read->message.feePayer().address() != account)
        return fail(ErrorCode::Internal, "the signed transaction is not the one that was shown");
    return SignedIntent{account, {}, made->signature.text(), made->bytes, read->id().text(), {}};
}

Result<SignedIntent> signTyped(const SecretBytes &key, const Address &account, const QByteArray &json)
{
    const auto data = TypedData::parse(std::string_view(json.constData(), static_cast<std::size_t>(json.size())));
    if (!data)
        return std::unexpected(data.error());
    const Result<EvmSignature> signature = signTypedData(*data, key);
    if (!signature)
        return std::unexpected(signature.error());
    const Result<Address> signer = recoverTypedData(*data, *signature);
    if (!signer || *signer != account)
        return fail(ErrorCode::Internal, "the signature does not verify");
    return SignedIntent{account, QString::fromUtf8(json), signature->text(), {}, {}, {}};
}

// What to build and sign for each kind; the review has passed.
struct Signing {
    const SecretBytes &key;
    const Address &account;

    Result<SignedIntent> operator()(const SignInIntent &intent) const
    {
        return signText(key, account, messageOf(Intent(intent)));
    }
    Result<SignedIntent> operator()(const ReferralRegistrationIntent &intent) const
    {
        return signText(key, account, messageOf(Intent(intent)));
    }
    Result<SignedIntent> operator()(const EvmSignInIntent &intent) const
    {
        return signText(key, account, signInMessage(intent, account));
    }
    Result<SignedIntent> operator()(const SolanaSignInIntent &intent) const
    {
        return signText(key, account, signInMessage(intent, account));
    }
    Result<SignedIntent> operator()(const TextMessageIntent &intent) const
    {
        if (const auto *bytes = std::get_if<Bytes>(&intent.content))
            return signBytes(key, account, *bytes, {});
        return signText(key, account, std::get<QString>(intent.content));
    }
    Result<SignedIntent> operator()(const EvmTransferIntent &intent) const
    {
        return signEvm(key, account, transactionOf(intent));
    }
    Result<SignedIntent> operator()(const EvmContractCallIntent &intent) const
    {
        return signEvm(key, account, transactionOf(intent));
    }
    Result<SignedIntent> operator()(const EvmRevokeIntent &intent) const
    {
        return signEvm(key, account, transactionOf(intent));
    }
    Result<SignedIntent> operator()(const EvmTypedDataIntent &intent) const
    {
        return signTyped(key, account, intent.json);
    }
    Result<SignedIntent> operator()(const SolanaTransferIntent &intent) const
    {
        Result<solana::Message> message = messageOf(intent, account);
        if (!message)
            return std::unexpected(message.error());
        return signSolana(key, account, solana::Transaction::unsignedOf(std::move(*message)).serialise());
    }
    Result<SignedIntent> operator()(const SolanaProgramCallIntent &) const
    {
        return fail(ErrorCode::InvalidArgument, "such a call comes with the server's transaction");
    }
    Result<SignedIntent> operator()(const ServerBuiltTransactionIntent &intent) const
    {
        // Equal to what was asked for, says the review; so the own bytes are signed, not the server's.
        if (const auto *transfer = std::get_if<EvmTransferIntent>(&intent.expected))
            return (*this)(*transfer);
        if (const auto *call = std::get_if<EvmContractCallIntent>(&intent.expected))
            return (*this)(*call);
        return signSolana(key, account, intent.transaction);
    }
};

} // namespace

QString signInNonceOf(const Intent &intent)
{
    if (const auto *own = std::get_if<SignInIntent>(&intent))
        return own->nonce;
    if (const auto *evm = std::get_if<EvmSignInIntent>(&intent))
        return evm->text.nonce;
    if (const auto *solana = std::get_if<SolanaSignInIntent>(&intent))
        return solana->text.nonce;
    return {};
}

Result<SignedIntent> signIntent(const SecretBytes &key, const Intent &intent, const ReviewContext &context)
{
    const Review review = reviewOf(intent, context);
    if (review.isRefused())
        return refusalOf(review);
    Result<SignedIntent> made = std::visit(Signing{key, context.account}, intent);
    if (made)
        made->description = review.description();
    return made;
}

} // namespace majlis::wallet

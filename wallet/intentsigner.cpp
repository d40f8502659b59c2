// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/intentsigner.h"

#include "wallet/intent/signintext.h"
#include "wallet/signer.h"
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

struct Signing {
    const SecretBytes &key;
    const Address &account;

    template <class TextIntent>
    Result<SignedIntent> operator()(const TextIntent &intent) const
    {
        return signText(key, account, messageOf(intent));
    }
    Result<SignedIntent> operator()(const EvmSignInIntent &intent) const
    {
        return signText(key, account, signInMessage(intent, account));
    }
    Result<SignedIntent> operator()(const SolanaSignInIntent &intent) const
    {
        return signText(key, account, signInMessage(intent, account));
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

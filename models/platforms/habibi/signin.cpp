// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/signin.h"

#include "models/platforms/habibi/habibiclient.h"
#include "models/platforms/habibi/session.h"
#include "models/platforms/habibi/walletadapters.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace majlis::habibi
{

namespace
{

std::unexpected<Error> notEligible(const QString &reason)
{
    auto error = fail(ErrorCode::NotEligible, u"registration: "_s + reason);
    error.error().reason = reason;
    return error;
}

// The wallet has signed what was shown, for the account that was meant; anything else is not sent.
Result<void> checkSigned(const wallet::SignedIntent &signedIntent, const Address &account, const QString &shown)
{
    if (signedIntent.signer != account || signedIntent.message != shown)
        return fail(ErrorCode::Internal, u"the wallet signed something else than what was shown"_s);
    return {};
}

// Outside of the coroutines: GCC 12 destroys such a temporary twice in one.
wallet::Intent signInIntent(const QString &nonce)
{
    return wallet::SignInIntent{.nonce = nonce};
}

} // namespace

SignInScenario::SignInScenario(HabibiClient &client, Session &session, Signer &signer, Chain chain)
    : m_client(client)
    , m_session(session)
    , m_signer(signer)
    , m_chain(std::move(chain))
{
}

QCoro::Task<Result<QString>> SignInScenario::prepare(net::CancelToken cancel)
{
    m_nonce.clear();
    m_message.clear();
    wire::habibi::rest::CreateNonce endpoint;
    endpoint.body.address = m_signer.address();
    if (m_chain.isKnown())
        endpoint.body.chain = m_chain;
    CallOptions options;
    options.cancel = cancel;
    const auto answer = co_await m_client.call(std::move(endpoint), options);
    if (!answer)
        co_return std::unexpected(answer.error());
    // Decoding has checked the nonce against the contract's pattern; the wallet checks it again.
    const wire::habibi::NonceResponse &given = answer->value;
    const auto message = wallet::messageOf(signInIntent(given.nonce));
    if (!message)
        co_return fail(ErrorCode::Malformed, u"a nonce that cannot be signed"_s, u"nonce"_s);
    if (given.message && *given.message != *message)
        co_return fail(
            ErrorCode::Malformed, u"the server wants another text signed than the contract's"_s, u"message"_s);
    m_nonce = given.nonce;
    m_message = *message;
    // A copy by name: QCoro moves from what it is given.
    const QString shown = m_message;
    co_return shown;
}

QCoro::Task<Result<void>> SignInScenario::confirm(net::CancelToken cancel)
{
    if (m_nonce.isEmpty())
        co_return fail(ErrorCode::InvalidArgument, u"nothing has been prepared to be signed"_s);
    const QString nonce = std::exchange(m_nonce, {}); // good once
    const Address account = m_signer.address();
    wallet::Intent intent = signInIntent(nonce);
    const auto signedIntent = co_await m_signer.sign(std::move(intent));
    if (!signedIntent)
        co_return std::unexpected(signedIntent.error());
    if (const auto good = checkSigned(*signedIntent, account, m_message); !good)
        co_return std::unexpected(good.error());
    wire::habibi::rest::VerifySignature endpoint;
    endpoint.body.address = account;
    endpoint.body.nonce = nonce;
    endpoint.body.signature = signedIntent->signature;
    if (m_chain.isKnown())
        endpoint.body.chain = m_chain;
    CallOptions options;
    options.cancel = cancel;
    auto answer = co_await m_client.call(std::move(endpoint), options);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return co_await m_session.adopt(account, std::move(answer->value));
}

RegistrationScenario::RegistrationScenario(HabibiClient &client, Signer &signer, Chain chain)
    : m_client(client)
    , m_signer(signer)
    , m_chain(std::move(chain))
{
}

Result<wallet::ReferralRegistrationIntent> RegistrationScenario::intentFor(const QString &code) const
{
    const Address referee = m_signer.address();
    wallet::ReferralRegistrationIntent intent{.referee = referee, .code = code};
    switch (m_chain.value()) {
    case ChainName::Base:
        intent.chain = wallet::ReferralChain::Base;
        break;
    case ChainName::Arbitrum:
        intent.chain = wallet::ReferralChain::Arbitrum;
        break;
    case ChainName::Solana:
        intent.chain = wallet::ReferralChain::Solana;
        break;
    case ChainName::Unknown:
        return fail(ErrorCode::InvalidArgument, u"a chain that this version cannot sign for"_s, u"chain"_s);
    }
    if (referee.isSolana() != (m_chain == ChainName::Solana))
        return fail(ErrorCode::InvalidArgument, u"this account is not of that chain"_s, u"chain"_s);
    return intent;
}

QCoro::Task<Result<RegistrationScenario::Review>> RegistrationScenario::prepare(QString code, net::CancelToken cancel)
{
    m_review.reset();
    m_signed.reset();
    m_idempotencyKey = net::newIdempotencyKey();
    const auto parsed = ReferralCode::fromInput(code);
    if (!parsed)
        co_return std::unexpected(parsed.error());
    const auto intent = intentFor(parsed->text());
    if (!intent)
        co_return std::unexpected(intent.error());
    CallOptions options;
    options.cache = net::CachePolicy::NetworkOnly;
    options.cancel = cancel;
    wire::habibi::graphql::ReferralCodeQuery query;
    query.code = parsed->text();
    const auto answer = co_await m_client.run(std::move(query), options);
    if (!answer)
        co_return std::unexpected(answer.error());
    if (!answer->value)
        co_return fail(ErrorCode::NotFound, u"nobody owns this code"_s, u"code"_s);
    const wire::habibi::ReferralCode &found = *answer->value;
    if (found.owner == m_signer.address())
        co_return notEligible(u"self_referral"_s);
    if (!found.active)
        co_return notEligible(u"code_inactive"_s);
    const auto message = wallet::messageOf(*intent);
    if (!message)
        co_return std::unexpected(fromWalletError(message.error()));
    const Review review{.code = found, .message = *message};
    m_review = review;
    co_return review;
}

QCoro::Task<Result<wire::habibi::RegisterResult>> RegistrationScenario::confirm(net::CancelToken cancel)
{
    if (!m_review)
        co_return fail(ErrorCode::InvalidArgument, u"nothing has been prepared to be signed"_s);
    const Address referee = m_signer.address();
    // Signed once: a repetition sends the same bytes under the same key.
    if (!m_signed) {
        const auto fields = intentFor(m_review->code.code);
        if (!fields)
            co_return std::unexpected(fields.error());
        wallet::Intent intent = *fields;
        auto signedIntent = co_await m_signer.sign(std::move(intent));
        if (!signedIntent)
            co_return std::unexpected(signedIntent.error());
        if (const auto good = checkSigned(*signedIntent, referee, m_review->message); !good)
            co_return std::unexpected(good.error());
        m_signed = std::move(*signedIntent);
    }
    wire::habibi::rest::RegisterReferral endpoint;
    endpoint.body.refereeAddress = referee;
    endpoint.body.referralCode = m_review->code.code;
    endpoint.body.signature = m_signed->signature;
    endpoint.body.chain = m_chain;
    CallOptions options;
    options.idempotencyKey = m_idempotencyKey;
    options.cancel = cancel;
    auto answer = co_await m_client.call(std::move(endpoint), options);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return std::move(answer->value);
}

} // namespace majlis::habibi

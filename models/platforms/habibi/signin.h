// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/chain.h"
#include "models/domain/referralcode.h"
#include "models/net/canceltoken.h"
#include "models/platforms/habibi/signer.h"
#include "models/wire/habibi/types.h"

#include <QCoroTask>
#include <QString>

#include <optional>

namespace majlis::habibi
{

class HabibiClient;
class Session;

/// Signing in, step by step: prepare() asks for a nonce and gives the message to show, confirm() signs exactly that and
/// exchanges it for tokens. The message is built here from the platform's template; text that the server sends is
/// compared, never signed. GUI thread; everything given must outlive the scenario and its calls.
class SignInScenario
{
public:
    SignInScenario(HabibiClient &client, Session &session, Signer &signer, Chain chain);

    /// The message to the letter. Errors besides the connection's: Malformed, path `nonce` (the nonce is not of the
    /// contract's form) or `message` (the server's text differs from the client's own: do not trust this server).
    [[nodiscard]] QCoro::Task<Result<QString>> prepare(net::CancelToken cancel);
    /// Precondition: prepare() has succeeded; otherwise InvalidArgument. A nonce is good once: after any failure begin
    /// again with prepare(). Errors: the wallet's (ErrorCode::Wallet), Unauthorized with reason invalid_signature,
    /// nonce_used, nonce_expired or nonce_unknown.
    [[nodiscard]] QCoro::Task<Result<void>> confirm(net::CancelToken cancel);

    /// Empty before prepare().
    [[nodiscard]] const QString &message() const { return m_message; }

private:
    HabibiClient &m_client;
    Session &m_session;
    Signer &m_signer;
    Chain m_chain;
    QString m_nonce;
    QString m_message;
};

/// Becoming the referee of a code's owner, once and for ever. prepare() finds out whose code it is and gives the
/// message to show, confirm() signs exactly that and registers. GUI thread; everything given must outlive the scenario.
class RegistrationScenario
{
public:
    struct Review {
        wire::habibi::ReferralCode code; ///< with its owner, to be shown
        QString message; ///< to the letter
    };

    /// `chain`: of the registration; solana for a Solana account and only for one.
    RegistrationScenario(HabibiClient &client, Signer &signer, Chain chain);

    /// Errors besides the connection's: ValidationFailed (not a code), NotFound (nobody owns it), NotEligible with
    /// reason `self_referral` or `code_inactive`, InvalidArgument (a chain that cannot be signed for).
    [[nodiscard]] QCoro::Task<Result<Review>> prepare(QString code, net::CancelToken cancel);
    /// Precondition: prepare() has succeeded. May be repeated after a failure of the connection: it is the same action
    /// and happens once. A Conflict is final: already_referred, self_referral, referral_cycle, code_inactive.
    [[nodiscard]] QCoro::Task<Result<wire::habibi::RegisterResult>> confirm(net::CancelToken cancel);

private:
    [[nodiscard]] Result<wallet::ReferralRegistrationIntent> intentFor(const QString &code) const;

    HabibiClient &m_client;
    Signer &m_signer;
    Chain m_chain;
    std::optional<Review> m_review;
    QByteArray m_idempotencyKey;
    std::optional<wallet::SignedIntent> m_signed;
};

} // namespace majlis::habibi

// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/profile/registrationviewmodel.h"

#include "models/domain/referralcode.h"
#include "models/net/call.h"
#include "models/platforms/habibi/habibiservice.h"
#include "models/platforms/habibi/signin.h"
#include "models/platforms/habibi/walletadapters.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/format/addresses.h"
#include "viewmodels/format/failures.h"
#include "wallet/walletservice.h"

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;
using habibi::HabibiService;

namespace
{

constexpr qsizetype longestCode = 21; // HABIBI-ABCDE-12345678

/// The platform's reasons in the user's words; others keep the general ones.
UserError describeRegistration(const Error &error)
{
    UserError words = format::describe(error);
    const auto say = [&words](const QString &title, const QString &advice) {
        words.kind = errorkind::Value::Invalid;
        words.title = title;
        words.advice = advice;
        words.retryable = false;
    };
    if (error.code == ErrorCode::NotFound) {
        say(RegistrationViewModel::tr("Nobody owns this code"),
            RegistrationViewModel::tr("Compare each letter with what you were given."));
    } else if (error.reason == "self_referral"_L1) {
        say(RegistrationViewModel::tr("This code is your own"),
            RegistrationViewModel::tr("Enter the code of the person who told you about the platform."));
    } else if (error.reason == "code_inactive"_L1) {
        say(RegistrationViewModel::tr("This code is no longer in use"),
            RegistrationViewModel::tr("Ask its owner for a new one."));
    } else if (error.reason == "already_referred"_L1) {
        say(RegistrationViewModel::tr("You have joined through somebody already"),
            RegistrationViewModel::tr("This is done once and for ever. Your profile shows through whom."));
    } else if (error.reason == "referral_cycle"_L1) {
        say(RegistrationViewModel::tr("The owner of this code is in your own network"),
            RegistrationViewModel::tr("Nobody can join below somebody whom they brought."));
    }
    return words;
}

} // namespace

struct RegistrationViewModel::Attempt {
    Attempt(HabibiService &service, wallet::WalletService &wallet, const wallet::Account &account)
        : signer(wallet, account)
        , scenario(service.client(), signer, account.address.isSolana() ? ChainName::Solana : ChainName::Base)
    {
    }

    habibi::WalletSigner signer;
    habibi::RegistrationScenario scenario;
};

RegistrationViewModel::RegistrationViewModel(
    CurrentPlatform &platform, wallet::WalletService &wallet, const AccountBook &accounts, QObject *parent)
    : AsyncState(parent)
    , m_wallet(wallet)
    , m_accounts(accounts)
    , m_link(platform, [this](HabibiService *, QObject *) { attach(); })
{
    connect(&m_accounts, &AccountBook::currentChanged, this, [this] {
        setOpen(false);
        cancel();
    });
    connect(this, &AsyncState::statusChanged, this, &RegistrationViewModel::codeChanged);
}

RegistrationViewModel::~RegistrationViewModel()
{
    dropAttempt();
}

void RegistrationViewModel::setOpen(bool open)
{
    if (m_open == open) {
        return;
    }
    m_open = open;
    cancel();
    Q_EMIT openChanged();
}

void RegistrationViewModel::setCode(const QString &code)
{
    const QString next = code.trimmed().toUpper().left(longestCode);
    if (m_code == next || m_step != Step::Code) {
        return;
    }
    m_code = next;
    reset();
    Q_EMIT codeChanged();
}

QString RegistrationViewModel::codeError() const
{
    const bool whole = m_code.size() >= longestCode || m_code.count(u'-') > 2;
    return whole && !ReferralCode::fromInput(m_code)
        ? tr("A code looks like HABIBI-BASE-1A2B3C4D.", "keep the example code as it is")
        : QString();
}

bool RegistrationViewModel::canLookUp() const
{
    return !isLoading() && m_step == Step::Code && m_link.service() != nullptr && ReferralCode::fromInput(m_code);
}

int RegistrationViewModel::messageBytes() const
{
    return static_cast<int>(m_message.toUtf8().size());
}

QString RegistrationViewModel::account() const
{
    return format::shortAddress(m_account);
}

void RegistrationViewModel::lookUp()
{
    HabibiService *service = m_link.service();
    const auto signer = m_accounts.current();
    if (!canLookUp() || !signer) {
        return;
    }
    dropAttempt();
    m_attempt = std::make_shared<Attempt>(*service, m_wallet, *signer);
    m_account = signer->address.text();
    setLoading();
    setStep(Step::LookingUp);
    m_call = net::start(
        m_link.context(),
        [attempt = m_attempt, code = m_code](
            net::CancelToken cancel) { return attempt->scenario.prepare(code, cancel); },
        [this](const Result<habibi::RegistrationScenario::Review> &review) {
            if (!review) {
                dropAttempt();
                failed(review.error(), Step::Code);
                return;
            }
            m_owner = review->code.owner.text();
            m_message = review->message;
            setReady();
            setStep(Step::Review);
        });
}

void RegistrationViewModel::sign()
{
    HabibiService *service = m_link.service();
    if (m_step != Step::Review || !m_attempt || service == nullptr) {
        return;
    }
    setLoading();
    setStep(Step::Signing);
    m_call = net::start(
        m_link.context(), [attempt = m_attempt](net::CancelToken cancel) { return attempt->scenario.confirm(cancel); },
        [this, service](const Result<wire::habibi::RegisterResult> &done) {
            if (!done) {
                // The same action may be repeated with the same signature: it happens once.
                failed(done.error(), Step::Review);
                return;
            }
            setReady();
            setStep(Step::Registered);
            dropAttempt();
            service->refresh();
            Q_EMIT registered();
        });
}

void RegistrationViewModel::cancel()
{
    dropAttempt();
    m_code.clear();
    m_owner.clear();
    m_message.clear();
    m_account.clear();
    reset();
    setStep(Step::Code);
    Q_EMIT codeChanged();
}

void RegistrationViewModel::attach()
{
    cancel();
}

void RegistrationViewModel::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
    Q_EMIT codeChanged();
}

void RegistrationViewModel::failed(const Error &error, Step backTo)
{
    setFailed(describeRegistration(error));
    setStep(backTo);
}

void RegistrationViewModel::dropAttempt()
{
    m_call.cancel();
    m_attempt.reset();
}

} // namespace majlis::viewmodels

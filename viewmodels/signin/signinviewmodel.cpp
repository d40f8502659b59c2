// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/signin/signinviewmodel.h"

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

using habibi::HabibiService;

struct SignInViewModel::Attempt {
    Attempt(HabibiService &service, wallet::WalletService &wallet, const wallet::Account &account)
        : signer(wallet, account)
        , scenario(service.client(), service.session(), signer,
              account.address.isSolana() ? ChainName::Solana : ChainName::Base)
    {
    }

    habibi::WalletSigner signer;
    habibi::SignInScenario scenario;
};

SignInViewModel::SignInViewModel(
    CurrentPlatform &platform, wallet::WalletService &wallet, AccountBook &accounts, QObject *parent)
    : AsyncState(parent)
    , m_wallet(wallet)
    , m_accounts(accounts)
    , m_link(platform, [this](HabibiService *service, QObject *context) { attach(service, context); })
{
    connect(&m_accounts, &AccountBook::currentChanged, this, &SignInViewModel::showAccount);
    showAccount();
}

SignInViewModel::~SignInViewModel()
{
    dropAttempt();
}

int SignInViewModel::messageBytes() const
{
    return static_cast<int>(m_message.toUtf8().size());
}

QString SignInViewModel::account() const
{
    return format::shortAddress(m_account);
}

QString SignInViewModel::platformName() const
{
    return m_link.platform().facts().name;
}

QString SignInViewModel::platformUrl() const
{
    return m_link.platform().facts().url.toDisplayString();
}

bool SignInViewModel::isPractice() const
{
    return m_link.platform().facts().practice;
}

bool SignInViewModel::hasPlatform() const
{
    return m_link.service() != nullptr;
}

AccountsModel *SignInViewModel::accounts()
{
    return m_accounts.signers();
}

void SignInViewModel::chooseAccount(int id)
{
    if (m_step != Step::AskingNonce && m_step != Step::Signing) {
        m_accounts.choose(id);
    }
}

void SignInViewModel::begin()
{
    HabibiService *service = m_link.service();
    const auto signer = m_accounts.current();
    if (service == nullptr || !signer || m_step == Step::AskingNonce || m_step == Step::Signing) {
        return;
    }
    dropAttempt();
    m_attempt = std::make_shared<Attempt>(*service, m_wallet, *signer);
    setLoading();
    setStep(Step::AskingNonce);
    m_call = net::start(
        m_link.context(), [attempt = m_attempt](net::CancelToken cancel) { return attempt->scenario.prepare(cancel); },
        [this](const Result<QString> &message) {
            if (!message) {
                failed(message.error());
                return;
            }
            m_message = *message;
            setReady();
            setStep(Step::Review);
        });
}

void SignInViewModel::sign()
{
    if (m_step != Step::Review || !m_attempt) {
        return;
    }
    setLoading();
    setStep(Step::Signing);
    m_call = net::start(
        m_link.context(), [attempt = m_attempt](net::CancelToken cancel) { return attempt->scenario.confirm(cancel); },
        [this](const Result<void> &done) {
            if (!done) {
                failed(done.error());
                return;
            }
            setReady();
            setStep(Step::SignedIn);
            dropAttempt();
            Q_EMIT signedIn();
        });
}

void SignInViewModel::cancel()
{
    if (m_step == Step::SignedIn) {
        return;
    }
    dropAttempt();
    m_message.clear();
    reset();
    setStep(Step::Start);
}

void SignInViewModel::signOut()
{
    HabibiService *service = m_link.service();
    if (service == nullptr || service->session().state() == habibi::Session::State::SignedOut) {
        return;
    }
    setLoading();
    net::start(
        m_link.context(), [service](const net::CancelToken &) { return service->session().signOut(); },
        [this](const Result<void> &) {
            // Forgotten here in any case; a server that could not be told ends the session by itself.
            reset();
            m_message.clear();
            setStep(Step::Start);
            Q_EMIT signedOut();
        });
}

void SignInViewModel::attach(HabibiService *service, QObject *context)
{
    dropAttempt();
    m_message.clear();
    reset();
    if (service != nullptr) {
        connect(&service->session(), &habibi::Session::stateChanged, context, [this, service] {
            if (service->session().state() == habibi::Session::State::SignedOut && m_step == Step::SignedIn) {
                m_message.clear();
                setStep(Step::Start);
            }
        });
    }
    setStep(service != nullptr && service->session().state() == habibi::Session::State::SignedIn ? Step::SignedIn
                                                                                                 : Step::Start);
    Q_EMIT platformChanged();
}

void SignInViewModel::showAccount()
{
    const auto signer = m_accounts.current();
    const QString text = signer ? signer->address.text() : QString();
    if (m_account == text) {
        return;
    }
    m_account = text;
    if (m_step != Step::SignedIn) {
        cancel();
    }
    Q_EMIT accountChanged();
}

void SignInViewModel::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
}

void SignInViewModel::failed(const Error &error)
{
    dropAttempt(); // a nonce is good once
    m_message.clear();
    setFailed(format::describe(error));
    setStep(Step::Start);
}

void SignInViewModel::dropAttempt()
{
    m_call.cancel();
    m_attempt.reset();
}

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/security/securityviewmodel.h"

#include "models/net/call.h"
#include "models/platforms/habibi/habibiservice.h"
#include "viewmodels/format/addresses.h"
#include "viewmodels/format/failures.h"
#include "viewmodels/onboarding/passphrasestrength.h"
#include "wallet/walletservice.h"

namespace majlis::viewmodels
{

using habibi::HabibiService;
using habibi::Session;

namespace
{
constexpr int longestPassphrase = 1024;
}

SecurityViewModel::SecurityViewModel(
    CurrentPlatform &platform, wallet::WalletService &wallet, SettingsViewModel &settings, QObject *parent)
    : AsyncState(parent)
    , m_wallet(wallet)
    , m_settings(settings)
    , m_current(longestPassphrase)
    , m_next(longestPassphrase)
    , m_again(longestPassphrase)
    , m_link(platform, [this](HabibiService *service, QObject *context) { attach(service, context); })
{
    for (const SecretBuffer *buffer : {&m_current, &m_next, &m_again}) {
        connect(buffer, &SecretBuffer::changed, this, &SecurityViewModel::inputChanged);
    }
    connect(this, &AsyncState::statusChanged, this, &SecurityViewModel::inputChanged);
    connect(&m_wallet, &wallet::WalletService::stateChanged, this, [this] {
        if (m_wallet.state() != wallet::WalletService::State::Unlocked) {
            wipe();
            reset();
        }
    });
}

SecurityViewModel::~SecurityViewModel() = default;

QString SecurityViewModel::nextHint() const
{
    if (!m_next.isEmpty() && m_next.length() < shortestPassphrase) {
        return tr("At least %1 characters.").arg(shortestPassphrase);
    }
    return m_next.isEmpty() || passphraseBits(m_next.bytes().view()) < goodBits
        ? tr("Four or five unrelated words are easy to keep and hard to guess.")
        : tr("Good.");
}

QString SecurityViewModel::againError() const
{
    return !m_again.isEmpty() && !m_next.sameAs(m_again) ? tr("Not the same as above.") : QString();
}

bool SecurityViewModel::canChange() const
{
    return !isLoading() && !m_current.isEmpty() && m_next.length() >= shortestPassphrase && m_next.sameAs(m_again);
}

QString SecurityViewModel::platformName() const
{
    return m_link.platform().facts().name;
}

QString SecurityViewModel::platformUrl() const
{
    return m_link.platform().facts().url.toDisplayString();
}

QString SecurityViewModel::sessionText() const
{
    HabibiService *service = m_link.service();
    if (service == nullptr) {
        return tr("Not in use");
    }
    switch (service->session().state()) {
    case Session::State::SignedOut:
        return tr("Signed out");
    case Session::State::Restoring:
        return tr("Taking up the last session");
    case Session::State::SignedIn:
        break;
    }
    const auto &account = service->session().account();
    return account ? tr("Signed in as %1", "short address").arg(format::shortAddress(account->text()))
                   : tr("Signed in");
}

bool SecurityViewModel::isSignedIn() const
{
    HabibiService *service = m_link.service();
    return service != nullptr && service->session().state() != Session::State::SignedOut;
}

void SecurityViewModel::change()
{
    if (!canChange()) {
        return;
    }
    setLoading();
    wallet::SecretBytes current = m_current.bytes().clone();
    wallet::SecretBytes next = m_next.bytes().clone();
    wipe();
    m_wallet.changePassphrase(std::move(current), std::move(next), this, [this](const wallet::Result<void> &changed) {
        changed ? setReady() : setFailed(format::describe(changed.error()));
    });
}

void SecurityViewModel::revoke()
{
    HabibiService *service = m_link.service();
    if (service == nullptr || !isSignedIn() || m_revoking.isLoading()) {
        return;
    }
    m_revoking.setLoading();
    net::start(
        m_link.context(), [service](const net::CancelToken &) { return service->session().signOut(); },
        [this](const Result<void> &told) {
            // Forgotten here in any case; what the platform could not be told ends there by itself.
            told ? m_revoking.setReady() : m_revoking.setFailed(format::describe(told.error()));
            Q_EMIT signedOut();
        });
}

void SecurityViewModel::attach(HabibiService *service, QObject *context)
{
    m_revoking.reset();
    if (service != nullptr) {
        connect(&service->session(), &Session::stateChanged, context, [this] { Q_EMIT sessionChanged(); });
    }
    Q_EMIT sessionChanged();
}

void SecurityViewModel::wipe()
{
    m_current.clear();
    m_next.clear();
    m_again.clear();
}

} // namespace majlis::viewmodels

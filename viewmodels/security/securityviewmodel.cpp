// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/security/securityviewmodel.h"

#include "viewmodels/format/failures.h"
#include "viewmodels/onboarding/passphrasestrength.h"
#include "wallet/walletservice.h"

namespace majlis::viewmodels
{

namespace
{
constexpr int longestPassphrase = 1024;
}

SecurityViewModel::SecurityViewModel(wallet::WalletService &wallet, SettingsViewModel &settings,
    SessionDirectory &sessions, ApprovalsViewModel::Services approvals, QObject *parent)
    : AsyncState(parent)
    , m_wallet(wallet)
    , m_settings(settings)
    , m_current(longestPassphrase)
    , m_next(longestPassphrase)
    , m_again(longestPassphrase)
    , m_sessions(sessions, approvals.accounts)
    , m_approvals(std::move(approvals))
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

void SecurityViewModel::wipe()
{
    m_current.clear();
    m_next.clear();
    m_again.clear();
}

} // namespace majlis::viewmodels

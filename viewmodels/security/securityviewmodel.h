// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/asyncstate.h"
#include "viewmodels/secret/secretbuffer.h"
#include "viewmodels/security/approvalsviewmodel.h"
#include "viewmodels/security/sessionsviewmodel.h"
#include "viewmodels/settings/settingsviewmodel.h"

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::viewmodels
{

/// What protects the wallet: its passphrase, the sessions with platforms, and what others may take. `status` is of
/// changing the passphrase. When the wallet locks by itself is a setting.
class SecurityViewModel : public majlis::viewmodels::AsyncState
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RootViewModel")
    /// When the wallet locks by itself, and unlocking with this computer.
    Q_PROPERTY(majlis::viewmodels::SettingsViewModel *settings READ settings CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *current READ current CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *next READ next CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::SecretBuffer *again READ again CONSTANT FINAL)
    Q_PROPERTY(QString nextHint READ nextHint NOTIFY inputChanged FINAL) ///< what would make it better
    Q_PROPERTY(QString againError READ againError NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool canChange READ canChange NOTIFY inputChanged FINAL)
    Q_PROPERTY(bool changed READ isChanged NOTIFY inputChanged FINAL) ///< just now: the new one holds

    Q_PROPERTY(majlis::viewmodels::SessionsViewModel *sessions READ sessions CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ApprovalsViewModel *approvals READ approvals CONSTANT FINAL)

public:
    /// All outlive this object.
    SecurityViewModel(wallet::WalletService &wallet, SettingsViewModel &settings, SessionDirectory &sessions,
        ApprovalsViewModel::Services approvals, QObject *parent = nullptr);
    ~SecurityViewModel() override;

    [[nodiscard]] SettingsViewModel *settings() { return &m_settings; }
    [[nodiscard]] SecretBuffer *current() { return &m_current; }
    [[nodiscard]] SecretBuffer *next() { return &m_next; }
    [[nodiscard]] SecretBuffer *again() { return &m_again; }
    [[nodiscard]] QString nextHint() const;
    [[nodiscard]] QString againError() const;
    [[nodiscard]] bool canChange() const;
    [[nodiscard]] bool isChanged() const { return status() == Status::Ready; }
    [[nodiscard]] SessionsViewModel *sessions() { return &m_sessions; }
    [[nodiscard]] ApprovalsViewModel *approvals() { return &m_approvals; }

    Q_INVOKABLE void change(); ///< the buffers are wiped in every outcome

Q_SIGNALS:
    void inputChanged();

private:
    void wipe();

    wallet::WalletService &m_wallet;
    SettingsViewModel &m_settings;
    SecretBuffer m_current;
    SecretBuffer m_next;
    SecretBuffer m_again;
    SessionsViewModel m_sessions;
    ApprovalsViewModel m_approvals;
};

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/asyncstate.h"
#include "viewmodels/common/platformlink.h"
#include "viewmodels/secret/secretbuffer.h"
#include "viewmodels/settings/settingsviewmodel.h"

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::viewmodels
{

/// What protects the wallet: its passphrase, and the session with the platform in use. `status` is of changing the
/// passphrase; `revoking` of ending the session. When the wallet locks by itself is a setting.
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

    Q_PROPERTY(QString platformName READ platformName NOTIFY sessionChanged FINAL) ///< empty: none is in use
    Q_PROPERTY(QString platformUrl READ platformUrl NOTIFY sessionChanged FINAL)
    Q_PROPERTY(QString sessionText READ sessionText NOTIFY sessionChanged FINAL) ///< "Signed in as 0x7099 … 79C8"
    Q_PROPERTY(bool signedIn READ isSignedIn NOTIFY sessionChanged FINAL)
    Q_PROPERTY(majlis::viewmodels::AsyncState *revoking READ revoking CONSTANT FINAL)

public:
    /// All outlive this object.
    SecurityViewModel(CurrentPlatform &platform, wallet::WalletService &wallet, SettingsViewModel &settings,
        QObject *parent = nullptr);
    ~SecurityViewModel() override;

    [[nodiscard]] SettingsViewModel *settings() { return &m_settings; }
    [[nodiscard]] SecretBuffer *current() { return &m_current; }
    [[nodiscard]] SecretBuffer *next() { return &m_next; }
    [[nodiscard]] SecretBuffer *again() { return &m_again; }
    [[nodiscard]] QString nextHint() const;
    [[nodiscard]] QString againError() const;
    [[nodiscard]] bool canChange() const;
    [[nodiscard]] bool isChanged() const { return status() == Status::Ready; }
    [[nodiscard]] QString platformName() const;
    [[nodiscard]] QString platformUrl() const;
    [[nodiscard]] QString sessionText() const;
    [[nodiscard]] bool isSignedIn() const;
    [[nodiscard]] AsyncState *revoking() { return &m_revoking; }

    Q_INVOKABLE void change(); ///< the buffers are wiped in every outcome
    Q_INVOKABLE void revoke(); ///< ends the session on the platform and forgets it here

Q_SIGNALS:
    void inputChanged();
    void sessionChanged();
    void signedOut();

private:
    void attach(habibi::HabibiService *service, QObject *context);
    void wipe();

    wallet::WalletService &m_wallet;
    SettingsViewModel &m_settings;
    SecretBuffer m_current;
    SecretBuffer m_next;
    SecretBuffer m_again;
    AsyncState m_revoking;
    PlatformLink m_link; // last: attaches while the rest is there
};

} // namespace majlis::viewmodels

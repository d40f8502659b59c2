// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/addressbook.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/accounts/accountsviewmodel.h"
#include "viewmodels/addressbook/addressbookviewmodel.h"
#include "viewmodels/backup/backupviewmodel.h"
#include "viewmodels/connections/connectionsviewmodel.h"
#include "viewmodels/diagnostics/diagnosticsviewmodel.h"
#include "viewmodels/home/homeviewmodel.h"
#include "viewmodels/leaderboard/leaderboardviewmodel.h"
#include "viewmodels/network/networkviewmodel.h"
#include "viewmodels/onboarding/onboardingviewmodel.h"
#include "viewmodels/profile/profileviewmodel.h"
#include "viewmodels/receive/receiveviewmodel.h"
#include "viewmodels/review/reviewviewmodel.h"
#include "viewmodels/security/securityviewmodel.h"
#include "viewmodels/send/sendviewmodel.h"
#include "viewmodels/settings/settingsviewmodel.h"
#include "viewmodels/shell/navigationflow.h"
#include "viewmodels/shell/shellviewmodel.h"
#include "viewmodels/signin/signinviewmodel.h"
#include "viewmodels/signing/messageviewmodel.h"
#include "viewmodels/unlock/unlockviewmodel.h"

#include <QObject>

namespace majlis::viewmodels
{

/// The root of the object graph that QML sees: one view model per page, each a typed property. Owned by the composition
/// root, which outlives every window.
class RootViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
    Q_PROPERTY(QString version READ version CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ShellViewModel *shell READ shell CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ReviewViewModel *review READ review CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::OnboardingViewModel *onboarding READ onboarding CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::UnlockViewModel *unlock READ unlock CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::SignInViewModel *signIn READ signIn CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::HomeViewModel *home READ home CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::AccountsViewModel *accounts READ accounts CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ReceiveViewModel *receive READ receive CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::SendViewModel *send READ send CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::MessageViewModel *message READ message CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::AddressBookViewModel *addressBook READ addressBook CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::BackupViewModel *backup READ backup CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::SecurityViewModel *security READ security CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::NetworkViewModel *network READ network CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::LeaderboardViewModel *leaderboard READ leaderboard CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ProfileViewModel *profile READ profile CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::ConnectionsViewModel *connections READ connections CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::SettingsViewModel *settings READ settings CONSTANT FINAL)
    Q_PROPERTY(majlis::viewmodels::DiagnosticsViewModel *diagnostics READ diagnostics CONSTANT FINAL)

public:
    /// What the view models work with; all outlive the root.
    struct Services {
        const Clock &clock;
        Ticker &ticker;
        wallet::WalletService &wallet;
        CurrentPlatform &platform;
        ConnectionDirectory &connections;
        store::Settings &settings;
        store::ErrorLog &errors;
        QString dataFolder;
        std::vector<FactRow> versions;
        store::ResponseCache *cache = nullptr; ///< null: nothing is known of earlier visits
        chain::PaymentOutbox &outbox;
        chain::PriceSource &prices;
        SessionDirectory &sessions;
        ApprovalsViewModel::SourceFactory makeApprovalSource; ///< empty: no chain can be asked
    };
    explicit RootViewModel(const Services &services, QObject *parent = nullptr);
    ~RootViewModel() override;

    [[nodiscard]] QString version() const;
    /// What the desktop prefers, for ThemeMode.System.
    void setSystemDark(bool dark);
    [[nodiscard]] ShellViewModel *shell() { return &m_shell; }
    [[nodiscard]] ReviewViewModel *review() { return &m_review; }
    [[nodiscard]] OnboardingViewModel *onboarding() { return &m_onboarding; }
    [[nodiscard]] UnlockViewModel *unlock() { return &m_unlock; }
    [[nodiscard]] SignInViewModel *signIn() { return &m_signIn; }
    [[nodiscard]] HomeViewModel *home() { return &m_home; }
    [[nodiscard]] AccountsViewModel *accounts() { return &m_accountsPage; }
    [[nodiscard]] ReceiveViewModel *receive() { return &m_receive; }
    [[nodiscard]] SendViewModel *send() { return &m_send; }
    [[nodiscard]] MessageViewModel *message() { return &m_message; }
    [[nodiscard]] AddressBookViewModel *addressBook() { return &m_addressBookPage; }
    [[nodiscard]] BackupViewModel *backup() { return &m_backup; }
    [[nodiscard]] SecurityViewModel *security() { return &m_security; }
    [[nodiscard]] NetworkViewModel *network() { return &m_network; }
    [[nodiscard]] LeaderboardViewModel *leaderboard() { return &m_leaderboard; }
    [[nodiscard]] ProfileViewModel *profile() { return &m_profile; }
    [[nodiscard]] ConnectionsViewModel *connections() { return &m_connections; }
    [[nodiscard]] SettingsViewModel *settings() { return &m_settings; }
    [[nodiscard]] DiagnosticsViewModel *diagnostics() { return &m_diagnostics; }

Q_SIGNALS:
    /// For the clipboard, which is the composition root's.
    void copyRequested(const QString &text);
    /// The same for what must not stay there.
    void copySecretRequested(std::shared_ptr<majlis::wallet::SecretBytes> text);
    /// The damaged wallet file is to be kept under another name, so that a phrase can be imported.
    void putWalletAsideRequested();

private:
    void connectPages();
    void applyAppearance();
    void addCommands();

    bool m_systemDark = true;
    ShellViewModel m_shell;
    ReviewViewModel m_review;
    OnboardingViewModel m_onboarding;
    UnlockViewModel m_unlock;
    AccountBook m_accounts;
    SignInViewModel m_signIn;
    HomeViewModel m_home;
    store::AddressBook m_addressBook;
    AccountsViewModel m_accountsPage;
    ReceiveViewModel m_receive;
    SendViewModel m_send;
    MessageViewModel m_message;
    AddressBookViewModel m_addressBookPage;
    BackupViewModel m_backup;
    NetworkViewModel m_network;
    LeaderboardViewModel m_leaderboard;
    ProfileViewModel m_profile;
    ConnectionsViewModel m_connections;
    SettingsViewModel m_settings;
    SecurityViewModel m_security;
    DiagnosticsViewModel m_diagnostics;
    NavigationFlow m_flow;
};

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "viewmodels/common/platformlink.h"
#include "viewmodels/shell/shellviewmodel.h"

#include <QObject>

namespace majlis::wallet
{
class WalletService;
}

namespace majlis::viewmodels
{

class AccountBook;

/// Which page the state of wallet and session asks for: no wallet → onboarding, locked → unlock, signed out → sign-in,
/// otherwise Home (with last known data while the session is restored). Gives the wallet's account to the platform when
/// it opens and takes it back when it locks, so that nothing of an account is on show while locked. GUI thread.
class NavigationFlow : public QObject
{
    Q_OBJECT

public:
    /// All outlive this object.
    NavigationFlow(ShellViewModel &shell, wallet::WalletService &wallet, const AccountBook &accounts,
        CurrentPlatform &platform, const Clock &clock, QObject *parent = nullptr);
    ~NavigationFlow() override;

    /// Onboarding has been read to its end: go on from its last step.
    void onboardingFinished();
    void signedIn();
    void signedOut();
    /// Looks again at how fresh the connection's data is.
    void showConnection();

private:
    void attach(habibi::HabibiService *service, QObject *context);
    void followWallet();
    void followAccount();
    void giveAccount();
    void route();
    [[nodiscard]] bool mayShowData() const;

    ShellViewModel &m_shell;
    wallet::WalletService &m_wallet;
    const AccountBook &m_accounts;
    const Clock &m_clock;
    bool m_onboarding = false; ///< the wallet was just made: its last step is on show
    PlatformLink m_link; // last: attaches while the rest is there
};

} // namespace majlis::viewmodels

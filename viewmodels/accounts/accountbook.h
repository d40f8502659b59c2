// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/accounts/accountsmodel.h"
#include "wallet/account.h"

#include <QList>
#include <QObject>

#include <optional>

namespace majlis::store
{
class Settings;
}
namespace majlis::wallet
{
class WalletService;
}

namespace majlis::viewmodels
{

/// The open wallet's accounts as the user has arranged them: which one the platforms are used with, and which are
/// hidden from the lists. Kept in the settings by account id; nothing is there while the wallet is locked. GUI thread.
class AccountBook : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this object.
    AccountBook(wallet::WalletService &wallet, store::Settings &settings, QObject *parent = nullptr);

    /// The chosen one; the first that is not hidden without a choice; none while locked.
    [[nodiscard]] std::optional<wallet::Account> current() const;
    [[nodiscard]] std::optional<wallet::Account> find(int id) const;
    /// All of them, hidden ones too.
    [[nodiscard]] const QList<wallet::Account> &all() const;
    [[nodiscard]] bool isHidden(int id) const;

    /// Unknown and hidden ones are refused.
    void choose(int id);
    /// The current account cannot be hidden: platforms would go on with an account that nobody sees.
    void setHidden(int id, bool hidden);

    [[nodiscard]] AccountsModel *everyone() { return &m_everyone; }
    /// Those that are not hidden: to choose from.
    [[nodiscard]] AccountsModel *shown() { return &m_shown; }

Q_SIGNALS:
    /// Accounts have come, gone or changed their names; or the wallet was opened or locked.
    void accountsChanged();
    void currentChanged();

private:
    void refresh();

    wallet::WalletService &m_wallet;
    store::Settings &m_settings;
    std::optional<wallet::Account> m_lastCurrent;
    AccountsModel m_everyone;
    AccountsModel m_shown;
};

} // namespace majlis::viewmodels

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

/// The open wallet's accounts, and which one the platforms are used with: that is kept in the settings by its id.
/// Nothing is there while the wallet is locked. GUI thread.
class AccountBook : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this object.
    AccountBook(wallet::WalletService &wallet, store::Settings &settings, QObject *parent = nullptr);

    /// The chosen one, or else the first; always one that can sign and is not hidden. None while locked.
    [[nodiscard]] std::optional<wallet::Account> current() const;
    [[nodiscard]] std::optional<wallet::Account> find(int id) const;
    /// All of them, hidden ones too.
    [[nodiscard]] const QList<wallet::Account> &all() const;

    /// Unknown and hidden ones, and those that cannot sign, are refused.
    void choose(int id);

    [[nodiscard]] AccountsModel *everyone() { return &m_everyone; }
    /// Those that are not hidden.
    [[nodiscard]] AccountsModel *shown() { return &m_shown; }
    /// Of these, those that can sign.
    [[nodiscard]] AccountsModel *signers() { return &m_signers; }

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
    AccountsModel m_signers;
};

} // namespace majlis::viewmodels

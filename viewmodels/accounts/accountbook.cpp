// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/accountbook.h"

#include "viewmodels/format/addresses.h"
#include "viewmodels/settings/settingkeys.h"
#include "wallet/walletservice.h"

#include <algorithm>

namespace majlis::viewmodels
{

namespace
{

int idOf(const wallet::Account &account)
{
    return static_cast<int>(account.id);
}

bool isUsable(const wallet::Account &account)
{
    return account.canSign() && !account.hidden;
}

AccountRow::Origin originOf(wallet::AccountOrigin origin)
{
    switch (origin) {
    case wallet::AccountOrigin::Derived:
        return AccountRow::Origin::Derived;
    case wallet::AccountOrigin::Imported:
        return AccountRow::Origin::Imported;
    case wallet::AccountOrigin::WatchOnly:
        break;
    }
    return AccountRow::Origin::Watched;
}

} // namespace

AccountBook::AccountBook(wallet::WalletService &wallet, store::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_wallet(wallet)
    , m_settings(settings)
{
    connect(&m_wallet, &wallet::WalletService::accountsChanged, this, &AccountBook::refresh);
    connect(&m_wallet, &wallet::WalletService::stateChanged, this, &AccountBook::refresh);
    refresh();
}

std::optional<wallet::Account> AccountBook::current() const
{
    if (const auto chosen = find(m_settings.value(keys::currentAccount)); chosen && isUsable(*chosen)) {
        return chosen;
    }
    const auto first = std::ranges::find_if(all(), isUsable);
    return first == all().cend() ? std::nullopt : std::optional(*first);
}

std::optional<wallet::Account> AccountBook::find(int id) const
{
    const auto found = std::ranges::find(all(), id, idOf);
    return found == all().cend() ? std::nullopt : std::optional(*found);
}

const QList<wallet::Account> &AccountBook::all() const
{
    return m_wallet.accounts();
}

void AccountBook::choose(int id)
{
    if (const auto account = find(id); account && isUsable(*account)) {
        m_settings.setValue(keys::currentAccount, id);
        refresh();
    }
}

void AccountBook::refresh()
{
    const auto now = current();
    std::vector<AccountRow> everyone;
    std::vector<AccountRow> shown;
    std::vector<AccountRow> signing;
    for (const wallet::Account &account : all()) {
        AccountRow row;
        row.id = idOf(account);
        row.name = account.name;
        row.address = account.address.text();
        row.addressText = format::shortAddress(row.address);
        row.isSolana = account.address.isSolana();
        row.chains
            = row.isSolana ? tr("Solana") : tr("Base and Arbitrum", "the chains that an Ethereum address is used on");
        row.isHidden = account.hidden;
        row.origin = originOf(account.origin);
        row.isCurrent = now && idOf(*now) == row.id;
        if (!row.isHidden) {
            shown.push_back(row);
        }
        if (isUsable(account)) {
            signing.push_back(row);
        }
        everyone.push_back(std::move(row));
    }
    m_everyone.setRows(std::move(everyone));
    m_shown.setRows(std::move(shown));
    m_signers.setRows(std::move(signing));
    Q_EMIT accountsChanged();
    if (m_lastCurrent != now) {
        m_lastCurrent = now;
        Q_EMIT currentChanged();
    }
}

} // namespace majlis::viewmodels

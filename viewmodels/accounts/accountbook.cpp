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
    if (const auto chosen = find(m_settings.value(keys::currentAccount)); chosen && !isHidden(idOf(*chosen))) {
        return chosen;
    }
    const auto first = std::ranges::find_if(all(), [this](const auto &account) { return !isHidden(idOf(account)); });
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

bool AccountBook::isHidden(int id) const
{
    return m_settings.value(keys::hiddenAccounts).contains(QString::number(id));
}

void AccountBook::choose(int id)
{
    if (find(id) && !isHidden(id)) {
        m_settings.setValue(keys::currentAccount, id);
        refresh();
    }
}

void AccountBook::setHidden(int id, bool hidden)
{
    const auto now = current();
    if (isHidden(id) == hidden || !find(id) || (hidden && now && idOf(*now) == id)) {
        return;
    }
    QStringList ids = m_settings.value(keys::hiddenAccounts);
    if (hidden) {
        ids.append(QString::number(id));
    } else {
        ids.removeAll(QString::number(id));
    }
    m_settings.setValue(keys::hiddenAccounts, ids);
    refresh();
}

void AccountBook::refresh()
{
    const auto now = current();
    std::vector<AccountRow> everyone;
    std::vector<AccountRow> shown;
    for (const wallet::Account &account : all()) {
        AccountRow row;
        row.id = idOf(account);
        row.name = account.name;
        row.address = account.address.text();
        row.addressText = format::shortAddress(row.address);
        row.isSolana = account.address.isSolana();
        row.chains
            = row.isSolana ? tr("Solana") : tr("Base and Arbitrum", "the chains that an Ethereum address is used on");
        row.isHidden = isHidden(row.id);
        row.isCurrent = now && idOf(*now) == row.id;
        if (!row.isHidden) {
            shown.push_back(row);
        }
        everyone.push_back(std::move(row));
    }
    m_everyone.setRows(std::move(everyone));
    m_shown.setRows(std::move(shown));
    Q_EMIT accountsChanged();
    if (m_lastCurrent != now) {
        m_lastCurrent = now;
        Q_EMIT currentChanged();
    }
}

} // namespace majlis::viewmodels

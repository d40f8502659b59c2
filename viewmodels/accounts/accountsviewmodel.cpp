// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/accountsviewmodel.h"

#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/format/failures.h"
#include "wallet/walletservice.h"

#include <algorithm>

namespace majlis::viewmodels
{

namespace
{
constexpr qsizetype longestName = 64;
}

AccountsViewModel::AccountsViewModel(wallet::WalletService &wallet, AccountBook &book, QObject *parent)
    : AsyncState(parent)
    , m_wallet(wallet)
    , m_book(book)
    , m_keyImport(wallet)
    , m_keyExport(wallet, book)
{
    connect(&m_book, &AccountBook::accountsChanged, this, &AccountsViewModel::accountsChanged);
    connect(this, &AsyncState::statusChanged, this, &AccountsViewModel::draftChanged);
}

AccountsModel *AccountsViewModel::accounts()
{
    return m_book.everyone();
}

void AccountsViewModel::setDraftName(const QString &name)
{
    if (m_draftName != name) {
        m_draftName = name.left(longestName);
        Q_EMIT draftChanged();
    }
}

void AccountsViewModel::setDraftSolana(bool solana)
{
    if (m_draftSolana != solana) {
        m_draftSolana = solana;
        Q_EMIT draftChanged();
    }
}

bool AccountsViewModel::canAdd() const
{
    return !isLoading() && !m_draftName.trimmed().isEmpty();
}

int AccountsViewModel::hiddenCount() const
{
    return static_cast<int>(std::ranges::count(m_book.everyone()->rows(), true, &AccountRow::isHidden));
}

void AccountsViewModel::add()
{
    if (!canAdd()) {
        return;
    }
    setLoading();
    const auto family = m_draftSolana ? wallet::AddressFamily::Solana : wallet::AddressFamily::Evm;
    m_wallet.addAccount(family, m_draftName.trimmed(), this, [this](const wallet::Result<wallet::Account> &added) {
        if (!added) {
            setFailed(format::describe(added.error()));
            return;
        }
        setDraftName({});
        setReady();
    });
}

void AccountsViewModel::rename(int id, const QString &name)
{
    const auto account = m_book.find(id);
    const QString next = name.trimmed();
    if (!account || account->name == next || next.isEmpty() || next.size() > longestName || isLoading()) {
        return;
    }
    setLoading();
    m_wallet.renameAccount(account->id, next, this, [this](const wallet::Result<void> &done) { take(done); });
}

void AccountsViewModel::setHidden(int id, bool hidden)
{
    const auto account = m_book.find(id);
    const auto current = m_book.current();
    if (!account || account->hidden == hidden || isLoading() || (hidden && current && current->id == account->id)) {
        return;
    }
    setLoading();
    m_wallet.setAccountHidden(account->id, hidden, this, [this](const wallet::Result<void> &done) { take(done); });
}

void AccountsViewModel::remove(int id)
{
    const auto account = m_book.find(id);
    if (!account || account->origin == wallet::AccountOrigin::Derived || isLoading()) {
        return;
    }
    setLoading();
    m_wallet.removeAccount(account->id, this, [this](const wallet::Result<void> &done) { take(done); });
}

void AccountsViewModel::use(int id)
{
    m_book.choose(id);
}

void AccountsViewModel::copyAddress(int id)
{
    if (const auto account = m_book.find(id)) {
        Q_EMIT copyRequested(account->address.text());
    }
}

void AccountsViewModel::receive(int id)
{
    Q_EMIT receiveRequested(id);
}

void AccountsViewModel::take(const wallet::Result<void> &outcome)
{
    outcome ? setReady() : setFailed(format::describe(outcome.error()));
}

} // namespace majlis::viewmodels

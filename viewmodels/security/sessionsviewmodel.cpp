// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/security/sessionsviewmodel.h"

#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/format/addresses.h"
#include "viewmodels/format/failures.h"

#include <algorithm>

namespace majlis::viewmodels
{

SessionsViewModel::SessionsViewModel(SessionDirectory &directory, AccountBook &accounts, QObject *parent)
    : AsyncState(parent)
    , m_directory(directory)
    , m_accounts(accounts)
{
    connect(&m_directory, &SessionDirectory::changed, this, &SessionsViewModel::show);
    connect(&m_accounts, &AccountBook::accountsChanged, this, &SessionsViewModel::show);
    show();
}

SessionsViewModel::~SessionsViewModel() = default;

void SessionsViewModel::end(const QString &id)
{
    const auto &all = m_directory.entries();
    const auto found = std::ranges::find(all, id, &SessionDirectory::Entry::id);
    if (found == all.end() || isLoading()) {
        return;
    }
    const bool wasOpen = found->isOpen;
    m_ending = id;
    m_endedName = found->name;
    setLoading();
    show();
    m_directory.end(id, this, [this, wasOpen](const Result<void> &told) {
        m_ending.clear();
        told ? setReady() : setFailed(format::describe(told.error()));
        show();
        if (wasOpen) {
            Q_EMIT signedOut();
        }
    });
}

void SessionsViewModel::show()
{
    std::vector<SessionRow> rows;
    for (const SessionDirectory::Entry &entry : m_directory.entries()) {
        const QString address = format::shortAddress(entry.account.text());
        const auto &accounts = m_accounts.all();
        const auto account = std::ranges::find(accounts, entry.account, &wallet::Account::address);
        SessionRow row;
        row.id = entry.id;
        row.platform = entry.platform;
        row.name = entry.name;
        row.url = entry.url.toDisplayString();
        row.account = account == accounts.end()
            ? address
            : tr("%1 (%2)", "name of an account, its address").arg(account->name, address);
        row.isOpen = entry.isOpen;
        row.isEnding = entry.id == m_ending;
        rows.push_back(std::move(row));
    }
    std::ranges::stable_partition(rows, [](const SessionRow &row) { return row.isOpen; });
    m_sessions.setRows(std::move(rows));
    Q_EMIT sessionsChanged();
}

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/sessioncenter.h"

#include "models/net/call.h"
#include "wallet/platform.h"
#include "wallet/walletservice.h"

#include <algorithm>

namespace majlis::client
{

using habibi::HabibiService;
using habibi::Session;
using Entries = std::vector<viewmodels::SessionDirectory::Entry>;

namespace
{

QString scopeOf(const viewmodels::SessionDirectory::Entry &entry)
{
    return entry.id.section(u'|', 0, 0);
}

// Those of `candidates` that are open or have a sealed token.
QCoro::Task<Result<Entries>> existing(habibi::TokenVault *vault, Entries candidates, net::CancelToken cancel)
{
    Entries found;
    for (const auto &candidate : candidates) {
        const QString name = Session::sealedName(scopeOf(candidate), candidate.account);
        const auto token = co_await vault->find(name);
        if (cancel.isCancelled())
            co_return fail(ErrorCode::Cancelled);
        if (!token)
            co_return std::unexpected(token.error());
        if (candidate.isOpen || *token)
            found.push_back(candidate);
    }
    co_return found;
}

} // namespace

SessionCenter::SessionCenter(viewmodels::ConnectionDirectory &connections, viewmodels::CurrentPlatform &platform,
    wallet::WalletService &wallet, habibi::TokenVault &vault, HabibiService::Dependencies dependencies, QObject *parent)
    : SessionDirectory(parent)
    , m_connections(connections)
    , m_platform(platform)
    , m_wallet(wallet)
    , m_vault(vault)
    , m_dependencies(dependencies)
{
    m_dependencies.cache = nullptr; // ending a session leaves nothing behind
    m_dependencies.vault = &vault;
    connect(&m_connections, &viewmodels::ConnectionDirectory::changed, this, &SessionCenter::look);
    connect(&m_wallet, &wallet::WalletService::accountsChanged, this, &SessionCenter::look);
    connect(&m_platform, &viewmodels::CurrentPlatform::aboutToChange, this, [this] { m_platformContext.reset(); });
    connect(&m_platform, &viewmodels::CurrentPlatform::changed, this, &SessionCenter::followPlatform);
    followPlatform();
}

SessionCenter::~SessionCenter()
{
    m_looking.cancel();
}

void SessionCenter::end(const QString &id, QObject *context, Ended done)
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    if (found == m_entries.end())
        return;
    std::shared_ptr<HabibiService> service;
    if (isOpen(*found)) {
        service = std::shared_ptr<HabibiService>(std::shared_ptr<void>(), m_platform.service()); // not ours to delete
    } else {
        service.reset(new HabibiService(found->url, scopeOf(*found), m_dependencies),
            [](HabibiService *mine) { mine->deleteLater(); });
    }
    net::start(
        context,
        [service, account = found->account](
            const net::CancelToken &) { return service->session().endSessionOf(account); },
        [self = QPointer<SessionCenter>(this), done = std::move(done)](const Result<void> &told) {
            if (self)
                self->look();
            done(told);
        });
}

void SessionCenter::followPlatform()
{
    m_platformContext = std::make_unique<QObject>();
    if (HabibiService *service = m_platform.service())
        connect(&service->session(), &Session::stateChanged, m_platformContext.get(), [this] { look(); });
    look();
}

Entries SessionCenter::candidates() const
{
    Entries all;
    for (const viewmodels::ConnectionDirectory::Entry &connection : m_connections.entries()) {
        for (const wallet::Account &account : m_wallet.accounts()) {
            Entry entry{connection.id + u'|' + account.address.text(),
                wallet::platformName(wallet::Platform::Habibi).toString(), connection.name, connection.url,
                account.address, false};
            entry.isOpen = isOpen(entry);
            all.push_back(std::move(entry));
        }
    }
    return all;
}

bool SessionCenter::isOpen(const Entry &entry) const
{
    HabibiService *service = m_platform.service();
    return service != nullptr && m_platform.facts().id == scopeOf(entry)
        && service->session().state() != Session::State::SignedOut && service->session().account() == entry.account;
}

void SessionCenter::look()
{
    m_looking.cancel();
    if (m_wallet.state() != wallet::WalletService::State::Unlocked) {
        take({});
        return;
    }
    m_looking = net::start(
        this,
        [vault = &m_vault, all = candidates()](
            net::CancelToken cancel) { return existing(vault, all, std::move(cancel)); },
        [this](Result<Entries> found) {
            if (found) // otherwise the wallet was locked meanwhile, and says so itself
                take(std::move(*found));
        });
}

void SessionCenter::take(Entries entries)
{
    if (m_entries != entries) {
        m_entries = std::move(entries);
        Q_EMIT changed();
    }
}

} // namespace majlis::client

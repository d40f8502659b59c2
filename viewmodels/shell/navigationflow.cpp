// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/navigationflow.h"

#include "models/platforms/habibi/habibiservice.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/common/knownstate.h"
#include "viewmodels/format/addresses.h"
#include "wallet/walletservice.h"

namespace majlis::viewmodels
{

using habibi::HabibiService;
using habibi::Session;
using WalletState = wallet::WalletService::State;

NavigationFlow::NavigationFlow(ShellViewModel &shell, wallet::WalletService &wallet, const AccountBook &accounts,
    CurrentPlatform &platform, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_wallet(wallet)
    , m_accounts(accounts)
    , m_clock(clock)
    , m_link(platform, [this](HabibiService *service, QObject *context) { attach(service, context); })
{
    connect(&m_wallet, &wallet::WalletService::stateChanged, this, &NavigationFlow::followWallet);
    connect(&m_accounts, &AccountBook::currentChanged, this, &NavigationFlow::followAccount);
    connect(&m_shell, &ShellViewModel::lockRequested, &m_wallet, &wallet::WalletService::lock);
    followWallet();
}

NavigationFlow::~NavigationFlow() = default;

void NavigationFlow::onboardingFinished()
{
    m_onboarding = false;
    route();
}

void NavigationFlow::signedIn()
{
    m_shell.goTo(page::Id::Home);
}

void NavigationFlow::signedOut()
{
    m_shell.goTo(page::Id::SignIn);
}

void NavigationFlow::attach(HabibiService *service, QObject *context)
{
    if (service != nullptr) {
        connect(service, &HabibiService::connectionChanged, context, [this] { showConnection(); });
        connect(service, &HabibiService::userChanged, context, [this] { showConnection(); });
        connect(&service->session(), &Session::stateChanged, context, [this] {
            if (!mayShowData() && m_wallet.state() == WalletState::Unlocked && !m_onboarding) {
                route();
            }
        });
        connect(&service->session(), &Session::ended, context, [this] {
            m_shell.toasts()->show(Toast::Kind::Warning, QStringLiteral("session"), tr("Your session has ended"),
                tr("Sign in again to go on."));
        });
    }
    giveAccount();
    showConnection();
    if (m_wallet.state() == WalletState::Unlocked && !m_onboarding) {
        const auto page = m_shell.page();
        if (page == page::Id::SignIn || page == page::Id::Home) {
            route();
        }
    }
}

void NavigationFlow::followWallet()
{
    const bool unlocked = m_wallet.state() == WalletState::Unlocked;
    const bool made = unlocked && m_shell.page() == page::Id::Onboarding;
    m_onboarding = m_onboarding || made;
    m_shell.setLocked(!unlocked);
    giveAccount();
    if (!m_onboarding || !unlocked) {
        m_onboarding = false;
        route();
    }
}

void NavigationFlow::followAccount()
{
    giveAccount();
    // Another account has another session: back to sign-in, unless it can be taken up again.
    if (m_wallet.state() == WalletState::Unlocked && !m_onboarding && !mayShowData()) {
        route();
    }
}

void NavigationFlow::giveAccount()
{
    const auto current = m_wallet.state() == WalletState::Unlocked ? m_accounts.current() : std::nullopt;
    m_shell.setAccountText(current ? format::shortAddress(current->address.text()) : QString());
    HabibiService *service = m_link.service();
    if (service == nullptr) {
        return;
    }
    const auto wanted = current ? std::optional(current->address) : std::nullopt;
    if (service->account() == wanted) {
        return;
    }
    if (service->account()) {
        service->session().suspend(); // what is sealed stays: coming back to this account takes it up
    }
    service->setAccount(wanted);
}

void NavigationFlow::route()
{
    switch (m_wallet.state()) {
    case WalletState::Missing:
        m_shell.goTo(page::Id::Onboarding);
        return;
    case WalletState::Unknown:
        m_shell.goTo(page::Id::None);
        return;
    case WalletState::Locked:
    case WalletState::Unusable:
        m_shell.goTo(page::Id::Unlock);
        return;
    case WalletState::Unlocked:
        break;
    }
    m_shell.goTo(mayShowData() ? page::Id::Home : page::Id::SignIn);
}

bool NavigationFlow::mayShowData() const
{
    const HabibiService *service = m_link.service();
    if (service == nullptr) {
        return false;
    }
    auto &session = m_link.service()->session();
    if (session.state() != Session::State::SignedOut) {
        return true;
    }
    // Signed out only because the platform does not answer: last known data stays on show.
    return service->user().value && !session.endReason() && service->connection() == HabibiService::Connection::Offline;
}

void NavigationFlow::showConnection()
{
    using Connection = ShellViewModel::Connection;
    HabibiService *service = m_link.service();
    if (service == nullptr) {
        m_shell.setConnection(m_link.platform().facts().id.isEmpty() ? Connection::None : Connection::Offline,
            m_link.platform().facts().name, {});
        return;
    }
    Connection state = Connection::Connecting;
    switch (service->connection()) {
    case HabibiService::Connection::Unknown:
        state = Connection::Connecting;
        break;
    case HabibiService::Connection::Live:
    case HabibiService::Connection::Polling:
        state = Connection::Live;
        break;
    case HabibiService::Connection::Offline:
        state = Connection::Offline;
        break;
    }
    Freshness freshness;
    if (service->user().value) {
        const bool live = service->connection() == HabibiService::Connection::Live;
        freshness = format::freshness(service->user().freshness.asOf, m_clock.now(), staleAfter, live);
        if (state == Connection::Live && (freshness.stale || (!live && service->user().freshness.stale))) {
            state = Connection::Stale;
        }
    }
    m_shell.setConnection(state, m_link.platform().facts().name, freshness);
}

} // namespace majlis::viewmodels

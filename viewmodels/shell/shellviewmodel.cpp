// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/shellviewmodel.h"

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::size_t longestHistory = 50;

/// Pages that show nothing of the account and may be opened while the wallet is locked.
bool isOpenWhileLocked(page::Id page)
{
    return page == page::Id::Onboarding || page == page::Id::Unlock || page == page::Id::Settings
        || page == page::Id::Diagnostics || page == page::Id::Connections;
}

bool isGate(page::Id page)
{
    return page == page::Id::Onboarding || page == page::Id::Unlock || page == page::Id::SignIn
        || page == page::Id::None;
}

struct PageText {
    page::Id page;
    QString label;
    QString icon;
    QString shortcut;
};

/// The wallet's pages stand behind one entry of the rail, as tabs.
bool isWallet(page::Id page)
{
    return page >= page::Id::Accounts && page <= page::Id::Security;
}

std::vector<PageText> walletPages()
{
    return {
        {page::Id::Accounts, ShellViewModel::tr("Accounts"), u"wallet"_s, {}},
        {page::Id::Receive, ShellViewModel::tr("Receive"), u"arrow-down"_s, {}},
        {page::Id::Send, ShellViewModel::tr("Send"), u"arrow-up"_s, {}},
        {page::Id::SignMessage, ShellViewModel::tr("Sign and verify"), u"pencil"_s, {}},
        {page::Id::AddressBook, ShellViewModel::tr("Address book"), u"users"_s, {}},
        {page::Id::Backup, ShellViewModel::tr("Backup"), u"file-key"_s, {}},
        {page::Id::Security, ShellViewModel::tr("Security"), u"shield"_s, {}},
    };
}

std::vector<PageText> railPages()
{
    return {
        {page::Id::Home, ShellViewModel::tr("Home"), u"house"_s, u"Ctrl+1"_s},
        {page::Id::Accounts, ShellViewModel::tr("Wallet", "the pages of accounts and keys"), u"wallet"_s, u"Ctrl+7"_s},
        {page::Id::Network, ShellViewModel::tr("Network"), u"share-2"_s, u"Ctrl+2"_s},
        {page::Id::Leaderboard, ShellViewModel::tr("Leaderboard"), u"trophy"_s, u"Ctrl+3"_s},
        {page::Id::Profile, ShellViewModel::tr("Profile"), u"user"_s, u"Ctrl+4"_s},
        {page::Id::Connections, ShellViewModel::tr("Connections"), u"plug"_s, u"Ctrl+5"_s},
        {page::Id::Settings, ShellViewModel::tr("Settings"), u"settings"_s, u"Ctrl+,"_s},
        {page::Id::Diagnostics, ShellViewModel::tr("Diagnostics"), u"activity"_s, u"Ctrl+6"_s},
    };
}

} // namespace

ShellViewModel::ShellViewModel(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_toasts(clock)
{
    refreshRail();
    addPageCommands();
}

bool ShellViewModel::isRailVisible() const
{
    return m_page != page::Id::Onboarding && m_page != page::Id::Unlock && m_page != page::Id::None;
}

QString ShellViewModel::connectionText() const
{
    switch (m_connection) {
    case Connection::None:
        return tr("No platform yet");
    case Connection::Connecting:
        return tr("Connecting");
    case Connection::Live:
        return tr("Live");
    case Connection::Stale:
        return tr("Silent – data from %1").arg(m_connectionFreshness.age);
    case Connection::Offline:
        return m_connectionFreshness.known ? tr("Offline – data from %1").arg(m_connectionFreshness.age)
                                           : tr("Offline");
    }
    return {};
}

void ShellViewModel::open(page::Id page)
{
    if (page == m_page || (m_locked && !isOpenWhileLocked(page))) {
        return;
    }
    if (!isGate(m_page) || isOpenWhileLocked(page)) {
        m_history.push_back(m_page);
        if (m_history.size() > longestHistory) {
            m_history.erase(m_history.begin());
        }
    }
    setPage(page);
}

void ShellViewModel::back()
{
    if (m_history.empty()) {
        return;
    }
    const page::Id page = m_history.back();
    m_history.pop_back();
    setPage(page);
}

void ShellViewModel::lock()
{
    Q_EMIT lockRequested();
}

void ShellViewModel::noteActivity()
{
    Q_EMIT activity();
}

void ShellViewModel::goTo(page::Id page)
{
    m_history.clear();
    setPage(page);
}

void ShellViewModel::setAppearance(theme::Mode effective, double textScale, bool reduceMotion)
{
    if (m_theme == effective && qFuzzyCompare(m_textScale, textScale) && m_reduceMotion == reduceMotion) {
        return;
    }
    m_theme = effective;
    m_textScale = textScale;
    m_reduceMotion = reduceMotion;
    Q_EMIT appearanceChanged();
}

void ShellViewModel::setConnection(Connection connection, const QString &name, const Freshness &freshness)
{
    if (m_connection == connection && m_connectionName == name && m_connectionFreshness == freshness) {
        return;
    }
    m_connection = connection;
    m_connectionName = name;
    m_connectionFreshness = freshness;
    Q_EMIT connectionChanged();
}

void ShellViewModel::setLocked(bool locked)
{
    if (m_locked == locked) {
        return;
    }
    m_locked = locked;
    m_palette.setOpen(false);
    refreshRail();
    Q_EMIT lockedChanged();
}

void ShellViewModel::setAccountText(const QString &text)
{
    if (m_accountText == text) {
        return;
    }
    m_accountText = text;
    Q_EMIT accountChanged();
}

void ShellViewModel::setPage(page::Id page)
{
    m_page = page;
    refreshRail();
    Q_EMIT pageChanged();
}

void ShellViewModel::refreshRail()
{
    std::vector<RailItem> items;
    for (PageText &text : railPages()) {
        items.push_back({text.page, std::move(text.label), std::move(text.icon), std::move(text.shortcut),
            !m_locked || isOpenWhileLocked(text.page),
            text.page == m_page || (text.page == page::Id::Accounts && isWallet(m_page))});
    }
    m_rail.setRows(std::move(items));
    std::vector<RailItem> tabs;
    for (PageText &text : walletPages()) {
        tabs.push_back({text.page, std::move(text.label), std::move(text.icon), {}, !m_locked, text.page == m_page});
    }
    m_walletTabs.setRows(std::move(tabs));
}

void ShellViewModel::addPageCommands()
{
    std::vector<PageText> pages = railPages();
    for (PageText &text : walletPages()) {
        if (text.page != page::Id::Accounts) { // the rail's own entry
            pages.push_back(std::move(text));
        }
    }
    for (PageText &text : pages) {
        const page::Id page = text.page;
        m_palette.addCommand(
            {u"page."_s + text.label.toLower(), tr("Go to %1").arg(text.label), tr("Go to"), text.icon, text.shortcut,
                [this, page] { open(page); }, [this, page] { return !m_locked || isOpenWhileLocked(page); }});
    }
    m_palette.addCommand({u"wallet.lock"_s, tr("Lock the wallet"), tr("Do"), u"lock"_s, u"Ctrl+L"_s, [this] { lock(); },
        [this] { return !m_locked; }});
}

} // namespace majlis::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/rootviewmodel.h"

namespace majlis::viewmodels
{

using namespace Qt::StringLiterals;

RootViewModel::RootViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_shell(services.clock)
    , m_review(services.wallet, services.clock)
    , m_onboarding(services.wallet)
    , m_unlock(services.wallet, services.clock)
    , m_accounts(services.wallet, services.settings)
    , m_signIn(services.platform, services.wallet, m_accounts)
    , m_home(services.platform, services.clock, services.ticker)
    , m_addressBook(services.wallet, services.clock)
    , m_accountsPage(services.wallet, m_accounts)
    , m_receive(m_accounts)
    , m_send(m_accounts, m_addressBook, services.settings, m_review,
          {services.outbox, services.prices, services.clock, services.ticker})
    , m_message(m_accounts, m_review)
    , m_addressBookPage(m_addressBook, services.clock)
    , m_backup(services.wallet, m_accounts)
    , m_network(services.platform, services.clock, services.ticker, services.settings, services.cache)
    , m_leaderboard(services.platform, services.clock, services.ticker)
    , m_profile(services.platform, services.wallet, m_accounts, services.clock, services.ticker)
    , m_connections(services.connections)
    , m_settings(services.settings, services.wallet, services.dataFolder)
    , m_security(services.wallet, m_settings, services.sessions,
          {m_accounts, services.settings, m_review, services.clock, services.makeApprovalSource})
    , m_diagnostics(services.errors, services.platform, services.clock, services.ticker, services.versions)
    , m_flow(m_shell, services.wallet, m_accounts, services.platform, services.clock)
{
    connect(&services.ticker, &Ticker::tick, &m_flow, &NavigationFlow::showConnection);
    connectPages();
    addCommands();
    applyAppearance();
}

RootViewModel::~RootViewModel() = default;

QString RootViewModel::version() const
{
    return QStringLiteral(MAJLIS_VERSION);
}

void RootViewModel::setSystemDark(bool dark)
{
    m_systemDark = dark;
    applyAppearance();
}

void RootViewModel::connectPages()
{
    connect(&m_onboarding, &OnboardingViewModel::finished, &m_flow, &NavigationFlow::onboardingFinished);
    connect(&m_unlock, &UnlockViewModel::importRequested, this, &RootViewModel::putWalletAsideRequested);
    connect(&m_signIn, &SignInViewModel::signedIn, &m_flow, &NavigationFlow::signedIn);
    connect(&m_signIn, &SignInViewModel::signedOut, &m_flow, &NavigationFlow::signedOut);
    const auto showPerson = [this](const QString &address) {
        m_shell.open(page::Id::Network);
        m_network.showAddress(address);
    };
    connect(&m_home, &HomeViewModel::personRequested, this, showPerson);
    connect(&m_leaderboard, &LeaderboardViewModel::personRequested, this, showPerson);
    connect(&m_network, &NetworkViewModel::copyRequested, this, &RootViewModel::copyRequested);
    connect(&m_profile, &ProfileViewModel::copyRequested, this, &RootViewModel::copyRequested);
    connect(&m_accountsPage, &AccountsViewModel::copyRequested, this, &RootViewModel::copyRequested);
    connect(this, &RootViewModel::copyRequested, &m_send, &SendViewModel::noteCopied);
    connect(&m_addressBookPage, &AddressBookViewModel::sendRequested, this, [this](const QString &address) {
        m_shell.open(page::Id::Send);
        m_send.setRecipient(address);
    });
    connect(m_accountsPage.keyExport(), &KeyExportViewModel::copySecretRequested, this,
        &RootViewModel::copySecretRequested);
    connect(&m_receive, &ReceiveViewModel::copyRequested, this, &RootViewModel::copyRequested);
    connect(m_send.payments(), &PaymentsViewModel::copyRequested, this, &RootViewModel::copyRequested);
    connect(&m_message, &MessageViewModel::copyRequested, this, &RootViewModel::copyRequested);
    connect(&m_addressBookPage, &AddressBookViewModel::copyRequested, this, &RootViewModel::copyRequested);
    connect(&m_accountsPage, &AccountsViewModel::receiveRequested, this, [this](int id) {
        m_receive.chooseAccount(id);
        m_shell.open(page::Id::Receive);
    });
    connect(m_security.sessions(), &SessionsViewModel::signedOut, &m_flow, &NavigationFlow::signedOut);
    connect(&m_diagnostics, &DiagnosticsViewModel::copyRequested, this, &RootViewModel::copyRequested);
    connect(&m_shell, &ShellViewModel::pageChanged, this, [this] {
        if (m_shell.page() != page::Id::Backup && m_backup.step() != BackupViewModel::Step::Start) {
            m_backup.close(); // its secrets go with the page
        }
        if (m_shell.page() == page::Id::Send) {
            m_send.refresh();
        }
        if (m_shell.page() == page::Id::Leaderboard) {
            m_leaderboard.ensureLoaded();
        } else if (m_shell.page() == page::Id::Network) {
            m_network.ensureLoaded();
        }
    });
    for (const auto changed : {&SettingsViewModel::themeModeChanged, &SettingsViewModel::textScaleChanged,
             &SettingsViewModel::reduceMotionChanged}) {
        connect(&m_settings, changed, this, &RootViewModel::applyAppearance);
    }
}

void RootViewModel::applyAppearance()
{
    theme::Mode mode = m_settings.themeMode();
    if (mode == theme::Mode::System) {
        mode = m_systemDark ? theme::Mode::Dark : theme::Mode::Light;
    }
    m_shell.setAppearance(mode, m_settings.textScale(), m_settings.reduceMotion());
}

void RootViewModel::addCommands()
{
    PaletteModel *palette = m_shell.palette();
    const auto unlocked = [this] { return !m_shell.isLocked(); };
    palette->addCommand({u"home.refresh"_s, tr("Refresh everything"), tr("Do"), u"refresh-cw"_s, u"F5"_s,
        [this] { m_home.refresh(); }, unlocked});
    palette->addCommand({u"theme.dark"_s, tr("Dark theme"), tr("Do"), u"moon"_s, {},
        [this] { m_settings.setThemeMode(theme::Mode::Dark); }, {}});
    palette->addCommand({u"theme.light"_s, tr("Light theme"), tr("Do"), u"sun"_s, {},
        [this] { m_settings.setThemeMode(theme::Mode::Light); }, {}});
    palette->addCommand({u"network.self"_s, tr("Show me in the network"), tr("Do"), u"crosshair"_s, {},
        [this] {
            m_shell.open(page::Id::Network);
            m_network.selectSelf();
        },
        unlocked});
    palette->addCommand({u"account.signOut"_s, tr("Sign out of the platform"), tr("Do"), u"log-out"_s, {},
        [this] { m_signIn.signOut(); }, unlocked});
    palette->addCommand({u"diagnostics.copy"_s, tr("Copy a report for support"), tr("Do"), u"clipboard"_s, {},
        [this] { m_diagnostics.copyReport(); }, {}});
    palette->addSource([this](const QString &filter, int limit) {
        std::vector<PaletteCommand> people;
        if (m_shell.isLocked() || filter.size() < 2) {
            return people;
        }
        for (const SearchHit &hit : m_network.quickSearch(filter, limit)) {
            people.push_back({u"person"_s, hit.title, tr("People"), u"user"_s, {},
                [this, node = hit.node] {
                    m_shell.open(page::Id::Network);
                    m_network.selectAndFly(node);
                },
                {}});
        }
        return people;
    });
}

} // namespace majlis::viewmodels

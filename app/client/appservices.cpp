// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/appservices.h"

#include "app/client/hardening.h"
#include "app/client/versions.h"
#include "models/chain/evm/evmapprovals.h"
#include "models/chain/pay/paymentgateway.h"
#include "viewmodels/settings/settingkeys.h"
#include "wallet/keychainstore.h"
#include "wallet/signerprocess/signerclient.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace majlis::client
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::minutes signerMargin{1};

QString inside(const QString &folder, const QString &name)
{
    return QDir(folder).filePath(name);
}

} // namespace

AppServices::AppServices(Setup setup)
    : dataDir(setup.dataDir)
    , settings(inside(dataDir, u"settings.json"_s))
    , errors(clock)
    , database(inside(dataDir, u"cache.sqlite"_s))
    , cache(database, clock)
    , gate(clock)
    , wallet(std::make_unique<wallet::SignerClient>(wallet::SignerClient::Setup{
                 setup.signerProgram.isEmpty() ? wallet::SignerClient::installedProgram() : setup.signerProgram,
                 dataDir, setup.kdf}),
          std::move(setup.keyStore))
    , autoLock(time)
    , tokens(wallet)
    , outbox(database, clock,
          [this](AddressFamily family, const QUrl &node) {
              return chain::makePaymentGateway(family, node,
                  {.network = &network, .clock = &clock, .gate = &gate, .cache = nullptr, .tokens = nullptr});
          })
    , connections(settings, platform,
          {.network = &network,
              .clock = &clock,
              .gate = &gate,
              .cache = &cache,
              .errors = &errors,
              .vault = &tokens,
              .makeFeed = {}},
          {setup.sandboxProgram, inside(dataDir, u"sandbox"_s), setup.sandboxArguments})
    , sessions(connections, platform, wallet, tokens,
          {.network = &network,
              .clock = &clock,
              .gate = &gate,
              .cache = nullptr,
              .errors = &errors,
              .vault = nullptr,
              .makeFeed = {}})
    , root({clock, ticker, wallet, platform, connections, settings, errors, dataDir, versions(), &cache, outbox, prices,
          sessions, [this](const QUrl &node) {
              return chain::makeApprovalSource(
                  node, {.network = &network, .clock = &clock, .gate = &gate, .cache = nullptr, .tokens = nullptr});
          }})
{
    connectLocking();
    connectFailures();
    connectHardening();
    QObject::connect(
        &root, &viewmodels::RootViewModel::putWalletAsideRequested, &m_context, [this] { putWalletAside(); });
}

AppServices::~AppServices() = default;

void AppServices::start()
{
    wallet.start();
    outbox.start();
    connections.resume();
}

void AppServices::putWalletAside()
{
    wallet.setAside(&m_context, [this](const wallet::Result<void> &moved) {
        if (!moved) {
            errors.record(u"wallet"_s,
                fail(ErrorCode::Storage, u"setting the wallet aside: "_s + QString::fromStdString(moved.error().detail))
                    .error());
        }
    });
}

void AppServices::connectLocking()
{
    const auto applyTimeout = [this] {
        const std::chrono::minutes minutes(root.settings()->lockMinutes());
        autoLock.setTimeout(minutes);
        // The signer's own clock comes second, for when this program hangs.
        wallet.setIdleLock(minutes.count() > 0 ? minutes + signerMargin : std::chrono::minutes::zero());
    };
    applyTimeout();
    QObject::connect(root.settings(), &viewmodels::SettingsViewModel::lockMinutesChanged, &m_context, applyTimeout);
    QObject::connect(root.shell(), &viewmodels::ShellViewModel::activity, &autoLock, &wallet::AutoLock::noteActivity);
    QObject::connect(
        root.shell(), &viewmodels::ShellViewModel::activity, &wallet, &wallet::WalletService::noteActivity);
    QObject::connect(&autoLock, &wallet::AutoLock::lockRequested, &wallet, &wallet::WalletService::lock);
    QObject::connect(&wallet, &wallet::WalletService::stateChanged, &m_context, [this] {
        if (wallet.state() == wallet::WalletService::State::Unlocked) {
            autoLock.start();
        } else {
            autoLock.stop();
        }
    });
}

void AppServices::connectHardening()
{
    using Page = viewmodels::page::Id;
    const auto apply = [this] {
        const Page page = root.shell()->page();
        const bool secrets = page == Page::Onboarding || page == Page::Backup || page == Page::Security
            || page == Page::Accounts || !root.unlock()->passphrase()->isEmpty();
        setOthersMayLook(!secrets);
    };
    QObject::connect(root.shell(), &viewmodels::ShellViewModel::pageChanged, &m_context, apply);
    QObject::connect(root.unlock()->passphrase(), &viewmodels::SecretBuffer::changed, &m_context, apply);
}

void AppServices::connectFailures()
{
    using viewmodels::Toast;
    viewmodels::ToastModel *toasts = root.shell()->toasts();
    QObject::connect(&database, &store::Database::failed, &m_context,
        [this](const Error &error) { errors.record(u"database"_s, error); });
    QObject::connect(&database, &store::Database::opened, &m_context, [this, toasts](const store::OpenReport &report) {
        if (report.kind == store::OpenReport::Kind::Opened) {
            return;
        }
        errors.record(u"database"_s, fail(ErrorCode::Damaged, report.detail).error());
        toasts->show(Toast::Kind::Warning, u"database"_s,
            report.kind == store::OpenReport::Kind::Replaced
                ? viewmodels::ShellViewModel::tr("Remembered data was damaged and is fetched again")
                : viewmodels::ShellViewModel::tr("Nothing can be remembered: the data folder cannot be written"),
            report.keptAs);
    });
    QObject::connect(&outbox, &chain::PaymentOutbox::loadFailed, &m_context,
        [this](const Error &error) { errors.record(u"payments"_s, error); });
    QObject::connect(&settings, &store::Settings::writeFailed, &m_context, [this, toasts](const QString &detail) {
        errors.record(u"settings"_s, fail(ErrorCode::Storage, detail).error());
        toasts->show(Toast::Kind::Warning, u"settings"_s,
            viewmodels::ShellViewModel::tr("Your settings could not be saved"),
            viewmodels::ShellViewModel::tr("Check that the data folder can be written."));
    });
    QObject::connect(&wallet, &wallet::WalletService::signerLost, &m_context, [this, toasts] {
        errors.record(u"wallet"_s, fail(ErrorCode::Wallet, u"majlis-signer ended and was started again"_s).error());
        toasts->show(Toast::Kind::Warning, u"wallet"_s,
            viewmodels::ShellViewModel::tr("The part that holds your keys ended and was started again"),
            viewmodels::ShellViewModel::tr("Your wallet is locked; nothing was lost. Unlock it to go on."));
    });
    if (!settings.keptAs().isEmpty()) {
        toasts->show(Toast::Kind::Warning, u"settings"_s,
            viewmodels::ShellViewModel::tr("Your settings were damaged and start anew"), settings.keptAs());
    }
}

std::expected<AppServices::Setup, QString> setupFor(const Options &options)
{
    AppServices::Setup setup;
    setup.dataDir = options.dataDir.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                              : options.dataDir;
    if (!QDir().mkpath(setup.dataDir)) {
        return std::unexpected(
            u"The folder %1 cannot be made. Choose another one with --data-dir."_s.arg(setup.dataDir));
    }
    QFile::setPermissions(setup.dataDir, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    setup.sandboxProgram = SandboxProcess::installedProgram();
    setup.sandboxArguments = options.sandboxArguments;
    if (!options.networkFile.isEmpty()) {
        setup.sandboxArguments += {u"--network"_s, QDir::current().absoluteFilePath(options.networkFile)};
    }
    setup.keyStore = std::make_unique<wallet::KeychainStore>(u"majlis"_s, inside(setup.dataDir, u"keystore.marks"_s));
    return setup;
}

} // namespace majlis::client

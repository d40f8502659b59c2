// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/connectioncenter.h"
#include "app/client/options.h"
#include "app/client/sessioncenter.h"
#include "models/chain/pay/paymentoutbox.h"
#include "models/chain/pay/pricesource.h"
#include "models/domain/time.h"
#include "models/net/rategate.h"
#include "models/platforms/habibi/walletadapters.h"
#include "models/store/database.h"
#include "models/store/errorlog.h"
#include "models/store/responsecache.h"
#include "models/store/settings.h"
#include "viewmodels/common/currentplatform.h"
#include "viewmodels/common/ticker.h"
#include "viewmodels/shell/rootviewmodel.h"
#include "wallet/autolock.h"
#include "wallet/timesource.h"
#include "wallet/walletservice.h"

#include <QNetworkAccessManager>

#include <memory>

namespace majlis::client
{

/// The composition root: every long-lived object of the client, each built from those above it, gone in reverse order.
/// No windows; tests build it without QML.
struct AppServices {
    struct Setup {
        QString dataDir; ///< exists and is ours alone
        QString sandboxProgram;
        QStringList sandboxArguments;
        QString signerProgram; ///< full path of majlis-signer; empty: beside this program
        wallet::KdfParameters kdf = wallet::KdfParameters::recommended();
        std::unique_ptr<wallet::KeyStore> keyStore; ///< null: "unlock with this computer" is not available
    };
    explicit AppServices(Setup setup);
    ~AppServices();
    Q_DISABLE_COPY_MOVE(AppServices)

    /// Looks for the wallet and takes up the connection used last.
    void start();
    /// Keeps the wallet file and its copy under another name, and looks again.
    void putWalletAside();

    QString dataDir;
    SystemClock clock;
    wallet::SystemTimeSource time;
    store::Settings settings;
    store::ErrorLog errors;
    store::Database database;
    store::ResponseCache cache;
    QNetworkAccessManager network;
    net::RateGate gate;
    wallet::WalletService wallet;
    wallet::AutoLock autoLock;
    habibi::WalletTokenVault tokens;
    chain::NoPrices prices;
    chain::PaymentOutbox outbox;
    viewmodels::CurrentPlatform platform;
    viewmodels::Ticker ticker;
    ConnectionCenter connections;
    SessionCenter sessions;
    viewmodels::RootViewModel root;

private:
    void connectLocking();
    void connectHardening();
    void connectFailures();

    QObject m_context; ///< of the connections made here
};

/// What the command line asks for, with the real key store; makes the data folder. An error is the text to print.
[[nodiscard]] std::expected<AppServices::Setup, QString> setupFor(const Options &options);

} // namespace majlis::client

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/rategate.h"
#include "models/platforms/habibi/habibiservice.h"
#include "models/platforms/habibi/signin.h"
#include "models/platforms/habibi/walletadapters.h"
#include "models/store/database.h"
#include "models/store/errorlog.h"
#include "models/store/responsecache.h"
#include "tests/e2e/sandboxprocess.h"
#include "tests/unit/net/nettest.h"
#include "wallet/walletservice.h"

#include <QTemporaryDir>

namespace majlis::test
{

using namespace Qt::StringLiterals;

/// A computer with a wallet and a cache: what stays when the program ends.
struct Computer {
    Computer()
        : wallet(folder.filePath(u"wallet"_s), time, nullptr, wallet::KdfParameters::floor())
        , database(folder.filePath(u"cache.db"_s))
        , cache(database, clock)
        , vault(wallet)
    {
        wallet.start();
        REQUIRE(waitFor([this] { return wallet.state() == wallet::WalletService::State::Missing; }));
        bool created = false;
        wallet.create(*wallet::Mnemonic::generate(12), wallet::SecretBytes(),
            wallet::SecretBytes::fromText("correct horse"), &context, [&created](wallet::Result<void> done) {
                REQUIRE(done);
                created = true;
            });
        REQUIRE(waitFor([&] { return created && !wallet.accounts().isEmpty(); }));
        network.setProxy(QNetworkProxy::NoProxy);
    }

    static bool waitFor(const std::function<bool()> &condition, int withinMs = 20'000)
    {
        return QTest::qWaitFor(condition, withinMs);
    }
    [[nodiscard]] wallet::Account account() const { return wallet.accounts().first(); }

    SystemClock clock;
    wallet::SystemTimeSource time;
    QTemporaryDir folder;
    QObject context;
    wallet::WalletService wallet;
    store::Database database;
    store::ResponseCache cache;
    habibi::WalletTokenVault vault;
    QNetworkAccessManager network;
};

/// The client's service on that computer, from one start to the next.
struct Client {
    Client(Computer &computer, const QUrl &base)
        : m_computer(computer)
        , errors(computer.clock)
        , signer(computer.wallet, computer.account())
    {
        habibi::HabibiService::Dependencies dependencies;
        dependencies.network = &computer.network;
        dependencies.clock = &computer.clock;
        dependencies.cache = &computer.cache;
        dependencies.errors = &errors;
        dependencies.vault = &computer.vault;
        service = std::make_unique<habibi::HabibiService>(base, u"sandbox"_s, std::move(dependencies));
    }

    static bool waitFor(const std::function<bool()> &condition, int withinMs = 20'000)
    {
        return QTest::qWaitFor(condition, withinMs);
    }
    Result<void> signIn()
    {
        habibi::SignInScenario scenario(service->client(), service->session(), signer, ChainName::Base);
        const auto message = await([&](net::CancelToken token) { return scenario.prepare(token); }, 30'000);
        if (!message)
            return std::unexpected(message.error());
        return await([&](net::CancelToken token) { return scenario.confirm(token); }, 30'000);
    }
    void showAccount() { service->setAccount(signer.address()); }
    /// Signed in and everything loaded.
    void settle()
    {
        showAccount();
        REQUIRE(signIn());
        REQUIRE(waitFor([this] {
            return service->user().value && !service->user().loading && service->network().value
                && !service->network().loading;
        }));
    }

    Computer &m_computer;
    store::ErrorLog errors;
    habibi::WalletSigner signer;
    std::unique_ptr<habibi::HabibiService> service;
};

} // namespace majlis::test

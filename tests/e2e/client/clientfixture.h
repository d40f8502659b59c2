// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/appservices.h"
#include "tests/e2e/sandboxprocess.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace majlis::test
{

/// The whole client without its window, started and ended as often as a test wants over one data folder.
class ClientProgram
{
public:
    static constexpr auto passphrase = "correct horse battery staple";

    void start()
    {
        client::AppServices::Setup setup;
        setup.dataDir = m_folder.path();
        setup.sandboxProgram = QStringLiteral(MAJLIS_BIN_DIR "/majlis-sandbox");
        setup.kdf = wallet::KdfParameters::floor();
        m_services = std::make_unique<client::AppServices>(std::move(setup));
        m_services->start();
        REQUIRE(waitFor([this] { return m_services->wallet.state() != wallet::WalletService::State::Unknown; }));
    }
    void end() { m_services.reset(); }
    [[nodiscard]] client::AppServices &services() { return *m_services; }
    [[nodiscard]] viewmodels::RootViewModel &root() { return m_services->root; }

    void createWallet()
    {
        bool done = false;
        m_services->wallet.create(*wallet::Mnemonic::generate(12), wallet::SecretBytes(),
            wallet::SecretBytes::fromText(passphrase), &m_services->root, [&done](const wallet::Result<void> &made) {
                REQUIRE(made);
                done = true;
            });
        REQUIRE(waitFor([&] { return done; }));
    }
    void unlock()
    {
        bool done = false;
        m_services->wallet.unlock(
            wallet::SecretBytes::fromText(passphrase), &m_services->root, [&done](const wallet::Result<void> &opened) {
                REQUIRE(opened);
                done = true;
            });
        REQUIRE(waitFor([&] { return done; }));
    }
    void connectTo(const QUrl &url)
    {
        auto &connections = m_services->connections;
        connections.use(connections.add(QStringLiteral("Test platform"), url));
    }
    void signIn()
    {
        using Step = viewmodels::SignInViewModel::Step;
        auto *signIn = root().signIn();
        REQUIRE(waitFor([&] { return signIn->hasPlatform() && !signIn->accountFull().isEmpty(); }));
        signIn->begin();
        REQUIRE(waitFor([&] { return signIn->step() == Step::Review; }));
        CHECK(signIn->message().startsWith(
            QStringLiteral("Sign this message to authenticate with HABIBI Protocol\n\nNonce: ")));
        signIn->sign();
        REQUIRE(waitFor([&] { return signIn->step() == Step::SignedIn; }));
    }
    [[nodiscard]] bool showsNetwork() { return root().network()->personCount() > 10; }

    static bool waitFor(const std::function<bool()> &condition, int withinMs = 30'000)
    {
        return QTest::qWaitFor(condition, withinMs);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<client::AppServices> m_services;
};

} // namespace majlis::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/startbench.h"

#include "app/client/appservices.h"
#include "app/client/shellwindow.h"
#include "models/platforms/habibi/habibiservice.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QQuickWindow>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace majlis::client
{

using namespace std::chrono_literals;
using viewmodels::page::Id;

namespace
{

const auto programStart = std::chrono::system_clock::now();

double millisecondsSinceStart()
{
    auto begun = programStart;
    bool given = false;
    const qint64 nanoseconds = qEnvironmentVariable("MAJLIS_START_NS").toLongLong(&given);
    if (given) {
        begun = std::chrono::system_clock::time_point(
            std::chrono::duration_cast<std::chrono::system_clock::duration>(std::chrono::nanoseconds(nanoseconds)));
    }
    return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now() - begun).count();
}

/// Runs the event loop until `done` holds; false after `longest`. Only for this program's own errands.
bool waitUntil(const std::function<bool()> &done, std::chrono::milliseconds longest)
{
    QEventLoop loop;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (done()) {
            loop.quit();
        }
    });
    poll.start(10ms);
    QTimer::singleShot(longest, &loop, &QEventLoop::quit);
    if (!done()) {
        loop.exec();
    }
    return done();
}

} // namespace

StartBench::StartBench(AppServices &services, ShellWindow &window, Options::Bench page, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_window(window)
    , m_page(page)
{
    connect(window.window(), &QQuickWindow::frameSwapped, this, &StartBench::frameShown, Qt::QueuedConnection);
}

void StartBench::openWallet(AppServices &services)
{
    services.wallet.unlock(
        wallet::SecretBytes::fromText(passphrase), &services.root, [](const wallet::Result<void> &) { });
}

void StartBench::frameShown()
{
    if (!isThere()) {
        m_framePending = false;
        return;
    }
    if (!m_framePending) { // this frame may have begun before the page was there: the next one shows it
        m_framePending = true;
        m_window.window()->update();
        return;
    }
    disconnect(m_window.window(), nullptr, this, nullptr);
    std::printf("{\"page\":\"%s\",\"interactive_ms\":%.1f}\n", m_page == Options::Bench::Home ? "home" : "unlock",
        millisecondsSinceStart());
    std::fflush(stdout);
    QCoreApplication::quit();
}

bool StartBench::isThere() const
{
    auto &root = m_services.root;
    if (m_page == Options::Bench::Unlock) {
        return root.shell()->page() == Id::Unlock && m_services.wallet.state() == wallet::WalletService::State::Locked;
    }
    return root.shell()->page() == Id::Home && root.home()->balanceState()->freshness().known;
}

int prepareStartBench(AppServices &services)
{
    using State = wallet::WalletService::State;
    bool failed = false;
    services.start();
    waitUntil([&] { return services.wallet.state() != State::Unknown; }, 5s);
    auto phrase = wallet::Mnemonic::generate(12);
    if (services.wallet.state() != State::Missing || !phrase) {
        std::fprintf(stderr, "majlis: --bench-prepare needs an empty --data-dir\n");
        return 2;
    }
    services.wallet.create(std::move(*phrase), {}, wallet::SecretBytes::fromText(StartBench::passphrase),
        &services.root, [&failed](const wallet::Result<void> &made) { failed = !made; });
    services.connections.use(QString::fromLatin1(ConnectionCenter::sandboxId));
    auto *signIn = services.root.signIn();
    const bool ready = waitUntil(
        [&] {
            return failed
                || (signIn->hasPlatform() && !signIn->accountFull().isEmpty()
                    && services.connections.sandboxState() == viewmodels::ConnectionDirectory::SandboxState::Running);
        },
        120s);
    signIn->begin();
    waitUntil([&] { return signIn->step() == viewmodels::SignInViewModel::Step::Review; }, 20s);
    signIn->sign();
    const bool filled = waitUntil(
        [&] {
            return signIn->step() == viewmodels::SignInViewModel::Step::SignedIn
                && services.root.home()->balanceState()->freshness().known
                && services.root.network()->personCount() > 0;
        },
        60s);
    if (!ready || failed || !filled) {
        std::fprintf(stderr, "majlis: the sandbox did not give the data that the bench starts with\n");
        return 1;
    }
    return 0;
}

} // namespace majlis::client

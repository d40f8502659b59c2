// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/idlebench.h"

#include "app/client/appservices.h"
#include "app/client/shellwindow.h"
#include "app/client/startbench.h"

#include <QCoreApplication>
#include <QQuickWindow>

#include <cstdio>
#include <ctime>

namespace majlis::client
{

using namespace std::chrono_literals;

namespace
{

constexpr auto lookEvery = 500ms;
constexpr int calmLooksNeeded = 6;

/// Processor seconds of this process so far, all threads.
double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

IdleBench::IdleBench(AppServices &services, ShellWindow &window, std::chrono::seconds span, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_span(span)
{
    connect(window.window(), &QQuickWindow::frameSwapped, this, [this] { ++m_frames; }, Qt::QueuedConnection);
    connect(&services.wallet, &wallet::WalletService::stateChanged, this, [this] {
        if (m_services.wallet.state() == wallet::WalletService::State::Locked) {
            m_services.wallet.unlock(
                wallet::SecretBytes::fromText(StartBench::passphrase), this, [](const wallet::Result<void> &) { });
        }
    });
    connect(&m_poll, &QTimer::timeout, this, &IdleBench::look);
    m_poll.start(lookEvery);
}

void IdleBench::look()
{
    using Connection = viewmodels::ShellViewModel::Connection;
    const bool ready = m_services.root.shell()->connection() == Connection::Live
        && m_services.root.home()->balanceState()->freshness().known;
    const bool calm = ready && m_frames == m_framesBefore;
    m_framesBefore = m_frames;
    m_calmLooks = calm ? m_calmLooks + 1 : 0;
    if (m_calmLooks >= calmLooksNeeded) {
        begin();
    }
}

void IdleBench::begin()
{
    m_poll.stop();
    m_framesBefore = m_frames;
    m_cpuBefore = processorSeconds();
    m_elapsed.start();
    QTimer::singleShot(m_span, this, &IdleBench::finish);
}

void IdleBench::finish()
{
    const double seconds = static_cast<double>(m_elapsed.elapsed()) / 1'000;
    std::printf("{\"seconds\":%.1f,\"frames\":%d,\"cpu_percent_of_a_core\":%.3f}\n", seconds, m_frames - m_framesBefore,
        (processorSeconds() - m_cpuBefore) / seconds * 100);
    std::fflush(stdout);
    QCoreApplication::quit();
}

} // namespace majlis::client

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/unlockbench.h"

#include "app/client/appservices.h"
#include "app/client/shellwindow.h"
#include "app/client/startbench.h"

#include <QCoreApplication>
#include <QQuickWindow>

#include <algorithm>
#include <cstdio>

namespace majlis::client
{

using namespace std::chrono_literals;

namespace
{

constexpr auto settling = 1s; // the page's own animations end
constexpr auto resting = 3s;
constexpr std::size_t unlocks = 5;

double elapsedMs(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

UnlockBench::UnlockBench(AppServices &services, ShellWindow &window, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_window(window)
{
    connect(window.window(), &QQuickWindow::frameSwapped, this, &UnlockBench::frameShown, Qt::QueuedConnection);
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(1ms);
    connect(&m_tick, &QTimer::timeout, this, &UnlockBench::tick);
    QTimer::singleShot(settling, this, &UnlockBench::makeWallet);
}

void UnlockBench::frameShown()
{
    if (!m_measuring) {
        return;
    }
    ++m_now.frames;
    m_now.longestFrameGap = std::max(m_now.longestFrameGap, elapsedMs(m_sinceFrame));
    m_sinceFrame.start();
    m_window.window()->update();
}

void UnlockBench::tick()
{
    m_now.longestStall = std::max(m_now.longestStall, elapsedMs(m_sinceTick));
    m_sinceTick.start();
}

void UnlockBench::makeWallet()
{
    auto phrase = wallet::Mnemonic::generate(12);
    if (!phrase || m_services.wallet.state() != wallet::WalletService::State::Missing) {
        giveUp("--bench-unlock needs an empty --data-dir");
        return;
    }
    m_services.wallet.create(std::move(*phrase), {}, wallet::SecretBytes::fromText(StartBench::passphrase), this,
        [this](const wallet::Result<void> &made) {
            if (!made) {
                giveUp("the wallet was not made");
                return;
            }
            m_services.wallet.lock();
            QTimer::singleShot(settling, this, &UnlockBench::rest);
        });
}

void UnlockBench::rest()
{
    begin();
    QTimer::singleShot(resting, this, [this] {
        end(m_resting);
        unlock();
    });
}

void UnlockBench::unlock()
{
    begin();
    m_services.wallet.unlock(
        wallet::SecretBytes::fromText(StartBench::passphrase), this, [this](const wallet::Result<void> &opened) {
            m_times.push_back(elapsedMs(m_span));
            end(m_unlocking); // what the open wallet shows next is not unlocking
            m_services.wallet.lock();
            if (!opened) {
                giveUp("the wallet did not open");
            } else if (m_times.size() < unlocks) {
                QTimer::singleShot(settling, this, &UnlockBench::unlock);
            } else {
                finish();
            }
        });
}

void UnlockBench::begin()
{
    m_now = {};
    m_measuring = true;
    m_span.start();
    m_sinceFrame.start();
    m_sinceTick.start();
    m_tick.start();
    m_window.window()->update();
}

void UnlockBench::end(Figures &into)
{
    m_measuring = false;
    m_tick.stop();
    into.seconds += elapsedMs(m_span) / 1000;
    into.frames += m_now.frames;
    into.longestFrameGap = std::max({into.longestFrameGap, m_now.longestFrameGap, elapsedMs(m_sinceFrame)});
    into.longestStall = std::max({into.longestStall, m_now.longestStall, elapsedMs(m_sinceTick)});
}

void UnlockBench::finish()
{
    std::ranges::sort(m_times);
    const auto print = [](const char *name, const Figures &figures) {
        std::printf(",\"%s\":{\"frames_a_second\":%.1f,\"longest_frame_gap_ms\":%.1f,\"longest_stall_ms\":%.1f}", name,
            figures.frames / figures.seconds, figures.longestFrameGap, figures.longestStall);
    };
    const auto parameters = wallet::KdfParameters::recommended();
    std::printf("{\"passes\":%u,\"memory_mib\":%u,\"unlock_ms\":{\"least\":%.0f,\"median\":%.0f,\"most\":%.0f}",
        parameters.operations, parameters.memoryKiB / 1024, m_times.front(), m_times[m_times.size() / 2],
        m_times.back());
    print("resting", m_resting);
    print("unlocking", m_unlocking);
    std::printf("}\n");
    std::fflush(stdout);
    QCoreApplication::quit();
}

void UnlockBench::giveUp(const char *why)
{
    std::fprintf(stderr, "majlis: %s\n", why);
    QCoreApplication::exit(1);
}

} // namespace majlis::client

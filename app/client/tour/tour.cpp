// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/tour/tour.h"

#include "app/client/appservices.h"
#include "app/client/shellwindow.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QTemporaryDir>

#include <cstdio>

namespace majlis::client
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int settledFrames = 3; // a frame may have begun before a change, and layouts polish once more after it
constexpr QSize smallWindow{1280, 800};
constexpr QSize largeWindow{1920, 1080};

/// Where a checkout has the real referral networks, if it has them.
QString realNetwork()
{
    const QString shared = qEnvironmentVariable("MAJLIS_SHARED_DIR", u"../shared"_s);
    const QString file = QDir(shared).absoluteFilePath(u"data/networks/bitcoin-otc/forest.txt.xz"_s);
    return QFileInfo::exists(file) ? file : QString();
}

QStringList sandboxArguments(const Options &options)
{
    QStringList arguments{u"--limits"_s, u"0"_s};
    const QString network = options.networkFile.isEmpty() ? realNetwork() : options.networkFile;
    if (!network.isEmpty()) {
        arguments += {u"--network"_s, network};
    }
    return arguments + options.sandboxArguments;
}

} // namespace

Tour::Tour(AppServices &services, ShellWindow &shell, QString outDir, TourScript script, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_shell(shell)
    , m_outDir(std::move(outDir))
    , m_script(std::move(script))
    , m_looks{{true, smallWindow}, {true, largeWindow}, {false, largeWindow}, {false, smallWindow}}
{
    m_poll.setInterval(20ms);
    connect(&m_poll, &QTimer::timeout, this, &Tour::poll);
    connect(m_shell.window(), &QQuickWindow::frameSwapped, this, [this] { ++m_frames; });
}

void Tour::start()
{
    m_services.root.settings()->setReduceMotion(true);
    beginStep();
    m_poll.start();
}

void Tour::beginStep()
{
    m_looking = false;
    m_waited.start();
    m_script.steps[m_step].act();
}

void Tour::poll()
{
    if (m_looking) {
        if (m_frames >= settledFrames && m_shell.window()->size() == m_looks[m_look].size) {
            takePicture();
        } else {
            m_shell.window()->update();
        }
        return;
    }
    const TourStep &step = m_script.steps[m_step];
    if (step.ready()) {
        stepReady();
    } else if (m_waited.hasExpired(step.patience.count())) {
        m_failures += u"step %1 (%2) did not come true within %3 s"_s.arg(QString::number(m_step), step.name,
            QString::number(std::chrono::duration_cast<std::chrono::seconds>(step.patience).count()));
        m_poll.stop();
        Q_EMIT finished();
    }
}

void Tour::stepReady()
{
    if (m_script.steps[m_step].name.isEmpty()) {
        endStep();
        return;
    }
    m_look = 0;
    beginLook();
}

void Tour::beginLook()
{
    const Look &look = m_looks[m_look];
    m_looking = true;
    m_services.root.settings()->setThemeMode(
        look.dark ? viewmodels::theme::Mode::Dark : viewmodels::theme::Mode::Light);
    m_shell.window()->resize(look.size);
    m_frames = 0;
    m_shell.window()->update();
}

void Tour::takePicture()
{
    const Look &look = m_looks[m_look];
    const QString name = u"%1-%2-%3x%4.png"_s.arg(m_script.steps[m_step].name, look.dark ? u"dark"_s : u"light"_s,
        QString::number(look.size.width()), QString::number(look.size.height()));
    if (!m_shell.window()->grabWindow().save(QDir(m_outDir).filePath(name))) {
        m_failures += u"%1 could not be written"_s.arg(name);
    }
    if (++m_look < m_looks.size()) {
        beginLook();
    } else {
        endStep();
    }
}

void Tour::endStep()
{
    if (++m_step < m_script.steps.size()) {
        beginStep();
    } else {
        m_poll.stop();
        Q_EMIT finished();
    }
}

int runTour(const Options &options)
{
    QTemporaryDir folder;
    AppServices::Setup setup;
    setup.dataDir = folder.path();
    setup.sandboxProgram = SandboxProcess::installedProgram();
    setup.sandboxArguments = sandboxArguments(options);
    setup.kdf = wallet::KdfParameters::floor(); // a throwaway wallet
    AppServices services(std::move(setup));
    ShellWindow shell(services);
    QDir().mkpath(options.shotsDir);
    if (!shell.load(smallWindow)) {
        std::fprintf(stderr, "majlis: %s\n", qPrintable(shell.warnings().join(u'\n')));
        return 1;
    }
    Tour tour(services, shell, options.shotsDir, tourScript(services));
    QObject::connect(&tour, &Tour::finished, qApp, [] { QCoreApplication::quit(); });
    tour.start();
    QGuiApplication::exec();
    for (const QString &failure : tour.failures() + shell.warnings()) {
        std::fprintf(stderr, "majlis: %s\n", qPrintable(failure));
    }
    return tour.failures().isEmpty() && shell.warnings().isEmpty() ? 0 : 1;
}

} // namespace majlis::client

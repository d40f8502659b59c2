// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/appservices.h"
#include "app/client/hardening.h"
#include "app/client/idlebench.h"
#include "app/client/options.h"
#include "app/client/shellwindow.h"
#include "app/client/singleinstance.h"
#include "app/client/startbench.h"
#include "app/client/tour/tour.h"
#include "app/client/unlockbench.h"
#include "graph3d/scene/surfaceformat.h"
#include "viewmodels/settings/settingkeys.h"

#include <QGuiApplication>
#include <QIcon>
#include <QtQml/QQmlExtensionPlugin>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(MajlisPlugin)
Q_IMPORT_QML_PLUGIN(Majlis_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Majlis_Graph3DPlugin)

using namespace majlis::client;

namespace
{

int complain(const QString &text)
{
    std::fprintf(stderr, "majlis: %s\n", qPrintable(text));
    return 2;
}

void applyOptions(AppServices &services, const Options &options)
{
    if (!options.theme.isEmpty()) {
        services.settings.setValue(majlis::viewmodels::keys::themeMode, options.theme);
        Q_EMIT services.root.settings()->themeModeChanged();
    }
    if (!options.connectTo.isEmpty()) {
        services.connections.use(services.connections.add(options.connectTo.host(), options.connectTo));
    } else if (options.sandbox || !options.networkFile.isEmpty()) {
        services.connections.use(QString::fromLatin1(ConnectionCenter::sandboxId));
    }
}

int runClient(const Options &options)
{
    auto setup = setupFor(options);
    if (!setup) {
        return complain(setup.error());
    }
    SingleInstance instance(setup->dataDir);
    if (!instance.claim()) {
        return 0;
    }
    if (options.bench != Options::Bench::No && options.bench != Options::Bench::Unlocking) {
        setup->kdf = majlis::wallet::KdfParameters::floor(); // the bench is about the program, not about Argon2id
    }
    AppServices services(std::move(*setup));
    if (options.bench == Options::Bench::Prepare) {
        return prepareStartBench(services);
    }
    ShellWindow shell(services);
    QObject::connect(&instance, &SingleInstance::activationRequested, &shell, &ShellWindow::bringToFront);
    services.start();
    if (options.bench == Options::Bench::Home) {
        StartBench::openWallet(services);
        shell.awaitWallet(majlis::wallet::WalletService::State::Unlocked);
    }
    applyOptions(services, options);
    if (!shell.load(options.size)) {
        return complain(shell.warnings().join(QLatin1Char('\n')));
    }
    std::unique_ptr<QObject> bench;
    if (options.bench == Options::Bench::Unlocking) {
        bench = std::make_unique<UnlockBench>(services, shell);
    } else if (options.bench == Options::Bench::Idle) {
        bench = std::make_unique<IdleBench>(services, shell, std::chrono::seconds(options.benchSeconds));
    } else if (options.bench != Options::Bench::No) {
        bench = std::make_unique<StartBench>(services, shell, options.bench);
    }
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    forbidCoreFiles();
    QSurfaceFormat::setDefaultFormat(majlis::graph3d::sceneSurfaceFormat());
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("majlis"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Majlis"));
    QGuiApplication::setApplicationVersion(QStringLiteral(MAJLIS_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("majlis"));
    const auto options = Options::parse(QGuiApplication::arguments());
    if (!options && options.error().isEmpty()) {
        std::fputs(qPrintable(Options::usage()), stdout);
        return 0;
    }
    if (!options) {
        return complain(options.error());
    }
    return options->shotsDir.isEmpty() ? runClient(*options) : runTour(*options);
}

// SPDX-License-Identifier: GPL-3.0-or-later
//
// majlis-sandbox: the HABIBI platform on loopback, in a process of its own.
#include "app/sandbox/options.h"
#include "app/sandbox/parentwatch.h"
#include "app/sandbox/sandbox.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace majlis;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("majlis-sandbox"));
    const auto options = sandbox::Options::parse(QCoreApplication::arguments().mid(1));
    if (!options) {
        const bool asked = options.error().isEmpty();
        const QString text = asked ? sandbox::Options::usage() : QString(options.error() + QLatin1Char('\n'));
        std::fputs(qPrintable(text), asked ? stdout : stderr);
        return asked ? 0 : 2;
    }
    const SystemClock clock;
    const auto started = sandbox::Sandbox::start(*options, clock);
    if (!started) {
        std::fprintf(stderr, "majlis-sandbox: %s\n", qPrintable(started.error()));
        return 1;
    }
    const sandbox::ParentWatch watch(options->parentWatch);
    std::printf("%s\n", QJsonDocument((*started)->endpoints()).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

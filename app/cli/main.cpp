// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exportcommand.h"
#include "app/cli/feedcommand.h"
#include "app/cli/graphcommand.h"
#include "app/cli/layoutcommand.h"
#include "app/cli/vectorscommand.h"

#include <QCoreApplication>

#include <cstdio>
#include <vector>

namespace
{

using majlis::cli::Command;

// One line a subcommand; each lives in a file of its own.
const std::vector<Command> commands{
    majlis::cli::exportCommand(),
    {"feed", "feed URL [--channels N|a,b,...] [--seconds S] [--json]", majlis::cli::runFeed},
    majlis::cli::graphCommand(),
    majlis::cli::layoutCommand(),
    majlis::cli::vectorsCommand(),
};

int usage(std::FILE *out)
{
    std::fputs("majlis-cli: the headless parts of Majlis\n", out);
    for (const auto &command : commands)
        std::fprintf(out, "  majlis-cli %s\n", command.usage);
    return out == stdout ? majlis::cli::ok : majlis::cli::badUsage;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("majlis-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MAJLIS_VERSION));
    const auto arguments = QCoreApplication::arguments();
    const auto name = arguments.value(1).toUtf8();
    if (name == "--help" || name == "-h")
        return usage(stdout);
    if (name == "--version") {
        std::puts("majlis-cli " MAJLIS_VERSION);
        return majlis::cli::ok;
    }
    for (const auto &command : commands) {
        if (name == command.name)
            return command.run(arguments.mid(2));
    }
    return usage(stderr);
}

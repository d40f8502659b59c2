// SPDX-License-Identifier: GPL-3.0-or-later
// majlis-signer --folder DIR --kdf PASSES,KIB: holds the keys and signs intents for the client that started it, over
// its standard input and output. Not for use by hand.
#include "wallet/signerprocess/confinement.h"
#include "wallet/signerprocess/signerloop.h"
#include "wallet/signerprocess/standardstreams.h"

#include <QFile>
#include <QStringList>

#include <cstdio>

using namespace majlis::wallet;

namespace
{

constexpr int wrongUse = 64;
constexpr int notConfined = 3;

int complain(const std::string &text, int status)
{
    std::fprintf(stderr, "majlis-signer: %s\n", text.c_str());
    return status;
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QFile::decodeName(argv[i]);
    const auto costs = arguments.value(3).split(u',');
    if (arguments.size() != 4 || arguments[0] != QStringLiteral("--folder") || arguments[2] != QStringLiteral("--kdf")
        || costs.size() != 2)
        return complain("started by majlis; nothing to use by hand", wrongUse);
    const KdfParameters parameters{costs[0].toUInt(), costs[1].toUInt()};
    if (!parameters.check())
        return complain("the costs of --kdf are outside their limits", wrongUse);
    const Result<std::uint32_t> confinement = confineThisProcess(arguments[1]);
    if (!confinement)
        return complain("not confined, so not started: " + confinement.error().detail, notConfined);
    const SystemTimeSource time;
    WalletCore core(arguments[1], time, parameters);
    FrameChannel channel = standardStreams();
    return serveSigner(channel, core, *confinement);
}

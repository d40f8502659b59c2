// SPDX-License-Identifier: GPL-3.0-or-later
// save_loop FOLDER FROM [signer]: saves the numbers from FROM on under one name, and prints each when the save has
// returned; with `signer` through majlis-signer, whose process number is printed first. Ends only by being killed
// (crash_test.cpp and memory_test.cpp do that), or when a save fails.
#include "tests/unit/wallet/walletfixture.h"
#include "wallet/signerprocess/signerclient.h"
#include "wallet/walletcore.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>
#include <string>

int main(int argc, char **argv)
{
    using namespace majlis::wallet;
    const QCoreApplication application(argc, argv);
    if (argc < 3)
        return 64;
    const QString folder = QFile::decodeName(argv[1]);
    const SystemTimeSource time;
    const bool withSigner = argc == 4;
    std::unique_ptr<WalletBackend> wallet;
    if (withSigner)
        wallet = std::make_unique<SignerClient>(
            SignerClient::Setup{SignerClient::installedProgram(), folder, KdfParameters::floor()});
    else
        wallet = std::make_unique<WalletCore>(folder, time, KdfParameters::floor());
    // The passphrase comes by standard input, so that it is in no argument and no image of this program.
    SecretBytes passphrase;
    for (int c = std::getchar(); c != '\n' && c != EOF; c = std::getchar())
        passphrase.append(static_cast<std::uint8_t>(c));
    if (!wallet->perform(request::Unlock{std::move(passphrase)}).result)
        return 1;
    if (withSigner)
        std::printf("%lld\n", static_cast<long long>(static_cast<SignerClient &>(*wallet).processId()));
    for (int number = std::atoi(argv[2]);; ++number) {
        if (!wallet->perform(request::PutSecret{QStringLiteral("n"), test::secret(std::to_string(number))}).result)
            return 2;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// save_loop VAULT FROM: saves the numbers from FROM on under one name, and prints each when the save has returned.
// Ends only by being killed (crash_test.cpp does that), or when a save fails.
#include "tests/unit/wallet/walletfixture.h"

#include <cstdio>
#include <cstdlib>
#include <string>

int main(int argc, char **argv)
{
    using namespace majlis::wallet;
    if (argc != 3)
        return 64;
    Vault vault(QString::fromLocal8Bit(argv[1]), KdfParameters::floor());
    if (!vault.unlock(test::secret("p")))
        return 1;
    for (int number = std::atoi(argv[2]);; ++number) {
        if (!vault.putSecret(QStringLiteral("n"), test::secret(std::to_string(number))))
            return 2;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}

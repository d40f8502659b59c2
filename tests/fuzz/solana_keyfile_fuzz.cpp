// SPDX-License-Identifier: GPL-3.0-or-later
// Key files of the Solana command line.
#include "wallet/solana/keyfile.h"

#include <cstdlib>

using namespace majlis::wallet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto seed = solana::parseKeyFile(SecretBytes::copyOf({data, size}));
    if (!seed)
        return 0;
    const auto written = solana::writeKeyFile(*seed);
    if (!written || !(*solana::parseKeyFile(*written) == *seed))
        std::abort();
    return 0;
}

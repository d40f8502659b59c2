// SPDX-License-Identifier: GPL-3.0-or-later
// RLP: what is read is written the same, byte for byte.
#include "wallet/evm/rlp.h"

#include <algorithm>
#include <cstdlib>

using namespace majlis::wallet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView input(data, size);
    const auto item = decodeRlp(input);
    if (item && !std::ranges::equal(encodeRlp(*item), input))
        std::abort();
    return 0;
}

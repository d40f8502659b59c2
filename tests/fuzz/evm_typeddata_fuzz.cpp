// SPDX-License-Identifier: GPL-3.0-or-later
// EIP-712 as JSON, and through it the wallet's reader of JSON.
#include "wallet/evm/typeddata.h"

#include <cstdlib>

using namespace majlis::wallet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto typed = TypedData::parse(text);
    if (typed && !typed->encodedType().starts_with(typed->primaryType() + "("))
        std::abort();
    return 0;
}

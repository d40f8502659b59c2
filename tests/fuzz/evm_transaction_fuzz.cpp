// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions: what is read says the same when it is written again; a signed one has its unsigned one within.
#include "wallet/evm/transaction.h"

#include <algorithm>
#include <cstdlib>

using namespace majlis::wallet;

namespace
{

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ByteView input(data, size);
    if (const auto payload = decodeUnsignedTransaction(input))
        require(std::ranges::equal(payload->unsignedPayload(), input));
    if (const auto done = decodeTransaction(input)) {
        const auto again = decodeUnsignedTransaction(done->transaction.unsignedPayload());
        require(again && *again == done->transaction);
        require(done->hash == keccak256(input));
    }
    return 0;
}

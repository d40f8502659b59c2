// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte chooses: a request, a reply, a hello, a welcome. What is accepted has exactly this one encoding; an
// intent that comes through is reviewed for both kinds of accounts, and a refused one is not signed.
#include "wallet/intentsigner.h"
#include "wallet/signer.h"
#include "wallet/signerprocess/messagewire.h"

#include <cstdlib>

using namespace majlis::wallet;

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

const SecretBytes &key()
{
    static const SecretBytes fixed = SecretBytes::copyOf(Bytes(32, 0x11));
    return fixed;
}

void fuzzIntent(const Intent &intent)
{
    constexpr std::chrono::milliseconds now{1'795'186'245'000};
    static const Address evm = *evmAddress(key());
    static const Address solana = *solanaAddress(key());
    for (const Address &account : {evm, solana}) {
        const ReviewContext context{account, now, {}};
        const Review review = reviewOf(intent, context);
        require(!review.rows.empty() && !review.description().isEmpty());
        if (review.isRefused())
            require(!signIntent(key(), intent, context).has_value());
    }
}

void fuzzRequest(ByteView message)
{
    const auto request = wire::readRequest(message);
    if (!request)
        return;
    require(wire::writeRequest(request->number, request->request) == SecretBytes::copyOf(message));
    if (const auto *sign = std::get_if<request::Sign>(&request->request))
        fuzzIntent(sign->intent);
}

void fuzzReply(ByteView message)
{
    const auto reply = wire::readReply(message);
    if (!reply)
        return;
    const SecretBytes again = wire::writeReply(reply->number, reply->reply);
    const auto twice = wire::readReply(again.view());
    require(twice && wire::writeReply(twice->number, twice->reply) == again);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const ByteView message(data + 1, size - 1);
    switch (data[0] % 4) {
    case 0:
        fuzzRequest(message);
        break;
    case 1:
        fuzzReply(message);
        break;
    case 2:
        (void)wire::readHello(message);
        break;
    default:
        (void)wire::readWelcome(message);
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// EIP-4361: what is read is written the same, up to leading zeros of the chain; only the right domain is accepted.
#include "wallet/encoding/utf8.h"
#include "wallet/evm/siwe.h"

#include <cstdlib>

using namespace majlis::wallet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view utf8(reinterpret_cast<const char *>(data), size);
    if (!isUtf8(utf8))
        return 0;
    const auto message = SiweMessage::parse(fromUtf8(utf8));
    if (!message)
        return 0;
    const auto text = message->text();
    if (!text || SiweMessage::parse(*text) != *message)
        std::abort();
    const SiweExpectation expected{
        QStringLiteral("app.example.com"), message->nonce, message->chainId, message->address, 0};
    if (checkSiwe(*message, expected) && !text->contains(QStringLiteral("app.example.com wants you to sign in")))
        std::abort();
    return 0;
}

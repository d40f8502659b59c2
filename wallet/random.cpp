// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/random.h"

#include "wallet/crypto/sodium.h"

#include <sodium.h>

namespace majlis::wallet
{

void fillRandom(std::span<std::uint8_t> target)
{
    ensureSodium();
    if (!target.empty())
        randombytes_buf(target.data(), target.size());
}

SecretBytes randomSecret(std::size_t size)
{
    SecretBytes secret(size);
    fillRandom(secret.span());
    return secret;
}

} // namespace majlis::wallet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/kdf.h"

#include "wallet/crypto/sodium.h"

#include <sodium.h>

namespace majlis::wallet
{

Result<void> KdfParameters::check() const
{
    if (operations < floor().operations || memoryKiB < floor().memoryKiB)
        return fail(ErrorCode::WeakParameters, "key derivation below the floor");
    if (operations > ceiling().operations || memoryKiB > ceiling().memoryKiB)
        return fail(ErrorCode::ExcessiveParameters, "key derivation above the ceiling");
    return {};
}

Result<SecretBytes> deriveKey(const SecretBytes &passphrase, const ByteArray<16> &salt, KdfParameters parameters)
{
    static_assert(std::tuple_size_v<ByteArray<16>> == crypto_pwhash_SALTBYTES);
    ensureSodium();
    if (const Result<void> valid = parameters.check(); !valid)
        return std::unexpected(valid.error());
    SecretBytes key(32);
    const std::size_t memory = static_cast<std::size_t>(parameters.memoryKiB) * 1024;
    const int failed = crypto_pwhash(key.data(), key.size(), passphrase.isEmpty() ? "" : passphrase.text().data(),
        passphrase.size(), salt.data(), parameters.operations, memory, crypto_pwhash_ALG_ARGON2ID13);
    wipeStackBelow();
    if (failed != 0)
        return fail(ErrorCode::Internal, "not enough memory for Argon2id");
    return key;
}

} // namespace majlis::wallet

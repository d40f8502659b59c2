// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/crypto/aesctr.h"

#include <openssl/evp.h>

#include <memory>

namespace majlis::wallet
{

Result<SecretBytes> aes128Ctr(ByteView key, const ByteArray<16> &iv, ByteView input)
{
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    SecretBytes output(input.size());
    int written = 0;
    const bool done = context != nullptr
        && EVP_EncryptInit_ex(context.get(), EVP_aes_128_ctr(), nullptr, key.data(), iv.data()) == 1
        && EVP_EncryptUpdate(context.get(), output.data(), &written, input.data(), static_cast<int>(input.size())) == 1;
    wipeStackBelow();
    if (!done || static_cast<std::size_t>(written) != input.size())
        return fail(ErrorCode::Internal, "AES-128-CTR failed");
    return output;
}

} // namespace majlis::wallet

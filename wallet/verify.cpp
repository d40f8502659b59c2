// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/verify.h"

#include "wallet/crypto/ecdsa.h"
#include "wallet/crypto/sodium.h"

#include <sodium.h>

#include <string>

namespace majlis::wallet
{

Hash256 personalMessageHash(ByteView message)
{
    const std::string prefix = "\x19"
                               "Ethereum Signed Message:\n"
        + std::to_string(message.size());
    return keccak256({bytesOf(prefix), message});
}

Result<Address> recoverPersonalSign(ByteView message, const EvmSignature &signature)
{
    const Result<RecoverableSignature> parsed = RecoverableSignature::fromEvm(signature);
    if (!parsed)
        return std::unexpected(parsed.error());
    return recoverSigner(personalMessageHash(message), *parsed);
}

bool verifyEd25519(ByteView message, const SolanaSignature &signature, const Address &signer)
{
    ensureSodium();
    return signer.isSolana()
        && crypto_sign_verify_detached(signature.bytes.data(), message.data(), message.size(), signer.bytes().data())
        == 0;
}

bool verifyMessage(ByteView message, QStringView signature, const Address &signer)
{
    if (signer.isSolana()) {
        const Result<SolanaSignature> parsed = SolanaSignature::parse(signature);
        return parsed && verifyEd25519(message, *parsed, signer);
    }
    const Result<EvmSignature> parsed = EvmSignature::parse(signature);
    if (!parsed)
        return false;
    const Result<Address> recovered = recoverPersonalSign(message, *parsed);
    return recovered && *recovered == signer;
}

} // namespace majlis::wallet

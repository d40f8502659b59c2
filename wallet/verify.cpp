// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/verify.h"

#include "wallet/crypto/ecdsa.h"
#include "wallet/crypto/sodium.h"

#include <sodium.h>

#include <algorithm>
#include <string>

namespace majlis::wallet
{

namespace
{

Result<int> recoveryId(std::uint8_t v)
{
    if (v == 27 || v == 28)
        return v - 27;
    if (v == 0 || v == 1)
        return v;
    return fail(ErrorCode::InvalidArgument, "v is neither 27 nor 28");
}

} // namespace

Hash256 personalMessageHash(ByteView message)
{
    const std::string prefix = "\x19"
                               "Ethereum Signed Message:\n"
        + std::to_string(message.size());
    return keccak256({bytesOf(prefix), message});
}

Result<Address> recoverPersonalSign(ByteView message, const EvmSignature &signature)
{
    const Result<int> recovery = recoveryId(signature.bytes[64]);
    if (!recovery)
        return std::unexpected(recovery.error());
    RecoverableSignature parsed;
    std::copy_n(signature.bytes.begin(), parsed.bytes.size(), parsed.bytes.begin());
    parsed.parity = *recovery;
    return recoverSigner(personalMessageHash(message), parsed);
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

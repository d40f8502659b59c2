// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/verify.h"

#include "wallet/crypto/curve.h"
#include "wallet/crypto/sodium.h"

#include <secp256k1_recovery.h>
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

bool isLowS(const secp256k1_ecdsa_recoverable_signature &signature)
{
    secp256k1_ecdsa_signature plain;
    secp256k1_ecdsa_recoverable_signature_convert(curveContext(), &plain, &signature);
    return secp256k1_ecdsa_signature_normalize(curveContext(), nullptr, &plain) == 0;
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
    secp256k1_ecdsa_recoverable_signature parsed;
    if (secp256k1_ecdsa_recoverable_signature_parse_compact(curveContext(), &parsed, signature.bytes.data(), *recovery)
        == 0)
        return fail(ErrorCode::InvalidArgument, "r or s is out of range");
    if (!isLowS(parsed))
        return fail(ErrorCode::InvalidArgument, "s is in the upper half");
    secp256k1_pubkey key;
    const Hash256 hash = personalMessageHash(message);
    if (secp256k1_ecdsa_recover(curveContext(), &key, &parsed, hash.data()) == 0)
        return fail(ErrorCode::InvalidArgument, "no key made this signature");
    return evmAddressOf(key);
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

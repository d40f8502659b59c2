// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/crypto/ecdsa.h"

#include "wallet/crypto/curve.h"

#include <secp256k1_recovery.h>

#include <algorithm>

namespace majlis::wallet
{

namespace
{

bool isLowS(const secp256k1_ecdsa_recoverable_signature &signature)
{
    secp256k1_ecdsa_signature plain;
    secp256k1_ecdsa_recoverable_signature_convert(curveContext(), &plain, &signature);
    return secp256k1_ecdsa_signature_normalize(curveContext(), nullptr, &plain) == 0;
}

} // namespace

Result<RecoverableSignature> RecoverableSignature::fromEvm(const EvmSignature &signature)
{
    const std::uint8_t v = signature.bytes[64];
    if (v != 0 && v != 1 && v != 27 && v != 28)
        return fail(ErrorCode::InvalidArgument, "v is neither 27 nor 28");
    RecoverableSignature parsed;
    std::copy_n(signature.bytes.begin(), parsed.bytes.size(), parsed.bytes.begin());
    parsed.parity = v % 27;
    return parsed;
}

EvmSignature RecoverableSignature::toEvm() const
{
    EvmSignature signature;
    std::copy(bytes.begin(), bytes.end(), signature.bytes.begin());
    signature.bytes[64] = static_cast<std::uint8_t>(27 + parity);
    return signature;
}

Result<RecoverableSignature> signDigest(const SecretBytes &privateKey, const Hash256 &digest)
{
    if (privateKey.size() != 32 || secp256k1_ec_seckey_verify(curveContext(), privateKey.data()) == 0)
        return fail(ErrorCode::InvalidArgument, "not a secp256k1 private key");
    secp256k1_ecdsa_recoverable_signature made;
    if (secp256k1_ecdsa_sign_recoverable(curveContext(), &made, digest.data(), privateKey.data(), nullptr, nullptr)
        == 0)
        return fail(ErrorCode::Internal, "signing failed");
    RecoverableSignature signature;
    secp256k1_ecdsa_recoverable_signature_serialize_compact(
        curveContext(), signature.bytes.data(), &signature.parity, &made);
    // A recovery id of 2 or 3 (r above the group order) has a chance of 2^-127 and no place in Ethereum's formats.
    if (signature.parity > 1)
        return fail(ErrorCode::Internal, "signature without a parity of 0 or 1");
    return signature;
}

Result<Address> recoverSigner(const Hash256 &digest, const RecoverableSignature &signature)
{
    if (signature.parity != 0 && signature.parity != 1)
        return fail(ErrorCode::InvalidArgument, "the parity is neither 0 nor 1");
    secp256k1_ecdsa_recoverable_signature parsed;
    if (secp256k1_ecdsa_recoverable_signature_parse_compact(
            curveContext(), &parsed, signature.bytes.data(), signature.parity)
        == 0)
        return fail(ErrorCode::InvalidArgument, "r or s is out of range");
    if (!isLowS(parsed))
        return fail(ErrorCode::InvalidArgument, "s is in the upper half");
    secp256k1_pubkey key;
    if (secp256k1_ecdsa_recover(curveContext(), &key, &parsed, digest.data()) == 0)
        return fail(ErrorCode::InvalidArgument, "no key made this signature");
    return evmAddressOf(key);
}

} // namespace majlis::wallet

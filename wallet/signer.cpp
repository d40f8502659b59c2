// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signer.h"

#include "wallet/crypto/curve.h"
#include "wallet/crypto/sodium.h"
#include "wallet/verify.h"

#include <secp256k1_recovery.h>
#include <sodium.h>

namespace majlis::wallet
{

namespace
{

Result<void> checkKey(const SecretBytes &privateKey)
{
    if (privateKey.size() != 32 || secp256k1_ec_seckey_verify(curveContext(), privateKey.data()) == 0)
        return fail(ErrorCode::InvalidArgument, "not a secp256k1 private key");
    return {};
}

struct Ed25519Pair {
    ByteArray<crypto_sign_PUBLICKEYBYTES> publicKey{};
    SecretBytes secretKey{crypto_sign_SECRETKEYBYTES};
};

Result<Ed25519Pair> expand(const SecretBytes &seed)
{
    ensureSodium();
    if (seed.size() != crypto_sign_SEEDBYTES)
        return fail(ErrorCode::InvalidArgument, "an Ed25519 seed has 32 bytes");
    Ed25519Pair pair;
    crypto_sign_seed_keypair(pair.publicKey.data(), pair.secretKey.data(), seed.data());
    return pair;
}

} // namespace

Result<Address> evmAddress(const SecretBytes &privateKey)
{
    if (const Result<void> valid = checkKey(privateKey); !valid)
        return std::unexpected(valid.error());
    secp256k1_pubkey key;
    if (secp256k1_ec_pubkey_create(curveContext(), &key, privateKey.data()) == 0)
        return fail(ErrorCode::Internal, "no public key");
    return evmAddressOf(key);
}

Result<Address> solanaAddress(const SecretBytes &seed)
{
    const Result<Ed25519Pair> pair = expand(seed);
    if (!pair)
        return std::unexpected(pair.error());
    return Address::solana(pair->publicKey);
}

Result<EvmSignature> personalSign(const SecretBytes &privateKey, ByteView message)
{
    if (const Result<void> valid = checkKey(privateKey); !valid)
        return std::unexpected(valid.error());
    const Hash256 hash = personalMessageHash(message);
    secp256k1_ecdsa_recoverable_signature made;
    if (secp256k1_ecdsa_sign_recoverable(curveContext(), &made, hash.data(), privateKey.data(), nullptr, nullptr) == 0)
        return fail(ErrorCode::Internal, "signing failed");
    EvmSignature signature;
    int recovery = 0;
    secp256k1_ecdsa_recoverable_signature_serialize_compact(curveContext(), signature.bytes.data(), &recovery, &made);
    // A recovery id of 2 or 3 (r above the group order) has a chance of 2^-127 and no place in personal_sign.
    if (recovery > 1)
        return fail(ErrorCode::Internal, "signature without a v of 27 or 28");
    signature.bytes[64] = static_cast<std::uint8_t>(27 + recovery);
    return signature;
}

Result<SolanaSignature> signEd25519(const SecretBytes &seed, ByteView message)
{
    const Result<Ed25519Pair> pair = expand(seed);
    if (!pair)
        return std::unexpected(pair.error());
    SolanaSignature signature;
    crypto_sign_detached(signature.bytes.data(), nullptr, message.data(), message.size(), pair->secretKey.data());
    return signature;
}

} // namespace majlis::wallet

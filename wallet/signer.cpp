// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/signer.h"

#include "wallet/crypto/curve.h"
#include "wallet/crypto/ecdsa.h"
#include "wallet/crypto/sodium.h"
#include "wallet/verify.h"

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
    const Result<RecoverableSignature> signature = signDigest(privateKey, personalMessageHash(message));
    if (!signature)
        return std::unexpected(signature.error());
    return signature->toEvm();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/crypto/curve.h"

#include "wallet/encoding/keccak.h"
#include "wallet/random.h"

#include <QtGlobal>

#include <algorithm>

namespace majlis::wallet
{

namespace
{

const secp256k1_context *createContext()
{
    secp256k1_context *context = secp256k1_context_create(SECP256K1_CONTEXT_NONE);
    ByteArray<32> seed = randomArray<32>();
    if (secp256k1_context_randomize(context, seed.data()) == 0)
        qFatal("libsecp256k1 could not be initialised");
    wipe(seed);
    return context;
}

} // namespace

const secp256k1_context *curveContext()
{
    static const secp256k1_context *const context = createContext();
    return context;
}

Address evmAddressOf(const secp256k1_pubkey &key)
{
    ByteArray<65> serialised{};
    std::size_t size = serialised.size();
    secp256k1_ec_pubkey_serialize(curveContext(), serialised.data(), &size, &key, SECP256K1_EC_UNCOMPRESSED);
    const Hash256 hash = keccak256(ByteView(serialised).subspan(1));
    ByteArray<20> address{};
    std::copy(hash.begin() + 12, hash.end(), address.begin());
    return Address::evm(address);
}

} // namespace majlis::wallet

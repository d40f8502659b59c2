// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/publickey.h"

#include "wallet/crypto/sodium.h"
#include "wallet/encoding/base58.h"

#include <QtGlobal>

#include <sodium.h>

namespace majlis::wallet::solana
{

namespace
{

Result<ByteArray<32>> bytes32(QStringView text, const char *what)
{
    // 32 bytes are 32 (all zero) to 44 letters.
    if (text.size() < 32 || text.size() > 44)
        return fail(ErrorCode::InvalidArgument, std::string(what) + " has 32 to 44 base58 letters");
    const Result<Bytes> bytes = fromBase58(text);
    if (!bytes)
        return fail(ErrorCode::InvalidArgument, std::string(what) + ": " + bytes.error().detail);
    ByteArray<32> raw{};
    if (bytes->size() != raw.size())
        return fail(ErrorCode::InvalidArgument, std::string(what) + " has 32 bytes");
    std::copy(bytes->begin(), bytes->end(), raw.begin());
    return raw;
}

// RFC 8032, 5.1.3: y must be below 2^255 - 19, and x = 0 (y of 1 or -1) has no negative.
bool isCanonical(const ByteArray<32> &bytes)
{
    const bool negative = (bytes[31] & 0x80U) != 0;
    const auto middleIs = [&bytes](std::uint8_t value) {
        return std::all_of(bytes.begin() + 1, bytes.end() - 1, [value](std::uint8_t byte) { return byte == value; });
    };
    const auto top = static_cast<std::uint8_t>(bytes[31] & 0x7FU);
    if (top == 0x7F && middleIs(0xFF))
        return bytes[0] < 0xEC || (bytes[0] == 0xEC && !negative);
    return !(negative && top == 0 && bytes[0] == 1 && middleIs(0));
}

} // namespace

Result<PublicKey> PublicKey::parse(QStringView text)
{
    const auto raw = bytes32(text, "a Solana address");
    if (!raw)
        return std::unexpected(raw.error());
    return PublicKey{*raw};
}

PublicKey PublicKey::known(QStringView text)
{
    const Result<PublicKey> key = parse(text);
    if (!key)
        qFatal("an address in this program is wrong");
    return *key;
}

Result<PublicKey> PublicKey::of(const Address &address)
{
    if (!address.isSolana())
        return fail(ErrorCode::InvalidArgument, "not a Solana address");
    PublicKey key;
    std::copy_n(address.bytes().begin(), key.bytes.size(), key.bytes.begin());
    return key;
}

QString PublicKey::text() const
{
    return toBase58(bytes);
}

bool PublicKey::isOnCurve() const
{
    ensureSodium();
    // crypto_core_ed25519_is_valid_point() also asks for the prime-order subgroup, which is another question. Addition
    // decompresses both points and refuses only what is not on the curve. The other one is y = 1: the neutral element.
    ByteArray<crypto_core_ed25519_BYTES> neutral{1};
    ByteArray<crypto_core_ed25519_BYTES> sum{};
    return crypto_core_ed25519_add(sum.data(), bytes.data(), neutral.data()) == 0;
}

bool PublicKey::canBeWallet() const
{
    return isCanonical(bytes) && isOnCurve();
}

Result<Blockhash> Blockhash::parse(QStringView text)
{
    const auto raw = bytes32(text, "a blockhash");
    if (!raw)
        return std::unexpected(raw.error());
    return Blockhash{*raw};
}

QString Blockhash::text() const
{
    return toBase58(bytes);
}

} // namespace majlis::wallet::solana

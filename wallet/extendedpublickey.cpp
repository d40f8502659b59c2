// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/extendedpublickey.h"

#include "wallet/crypto/curve.h"
#include "wallet/crypto/hmac.h"
#include "wallet/crypto/sodium.h"
#include "wallet/encoding/base58.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <algorithm>

namespace majlis::wallet
{

namespace
{

constexpr ByteArray<4> version = {0x04, 0x88, 0xB2, 0x1E};
constexpr std::size_t payloadSize = 78;

ByteArray<32> sha256(ByteView bytes)
{
    ensureSodium();
    ByteArray<32> digest{};
    crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
    return digest;
}

ByteArray<32> doubleSha256(ByteView bytes)
{
    return sha256(sha256(bytes));
}

std::uint32_t bigEndian(ByteView bytes)
{
    std::uint32_t number = 0;
    for (const std::uint8_t byte : bytes)
        number = number << 8U | byte;
    return number;
}

ByteArray<4> bigEndian(std::uint32_t number)
{
    return {static_cast<std::uint8_t>(number >> 24U), static_cast<std::uint8_t>(number >> 16U),
        static_cast<std::uint8_t>(number >> 8U), static_cast<std::uint8_t>(number)};
}

ByteArray<33> compressed(const secp256k1_pubkey &point)
{
    ByteArray<33> bytes{};
    std::size_t size = bytes.size();
    secp256k1_ec_pubkey_serialize(curveContext(), bytes.data(), &size, &point, SECP256K1_EC_COMPRESSED);
    return bytes;
}

std::unexpected<Error> notOne(const char *why)
{
    return fail(ErrorCode::InvalidArgument, std::string("extended key: ") + why);
}

} // namespace

Result<ExtendedPublicKey> ExtendedPublicKey::of(const ExtendedKey &node)
{
    secp256k1_pubkey point;
    if (secp256k1_ec_pubkey_create(curveContext(), &point, node.key.data()) == 0)
        return fail(ErrorCode::Internal, "invalid private key");
    ExtendedPublicKey made;
    made.m_key = compressed(point);
    std::copy_n(node.chainCode.view().begin(), made.m_chainCode.size(), made.m_chainCode.begin());
    return made;
}

Result<ExtendedPublicKey> ExtendedPublicKey::derive(const SecretBytes &seed, const DerivationPath &path)
{
    const Result<ExtendedKey> node = deriveBip32(seed, path);
    if (!node)
        return std::unexpected(node.error());
    Result<ExtendedPublicKey> made = of(*node);
    if (!made || path.steps.empty())
        return made;
    DerivationPath above = path;
    above.steps.pop_back();
    const Result<ExtendedKey> parentNode = deriveBip32(seed, above);
    if (!parentNode)
        return std::unexpected(parentNode.error());
    const Result<ExtendedPublicKey> parent = of(*parentNode);
    if (!parent)
        return parent;
    const Result<ByteArray<4>> fingerprint = parent->fingerprint();
    if (!fingerprint)
        return std::unexpected(fingerprint.error());
    made->m_parent = *fingerprint;
    made->m_depth = static_cast<std::uint8_t>(path.steps.size()); // at most 255: DerivationPath
    made->m_step = path.steps.back();
    return made;
}

Result<ExtendedPublicKey> ExtendedPublicKey::parse(QStringView xpub)
{
    if (xpub.size() > 120)
        return notOne("too long");
    const Result<Bytes> bytes = fromBase58(xpub);
    if (!bytes || bytes->size() != payloadSize + 4)
        return notOne("not base58 of 82 bytes");
    const ByteView payload = ByteView(*bytes).first(payloadSize);
    const ByteArray<32> checksum = doubleSha256(payload);
    if (!std::equal(checksum.begin(), checksum.begin() + 4, bytes->begin() + payloadSize))
        return notOne("the checksum does not match");
    if (!std::ranges::equal(payload.first(4), version))
        return notOne("not a public key of the main network");
    ExtendedPublicKey read;
    read.m_depth = payload[4];
    std::copy_n(payload.begin() + 5, 4, read.m_parent.begin());
    read.m_step = bigEndian(payload.subspan(9, 4));
    std::copy_n(payload.begin() + 13, 32, read.m_chainCode.begin());
    std::copy_n(payload.begin() + 45, 33, read.m_key.begin());
    if (read.m_depth == 0 && (read.m_step != 0 || read.m_parent != ByteArray<4>{}))
        return notOne("a master key has no parent");
    secp256k1_pubkey point;
    if (secp256k1_ec_pubkey_parse(curveContext(), &point, read.m_key.data(), read.m_key.size()) == 0)
        return notOne("not a point of the curve");
    return read;
}

QString ExtendedPublicKey::text() const
{
    Bytes bytes(version.begin(), version.end());
    bytes.reserve(payloadSize + 4);
    bytes.push_back(m_depth);
    const auto append = [&bytes](ByteView more) { bytes.insert(bytes.end(), more.begin(), more.end()); };
    append(m_parent);
    append(bigEndian(m_step));
    append(m_chainCode);
    append(m_key);
    const ByteArray<32> checksum = doubleSha256(bytes);
    append(ByteView(checksum).first(4));
    return toBase58(bytes);
}

Result<ExtendedPublicKey> ExtendedPublicKey::child(std::uint32_t step) const
{
    if ((step & DerivationPath::hardened) != 0)
        return notOne("a hardened step needs the private key");
    if (m_depth == 255)
        return notOne("too deep");
    Bytes data(m_key.begin(), m_key.end());
    const ByteArray<4> number = bigEndian(step);
    data.insert(data.end(), number.begin(), number.end());
    const Result<SecretBytes> digest = hmacSha512(m_chainCode, data);
    const Result<ByteArray<4>> parent = fingerprint();
    if (!digest || !parent)
        return fail(ErrorCode::Internal, "a hash failed");
    secp256k1_pubkey point;
    if (secp256k1_ec_pubkey_parse(curveContext(), &point, m_key.data(), m_key.size()) == 0
        || secp256k1_ec_pubkey_tweak_add(curveContext(), &point, digest->data()) == 0)
        return fail(ErrorCode::Internal, "this index has no key; take the next one");
    ExtendedPublicKey made;
    made.m_depth = static_cast<std::uint8_t>(m_depth + 1);
    made.m_parent = *parent;
    made.m_step = step;
    std::copy_n(digest->view().begin() + 32, 32, made.m_chainCode.begin());
    made.m_key = compressed(point);
    return made;
}

Address ExtendedPublicKey::evmAddress() const
{
    secp256k1_pubkey point;
    const int good = secp256k1_ec_pubkey_parse(curveContext(), &point, m_key.data(), m_key.size());
    Q_ASSERT(good == 1); // derive(), parse() and child() make no other
    static_cast<void>(good);
    return evmAddressOf(point);
}

// The first bytes of RIPEMD-160(SHA-256(key)).
Result<ByteArray<4>> ExtendedPublicKey::fingerprint() const
{
    const ByteArray<32> inner = sha256(m_key);
    ByteArray<20> digest{};
    unsigned int size = 0;
    if (EVP_Digest(inner.data(), inner.size(), digest.data(), &size, EVP_ripemd160(), nullptr) != 1
        || size != digest.size())
        return fail(ErrorCode::Internal, "this OpenSSL has no RIPEMD-160");
    return ByteArray<4>{digest[0], digest[1], digest[2], digest[3]};
}

} // namespace majlis::wallet

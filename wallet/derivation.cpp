// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/derivation.h"

#include "wallet/crypto/curve.h"
#include "wallet/crypto/hmac.h"

#include <secp256k1.h>

#include <QList>

#include <string_view>

namespace majlis::wallet
{

namespace
{

constexpr std::size_t mostSteps = 255;
constexpr std::size_t keySize = 32;

bool isHardened(std::uint32_t step)
{
    return (step & DerivationPath::hardened) != 0;
}

// Left half: key; right half: chain code.
ExtendedKey split(const SecretBytes &digest)
{
    return {SecretBytes::copyOf(digest.view().first(keySize)), SecretBytes::copyOf(digest.view().subspan(keySize))};
}

Result<ExtendedKey> masterKey(const SecretBytes &seed, std::string_view curveName)
{
    if (seed.size() < 16 || seed.size() > 64)
        return fail(ErrorCode::InvalidArgument, "a seed has 16 to 64 bytes");
    const Result<SecretBytes> digest = hmacSha512(bytesOf(curveName), seed.view());
    if (!digest)
        return std::unexpected(digest.error());
    return split(*digest);
}

void appendBigEndian(SecretBytes &data, std::uint32_t number)
{
    for (unsigned shift = 32; shift > 0; shift -= 8)
        data.append(static_cast<std::uint8_t>(number >> (shift - 8)));
}

// 0x00 ‖ key ‖ step: what a hardened child of either curve is made from.
SecretBytes hardenedData(const ExtendedKey &parent, std::uint32_t step)
{
    SecretBytes data(1);
    data.append(parent.key.view());
    appendBigEndian(data, step);
    return data;
}

Result<SecretBytes> publicData(const ExtendedKey &parent, std::uint32_t step)
{
    secp256k1_pubkey key;
    if (secp256k1_ec_pubkey_create(curveContext(), &key, parent.key.data()) == 0)
        return fail(ErrorCode::Internal, "invalid private key");
    ByteArray<33> compressed{};
    std::size_t size = compressed.size();
    secp256k1_ec_pubkey_serialize(curveContext(), compressed.data(), &size, &key, SECP256K1_EC_COMPRESSED);
    SecretBytes data = SecretBytes::copyOf(compressed);
    appendBigEndian(data, step);
    return data;
}

Result<ExtendedKey> bip32Child(const ExtendedKey &parent, std::uint32_t step)
{
    const Result<SecretBytes> data = isHardened(step) ? hardenedData(parent, step) : publicData(parent, step);
    if (!data)
        return std::unexpected(data.error());
    const Result<SecretBytes> digest = hmacSha512(parent.chainCode.view(), data->view());
    if (!digest)
        return std::unexpected(digest.error());
    ExtendedKey child = split(*digest);
    const SecretBytes tweak = std::move(child.key);
    child.key = parent.key.clone();
    if (secp256k1_ec_seckey_tweak_add(curveContext(), child.key.data(), tweak.data()) == 0)
        return fail(ErrorCode::Internal, "this index has no key; take the next one");
    return child;
}

Result<ExtendedKey> slip10Child(const ExtendedKey &parent, std::uint32_t step)
{
    if (!isHardened(step))
        return fail(ErrorCode::InvalidArgument, "Ed25519 has hardened steps only");
    const Result<SecretBytes> digest = hmacSha512(parent.chainCode.view(), hardenedData(parent, step).view());
    if (!digest)
        return std::unexpected(digest.error());
    return split(*digest);
}

Result<std::uint32_t> parseStep(QStringView text)
{
    const bool hard = text.endsWith(u'\'');
    const QStringView digits = hard ? text.chopped(1) : text;
    if (digits.isEmpty())
        return fail(ErrorCode::InvalidArgument, "a step is a number below 2^31");
    std::uint64_t number = 0;
    for (const QChar digit : digits) {
        if (digit < u'0' || digit > u'9')
            return fail(ErrorCode::InvalidArgument, "a step is a number below 2^31");
        number = number * 10 + static_cast<std::uint64_t>(digit.unicode() - u'0');
        if (number >= DerivationPath::hardened)
            return fail(ErrorCode::InvalidArgument, "a step is a number below 2^31");
    }
    return static_cast<std::uint32_t>(number) | (hard ? DerivationPath::hardened : 0U);
}

} // namespace

DerivationPath DerivationPath::evmAccount(std::uint32_t index)
{
    return {{44 | hardened, 60 | hardened, 0 | hardened, 0, index}};
}

DerivationPath DerivationPath::solanaAccount(std::uint32_t index)
{
    return {{44 | hardened, 501 | hardened, index | hardened, 0 | hardened}};
}

Result<DerivationPath> DerivationPath::parse(QStringView text)
{
    const QList<QStringView> parts = text.split(u'/');
    if (parts.first() != u"m" || static_cast<std::size_t>(parts.size()) > mostSteps + 1)
        return fail(ErrorCode::InvalidArgument, "a path begins with m and has at most 255 steps");
    DerivationPath path;
    for (const QStringView part : parts.sliced(1)) {
        const Result<std::uint32_t> step = parseStep(part);
        if (!step)
            return std::unexpected(step.error());
        path.steps.push_back(*step);
    }
    return path;
}

QString DerivationPath::text() const
{
    QString text = QStringLiteral("m");
    for (const std::uint32_t step : steps) {
        text += u'/' + QString::number(step & ~hardened);
        if (isHardened(step))
            text += u'\'';
    }
    return text;
}

Result<ExtendedKey> deriveBip32(const SecretBytes &seed, const DerivationPath &path)
{
    Result<ExtendedKey> node = masterKey(seed, "Bitcoin seed");
    if (node && secp256k1_ec_seckey_verify(curveContext(), node->key.data()) == 0)
        return fail(ErrorCode::Internal, "this seed has no master key");
    for (auto step = path.steps.begin(); node && step != path.steps.end(); ++step)
        node = bip32Child(*node, *step);
    return node;
}

Result<ExtendedKey> deriveSlip10Ed25519(const SecretBytes &seed, const DerivationPath &path)
{
    Result<ExtendedKey> node = masterKey(seed, "ed25519 seed");
    for (auto step = path.steps.begin(); node && step != path.steps.end(); ++step)
        node = slip10Child(*node, *step);
    return node;
}

} // namespace majlis::wallet

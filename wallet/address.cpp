// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/address.h"

#include "wallet/encoding/base58.h"
#include "wallet/encoding/hex.h"
#include "wallet/encoding/keccak.h"

#include <algorithm>

namespace majlis::wallet
{

namespace
{

constexpr qsizetype evmTextLength = 42;

// EIP-55: a letter is upper case when its digit of keccak256(lower-case digits) is 8 or more.
QString checksummed(const QString &lowerDigits)
{
    const QByteArray latin = lowerDigits.toLatin1();
    const Hash256 hash = keccak256(ByteView(reinterpret_cast<const std::uint8_t *>(latin.constData()), 40));
    QString text = QStringLiteral("0x");
    for (qsizetype i = 0; i < lowerDigits.size(); ++i) {
        const unsigned digit = hash[static_cast<std::size_t>(i / 2)] >> (i % 2 == 0 ? 4U : 0U);
        text += (digit & 0x08U) != 0 ? lowerDigits[i].toUpper() : lowerDigits[i];
    }
    return text;
}

Result<Address> parseEvm(QStringView text)
{
    if (text.size() != evmTextLength)
        return fail(ErrorCode::InvalidArgument, "an EVM address has 40 hex digits");
    const Result<Bytes> bytes = fromHex(text);
    if (!bytes)
        return std::unexpected(bytes.error());
    ByteArray<20> raw{};
    std::copy(bytes->begin(), bytes->end(), raw.begin());
    const Address address = Address::evm(raw);
    const QStringView digits = text.sliced(2);
    const bool hasLower = std::any_of(digits.begin(), digits.end(), [](QChar c) { return c.isLower(); });
    const bool hasUpper = std::any_of(digits.begin(), digits.end(), [](QChar c) { return c.isUpper(); });
    if (hasLower && hasUpper && address.text() != text)
        return fail(ErrorCode::InvalidArgument, "the address's checksum (EIP-55) does not match");
    return address;
}

Result<Address> parseSolana(QStringView text)
{
    if (text.size() < 32 || text.size() > 44)
        return fail(ErrorCode::InvalidArgument, "a Solana address has 32 to 44 letters");
    const Result<Bytes> bytes = fromBase58(text);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (bytes->size() != 32)
        return fail(ErrorCode::InvalidArgument, "a Solana address has 32 bytes");
    ByteArray<32> raw{};
    std::copy(bytes->begin(), bytes->end(), raw.begin());
    return Address::solana(raw);
}

} // namespace

Result<Address> Address::parse(QStringView text)
{
    return text.startsWith(u"0x") ? parseEvm(text) : parseSolana(text);
}

Address Address::evm(const ByteArray<20> &bytes)
{
    Address address;
    address.m_family = AddressFamily::Evm;
    std::copy(bytes.begin(), bytes.end(), address.m_bytes.begin());
    return address;
}

Address Address::solana(const ByteArray<32> &publicKey)
{
    Address address;
    address.m_family = AddressFamily::Solana;
    address.m_bytes = publicKey;
    return address;
}

QString Address::text() const
{
    return isEvm() ? checksummed(toPlainHex(bytes())) : toBase58(bytes());
}

} // namespace majlis::wallet

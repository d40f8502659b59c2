// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/address.h"

#include "wallet/encoding/base58.h"
#include "wallet/encoding/hex.h"
#include "wallet/encoding/keccak.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace majlis::wallet
{

namespace
{

constexpr qsizetype evmTextLength = 42;

using EvmDigits = std::array<char, 40>;

// EIP-55: a letter is upper case when its digit of keccak256(lower-case digits) is 8 or more.
EvmDigits checksummed(ByteView address)
{
    static constexpr std::string_view letters = "0123456789abcdef";
    EvmDigits digits;
    for (std::size_t i = 0; i < digits.size(); ++i)
        digits[i] = letters[(address[i / 2] >> (i % 2 == 0 ? 4U : 0U)) & 0x0FU];
    const Hash256 hash = keccak256(bytesOf(std::string_view(digits.data(), digits.size())));
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const unsigned judge = hash[i / 2] >> (i % 2 == 0 ? 4U : 0U);
        if ((judge & 0x08U) != 0 && digits[i] >= 'a')
            digits[i] = static_cast<char>(digits[i] - 'a' + 'A');
    }
    return digits;
}

bool isEqual(const EvmDigits &digits, QStringView text)
{
    return std::equal(digits.begin(), digits.end(), text.begin(), text.end(),
        [](char digit, QChar letter) { return letter == QLatin1Char(digit); });
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
    const bool hasLower = std::any_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'a'; });
    const bool hasUpper = std::any_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'A' && c < u'a'; });
    if (hasLower && hasUpper && !isEqual(checksummed(address.bytes()), digits))
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
    if (isSolana())
        return toBase58(bytes());
    const EvmDigits digits = checksummed(bytes());
    return QStringLiteral("0x") + QLatin1StringView(digits.data(), static_cast<qsizetype>(digits.size()));
}

} // namespace majlis::wallet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/uint256.h"

#include "wallet/encoding/hex.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <bit>

namespace majlis::wallet
{

namespace
{

// Wide enough for the product of two of them, so that what does not fit is seen before it is cut.
using Wide = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<512, 512,
    boost::multiprecision::unsigned_magnitude, boost::multiprecision::unchecked, void>>;
using Limbs = std::array<std::uint64_t, 4>;

constexpr qsizetype mostDecimalDigits = 78;

Wide widened(const Uint256 &number)
{
    Wide wide;
    boost::multiprecision::import_bits(wide, number.limbs().begin(), number.limbs().end(), 64, false);
    return wide;
}

Limbs lowLimbs(const Wide &wide)
{
    static const Wide mask = Wide(UINT64_MAX);
    Limbs limbs{};
    for (std::size_t i = 0; i < limbs.size(); ++i)
        limbs[i] = static_cast<std::uint64_t>(Wide((wide >> (64 * i)) & mask));
    return limbs;
}

bool isTooWide(const Wide &wide)
{
    return wide != 0 && boost::multiprecision::msb(wide) >= 256;
}

Result<Limbs> narrowed(const Wide &wide)
{
    if (isTooWide(wide))
        return fail(ErrorCode::InvalidArgument, "a number above 2^256 - 1");
    return lowLimbs(wide);
}

bool areDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// Digits that areDigits() has seen, at most mostDecimalDigits of them.
Wide readDigits(QStringView digits)
{
    Wide number = 0;
    while (!digits.isEmpty()) {
        const qsizetype taken = std::min<qsizetype>(digits.size(), 18);
        std::uint64_t part = 0;
        std::uint64_t scale = 1;
        for (const QChar digit : digits.first(taken)) {
            part = part * 10 + static_cast<std::uint64_t>(digit.unicode() - u'0');
            scale *= 10;
        }
        number = number * scale + part;
        digits = digits.sliced(taken);
    }
    return number;
}

} // namespace

Uint256 Uint256::max()
{
    return Uint256(Limbs{UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX});
}

Uint256 Uint256::powerOfTwo(unsigned exponent)
{
    Limbs limbs{};
    limbs[exponent / 64] = std::uint64_t{1} << (exponent % 64);
    return Uint256(limbs);
}

Uint256 Uint256::powerOfTen(unsigned exponent)
{
    return Uint256(lowLimbs(boost::multiprecision::pow(Wide(10), exponent)));
}

Result<Uint256> Uint256::fromDecimal(QStringView text)
{
    if (text.isEmpty() || !areDigits(text) || (text.size() > 1 && text.front() == u'0'))
        return fail(ErrorCode::InvalidArgument, "not a decimal number without leading zeros");
    if (text.size() > mostDecimalDigits)
        return fail(ErrorCode::InvalidArgument, "a number above 2^256 - 1");
    const Result<Limbs> limbs = narrowed(readDigits(text));
    if (!limbs)
        return std::unexpected(limbs.error());
    return Uint256(*limbs);
}

Result<Uint256> Uint256::fromHex(QStringView text)
{
    if (!text.startsWith(u"0x") || text.size() < 3 || text.size() > 66)
        return fail(ErrorCode::InvalidArgument, "not 0x and 1 to 64 hex digits");
    const QString even = (text.size() % 2 != 0 ? QStringLiteral("0") : QString()) + text.sliced(2).toString();
    const Result<Bytes> bytes = fromPlainHex(even);
    if (!bytes)
        return std::unexpected(bytes.error());
    return fromBigEndian(*bytes);
}

Result<Uint256> Uint256::fromQuantity(QStringView text)
{
    if (text.size() > 3 && text[2] == u'0')
        return fail(ErrorCode::InvalidArgument, "a quantity with leading zeros");
    return fromHex(text);
}

Result<Uint256> Uint256::fromBigEndian(ByteView bytes)
{
    if (bytes.size() > 32)
        return fail(ErrorCode::InvalidArgument, "a number of more than 32 bytes");
    Limbs limbs{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::size_t place = bytes.size() - 1 - i;
        limbs[place / 8] |= static_cast<std::uint64_t>(bytes[i]) << (8 * (place % 8));
    }
    return Uint256(limbs);
}

Result<Uint256> Uint256::fromUnits(QStringView text, unsigned decimals)
{
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView places = point < 0 ? QStringView() : text.sliced(point + 1);
    const bool wholeIsRight = !whole.isEmpty() && areDigits(whole) && (whole.size() == 1 || whole.front() != u'0');
    if (!wholeIsRight || (point >= 0 && places.isEmpty()) || !areDigits(places))
        return fail(ErrorCode::InvalidArgument, "not a decimal amount");
    if (places.size() > static_cast<qsizetype>(decimals))
        return fail(ErrorCode::InvalidArgument, "more places than the token has");
    if (whole.size() + static_cast<qsizetype>(decimals) > mostDecimalDigits + 1)
        return fail(ErrorCode::InvalidArgument, "a number above 2^256 - 1");
    const QString zeros(static_cast<qsizetype>(decimals) - places.size(), u'0');
    const QString digits = whole.toString() + places.toString() + zeros;
    const Result<Limbs> limbs = narrowed(readDigits(digits));
    if (!limbs)
        return std::unexpected(limbs.error());
    return Uint256(*limbs);
}

QString Uint256::toDecimal() const
{
    if (const std::optional<std::uint64_t> small = toUint64())
        return QString::number(*small);
    static constexpr std::uint64_t part = 1'000'000'000'000'000'000;
    QString digits;
    for (Wide rest = widened(*this); rest != 0; rest /= part) {
        const QString low = QString::number(static_cast<std::uint64_t>(Wide(rest % part)));
        digits = (rest < part ? low : low.rightJustified(18, u'0')) + digits;
    }
    return digits;
}

QString Uint256::toQuantity() const
{
    if (isZero())
        return QStringLiteral("0x0");
    QString digits = toPlainHex(minimalBigEndian());
    if (digits.front() == u'0')
        digits.remove(0, 1);
    return QStringLiteral("0x") + digits;
}

ByteArray<32> Uint256::bigEndian() const
{
    ByteArray<32> bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::size_t place = bytes.size() - 1 - i;
        bytes[i] = static_cast<std::uint8_t>(m_limbs[place / 8] >> (8 * (place % 8)));
    }
    return bytes;
}

Bytes Uint256::minimalBigEndian() const
{
    const ByteArray<32> bytes = bigEndian();
    return Bytes(std::find_if(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte != 0; }), bytes.end());
}

QString Uint256::toUnits(unsigned decimals) const
{
    QString digits = toDecimal();
    if (decimals == 0)
        return digits;
    const auto places = static_cast<qsizetype>(decimals);
    if (digits.size() <= places)
        digits = QString(places + 1 - digits.size(), u'0') + digits;
    digits.insert(digits.size() - places, u'.');
    while (digits.endsWith(u'0'))
        digits.chop(1);
    if (digits.endsWith(u'.'))
        digits.chop(1);
    return digits;
}

unsigned Uint256::bitLength() const
{
    for (std::size_t i = m_limbs.size(); i > 0; --i) {
        if (m_limbs[i - 1] != 0)
            return static_cast<unsigned>(64 * (i - 1)) + static_cast<unsigned>(std::bit_width(m_limbs[i - 1]));
    }
    return 0;
}

std::optional<std::uint64_t> Uint256::toUint64() const
{
    if (m_limbs[1] != 0 || m_limbs[2] != 0 || m_limbs[3] != 0)
        return std::nullopt;
    return m_limbs[0];
}

Result<Uint256> Uint256::plus(const Uint256 &other) const
{
    const Result<Limbs> limbs = narrowed(widened(*this) + widened(other));
    if (!limbs)
        return std::unexpected(limbs.error());
    return Uint256(*limbs);
}

Result<Uint256> Uint256::minus(const Uint256 &other) const
{
    if (*this < other)
        return fail(ErrorCode::InvalidArgument, "a number below zero");
    return Uint256(lowLimbs(widened(*this) - widened(other)));
}

Result<Uint256> Uint256::times(const Uint256 &other) const
{
    const Result<Limbs> limbs = narrowed(widened(*this) * widened(other));
    if (!limbs)
        return std::unexpected(limbs.error());
    return Uint256(*limbs);
}

Result<Uint256> Uint256::dividedBy(const Uint256 &other) const
{
    if (other.isZero())
        return fail(ErrorCode::InvalidArgument, "division by zero");
    return Uint256(lowLimbs(widened(*this) / widened(other)));
}

std::strong_ordering operator<=>(const Uint256 &left, const Uint256 &right)
{
    return std::lexicographical_compare_three_way(
        left.m_limbs.rbegin(), left.m_limbs.rend(), right.m_limbs.rbegin(), right.m_limbs.rend());
}

Uint256 Uint256::complement() const
{
    Limbs limbs = m_limbs;
    bool carry = true;
    for (std::uint64_t &limb : limbs) {
        limb = ~limb + (carry ? 1U : 0U);
        carry = carry && limb == 0;
    }
    return Uint256(limbs);
}

Result<Int256> Int256::fromDecimal(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    const Result<Uint256> magnitude = Uint256::fromDecimal(negative ? text.sliced(1) : text);
    if (!magnitude)
        return std::unexpected(magnitude.error());
    if (negative && magnitude->isZero())
        return fail(ErrorCode::InvalidArgument, "minus zero");
    const Uint256 limit = Uint256::powerOfTwo(255);
    if (negative ? *magnitude > limit : *magnitude >= limit)
        return fail(ErrorCode::InvalidArgument, "a number outside -2^255 to 2^255 - 1");
    return fromBits(negative ? magnitude->complement() : *magnitude);
}

Int256 Int256::fromBits(const Uint256 &bits)
{
    Int256 number;
    number.m_bits = bits;
    return number;
}

QString Int256::toDecimal() const
{
    return (isNegative() ? QStringLiteral("-") : QString()) + magnitude().toDecimal();
}

Uint256 Int256::magnitude() const
{
    return isNegative() ? m_bits.complement() : m_bits;
}

bool Int256::fitsIn(unsigned bits) const
{
    const Uint256 limit = Uint256::powerOfTwo(bits - 1);
    return isNegative() ? magnitude() <= limit : m_bits < limit;
}

} // namespace majlis::wallet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/amount.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <iterator>

namespace majlis
{

namespace
{

// 2^383 scaled by 10^18 twice (a product, a quotient's numerator) stays far below 1024 bits.
using Wide = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<1024, 1024,
    boost::multiprecision::signed_magnitude, boost::multiprecision::unchecked, void>>;
using Limbs = std::array<std::uint64_t, 6>;

constexpr int maximumBits = 383;
constexpr int maximumIntegerDigits = 60;

Wide powerOfTen(int exponent)
{
    return boost::multiprecision::pow(Wide(10), static_cast<unsigned>(exponent));
}

Wide toWide(const Limbs &magnitude, bool negative)
{
    Wide value;
    boost::multiprecision::import_bits(value, magnitude.begin(), magnitude.end(), 64, false);
    return negative ? Wide(-value) : value;
}

Wide toWide(const Amount &amount)
{
    return toWide(amount.rawMagnitude(), amount.isNegative());
}

Result<Amount> fromWide(const Wide &value)
{
    const Wide magnitude = boost::multiprecision::abs(value);
    if (!magnitude.is_zero() && boost::multiprecision::msb(magnitude) >= maximumBits)
        return fail(ErrorCode::Overflow, QStringLiteral("amount above 2^383"));
    Limbs limbs{};
    std::vector<std::uint64_t> bits;
    boost::multiprecision::export_bits(magnitude, std::back_inserter(bits), 64, false);
    std::copy(bits.begin(), bits.end(), limbs.begin());
    return Amount::fromRaw(limbs, value.sign() < 0);
}

// Integer division with the rounding rules of domain.md section 0. `denominator` is not zero.
Wide divideRounded(const Wide &numerator, const Wide &denominator, Rounding rounding)
{
    Wide quotient;
    Wide remainder;
    boost::multiprecision::divide_qr(numerator, denominator, quotient, remainder);
    if (remainder.is_zero())
        return quotient;
    const bool negative = (numerator.sign() < 0) != (denominator.sign() < 0);
    const Wide twice = boost::multiprecision::abs(remainder) * 2;
    const int againstHalf = twice.compare(boost::multiprecision::abs(denominator));
    bool away = false;
    switch (rounding) {
    case Rounding::Down:
        break;
    case Rounding::Up:
        away = true;
        break;
    case Rounding::HalfEven:
        away = againstHalf > 0
            || (againstHalf == 0 && boost::multiprecision::bit_test(boost::multiprecision::abs(quotient), 0));
        break;
    case Rounding::HalfUp:
        away = againstHalf >= 0;
        break;
    }
    if (away)
        quotient += negative ? -1 : 1;
    return quotient;
}

bool isDigit(char16_t character)
{
    return character >= u'0' && character <= u'9';
}

// One strict grammar for both encodings of the text.
template <class View>
Result<Amount> parseText(View text)
{
    const auto at = [&](qsizetype index) { return static_cast<char16_t>(QChar(text[index]).unicode()); };
    const auto malformed = [] { return fail(ErrorCode::Malformed, QStringLiteral("not a decimal amount")); };
    const qsizetype size = text.size();
    qsizetype index = 0;
    const bool negative = size > 0 && at(0) == u'-';
    if (negative)
        ++index;
    const qsizetype integerStart = index;
    Wide value = 0;
    while (index < size && isDigit(at(index)) && index - integerStart <= maximumIntegerDigits)
        value = value * 10 + static_cast<unsigned>(at(index++) - u'0');
    const qsizetype integerDigits = index - integerStart;
    if (integerDigits < 1 || integerDigits > maximumIntegerDigits || (integerDigits > 1 && at(integerStart) == u'0'))
        return malformed();
    int fractionDigits = 0;
    if (index < size && at(index) == u'.') {
        ++index;
        while (index < size && isDigit(at(index)) && fractionDigits <= Amount::scale) {
            value = value * 10 + static_cast<unsigned>(at(index++) - u'0');
            ++fractionDigits;
        }
        if (fractionDigits < 1 || fractionDigits > Amount::scale)
            return malformed();
    }
    if (index != size || (negative && value.is_zero()))
        return malformed();
    value *= powerOfTen(Amount::scale - fractionDigits);
    return fromWide(negative ? Wide(-value) : value);
}

// "1234" with `places` fractional digits wanted becomes "12.34".
QString placePoint(std::string digits, int places)
{
    if (places > 0) {
        if (static_cast<int>(digits.size()) <= places)
            digits.insert(0, static_cast<std::size_t>(places) + 1 - digits.size(), '0');
        digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
    }
    return QString::fromLatin1(digits.data(), static_cast<qsizetype>(digits.size()));
}

} // namespace

Result<Amount> Amount::parse(QStringView text)
{
    return parseText(text);
}

Result<Amount> Amount::parse(QByteArrayView text)
{
    return parseText(QLatin1StringView(text));
}

Amount Amount::fromInteger(std::int64_t units)
{
    return *fromWide(Wide(units) * powerOfTen(scale));
}

Result<Amount> Amount::fromBaseUnits(QStringView baseUnits, int decimals)
{
    constexpr qsizetype longestUint256 = 78;
    if (decimals < 0 || decimals > 77 || baseUnits.isEmpty() || baseUnits.size() > longestUint256)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("base units or decimals out of range"));
    Wide value = 0;
    for (const QChar digit : baseUnits) {
        if (!isDigit(digit.unicode()))
            return fail(ErrorCode::Malformed, QStringLiteral("base units are decimal digits"));
        value = value * 10 + static_cast<unsigned>(digit.unicode() - u'0');
    }
    if (decimals <= scale)
        return fromWide(value * powerOfTen(scale - decimals));
    const Wide divisor = powerOfTen(decimals - scale);
    if (!Wide(value % divisor).is_zero())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("more than 18 fractional digits"));
    return fromWide(value / divisor);
}

Result<Amount> Amount::fromRaw(const std::array<std::uint64_t, 6> &magnitude, bool negative)
{
    if (magnitude.back() >> 63 != 0)
        return fail(ErrorCode::Overflow, QStringLiteral("amount above 2^383"));
    Amount amount;
    amount.m_magnitude = magnitude;
    amount.m_negative = negative && magnitude != Limbs{};
    return amount;
}

QString Amount::toString() const
{
    QString text = toString(scale, Rounding::Down);
    qsizetype end = text.size();
    while (text[end - 1] == u'0')
        --end;
    if (text[end - 1] == u'.')
        --end;
    text.truncate(end);
    return text;
}

QString Amount::toString(int places, Rounding rounding) const
{
    places = std::clamp(places, 0, scale);
    const Wide cut = divideRounded(toWide(*this), powerOfTen(scale - places), rounding);
    const QString text = placePoint(Wide(boost::multiprecision::abs(cut)).str(), places);
    return cut.sign() < 0 ? QLatin1Char('-') + text : text;
}

Result<QString> Amount::toBaseUnits(int decimals) const
{
    if (decimals < 0 || decimals > 38 || m_negative)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("negative, or decimals out of range"));
    Wide value = toWide(*this);
    if (decimals >= scale) {
        value *= powerOfTen(decimals - scale);
    } else {
        const Wide divisor = powerOfTen(scale - decimals);
        if (!Wide(value % divisor).is_zero())
            return fail(ErrorCode::InvalidArgument, QStringLiteral("more fractional digits than the token has"));
        value /= divisor;
    }
    return QString::fromStdString(value.str());
}

double Amount::toDoubleLossy() const
{
    // Through the decimal text, so that the result is the nearest double rather than one rounding away from it.
    return toString().toDouble();
}

bool Amount::isZero() const
{
    return m_magnitude == Limbs{};
}

Amount Amount::negated() const
{
    Amount result = *this;
    result.m_negative = !m_negative && !isZero();
    return result;
}

Amount Amount::abs() const
{
    Amount result = *this;
    result.m_negative = false;
    return result;
}

Result<Amount> Amount::plus(const Amount &other) const
{
    return fromWide(toWide(*this) + toWide(other));
}

Result<Amount> Amount::minus(const Amount &other) const
{
    return fromWide(toWide(*this) - toWide(other));
}

Result<Amount> Amount::times(const Amount &other, Rounding rounding) const
{
    return fromWide(divideRounded(toWide(*this) * toWide(other), powerOfTen(scale), rounding));
}

Result<Amount> Amount::dividedBy(const Amount &other, Rounding rounding) const
{
    if (other.isZero())
        return fail(ErrorCode::Undefined, QStringLiteral("division by zero"));
    return fromWide(divideRounded(toWide(*this) * powerOfTen(scale), toWide(other), rounding));
}

Result<Amount> Amount::timesRatio(std::int64_t numerator, std::int64_t denominator, Rounding rounding) const
{
    if (denominator == 0)
        return fail(ErrorCode::Undefined, QStringLiteral("division by zero"));
    return fromWide(divideRounded(toWide(*this) * numerator, Wide(denominator), rounding));
}

Result<Amount> Amount::timesRatio(const Amount &numerator, const Amount &denominator, Rounding rounding) const
{
    if (denominator.isZero())
        return fail(ErrorCode::Undefined, QStringLiteral("division by zero"));
    return fromWide(divideRounded(toWide(*this) * toWide(numerator), toWide(denominator), rounding));
}

Result<Amount> Amount::rounded(int places, Rounding rounding) const
{
    if (places < 0 || places > scale)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("places outside 0..18"));
    const Wide unit = powerOfTen(scale - places);
    return fromWide(divideRounded(toWide(*this), unit, rounding) * unit);
}

std::strong_ordering operator<=>(const Amount &left, const Amount &right)
{
    if (left.m_negative != right.m_negative)
        return left.m_negative ? std::strong_ordering::less : std::strong_ordering::greater;
    const auto order = std::lexicographical_compare_three_way(
        left.m_magnitude.rbegin(), left.m_magnitude.rend(), right.m_magnitude.rbegin(), right.m_magnitude.rend());
    return left.m_negative ? 0 <=> order : order;
}

} // namespace majlis

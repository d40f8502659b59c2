// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/base58.h"

#include <algorithm>
#include <string_view>

namespace majlis::wallet
{

namespace
{

constexpr std::u16string_view alphabet = u"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

// number = number * factor + add, on little-endian digits in base `base`.
void multiplyAdd(Bytes &number, unsigned base, unsigned factor, unsigned add)
{
    unsigned carry = add;
    for (std::uint8_t &digit : number) {
        carry += digit * factor;
        digit = static_cast<std::uint8_t>(carry % base);
        carry /= base;
    }
    while (carry > 0) {
        number.push_back(static_cast<std::uint8_t>(carry % base));
        carry /= base;
    }
}

} // namespace

QString toBase58(ByteView bytes)
{
    const auto firstNonZero = std::find_if(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte != 0; });
    Bytes digits;
    for (auto byte = firstNonZero; byte != bytes.end(); ++byte)
        multiplyAdd(digits, 58, 256, *byte);
    QString text(firstNonZero - bytes.begin(), QChar(u'1'));
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit)
        text += QChar(alphabet[*digit]);
    return text;
}

Result<Bytes> fromBase58(QStringView text)
{
    if (text.size() > maximumBase58Length)
        return fail(ErrorCode::InvalidArgument, "base58 text too long");
    qsizetype zeros = 0;
    while (zeros < text.size() && text[zeros] == u'1')
        ++zeros;
    Bytes number;
    for (const QChar letter : text.sliced(zeros)) {
        const std::size_t digit = alphabet.find(letter.unicode());
        if (digit == std::u16string_view::npos)
            return fail(ErrorCode::InvalidArgument, "not a base58 letter");
        multiplyAdd(number, 256, 58, static_cast<unsigned>(digit));
    }
    number.insert(number.end(), static_cast<std::size_t>(zeros), 0);
    std::reverse(number.begin(), number.end());
    return number;
}

} // namespace majlis::wallet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/hex.h"

namespace majlis::wallet
{

namespace
{

int digitValue(char16_t digit)
{
    if (digit >= u'0' && digit <= u'9')
        return digit - u'0';
    if (digit >= u'a' && digit <= u'f')
        return digit - u'a' + 10;
    if (digit >= u'A' && digit <= u'F')
        return digit - u'A' + 10;
    return -1;
}

} // namespace

QString toPlainHex(ByteView bytes)
{
    static constexpr char16_t digits[] = u"0123456789abcdef";
    QString text;
    text.reserve(static_cast<qsizetype>(bytes.size()) * 2);
    for (const std::uint8_t byte : bytes) {
        text += QChar(digits[byte >> 4U]);
        text += QChar(digits[byte & 0x0FU]);
    }
    return text;
}

QString toHex(ByteView bytes)
{
    return QStringLiteral("0x") + toPlainHex(bytes);
}

Result<Bytes> fromPlainHex(QStringView text)
{
    if (text.size() % 2 != 0)
        return fail(ErrorCode::InvalidArgument, "hex with an odd number of digits");
    Bytes bytes;
    bytes.reserve(static_cast<std::size_t>(text.size()) / 2);
    for (qsizetype i = 0; i < text.size(); i += 2) {
        const int high = digitValue(text[i].unicode());
        const int low = digitValue(text[i + 1].unicode());
        if (high < 0 || low < 0)
            return fail(ErrorCode::InvalidArgument, "not a hex digit");
        bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return bytes;
}

Result<Bytes> fromHex(QStringView text)
{
    if (!text.startsWith(u"0x"))
        return fail(ErrorCode::InvalidArgument, "hex without 0x");
    return fromPlainHex(text.sliced(2));
}

} // namespace majlis::wallet

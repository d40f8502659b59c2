// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/referralcode.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis
{

namespace
{

constexpr qsizetype prefixLength = 7; // "HABIBI-"
constexpr qsizetype tailLength = 9; // "-" and eight characters

bool isUpper(QChar character)
{
    return character >= u'A' && character <= u'Z';
}

bool isUpperOrDigit(QChar character)
{
    return isUpper(character) || (character >= u'0' && character <= u'9');
}

} // namespace

Result<ReferralCode> ReferralCode::parse(QStringView text)
{
    const qsizetype middle = text.size() - prefixLength - tailLength;
    if (text.startsWith(u"HABIBI-"_s) && middle >= 3 && middle <= 5) {
        const QStringView origin = text.sliced(prefixLength, middle);
        const QStringView tail = text.last(tailLength);
        if (tail.front() == u'-' && std::all_of(origin.begin(), origin.end(), isUpper)
            && std::all_of(tail.begin() + 1, tail.end(), isUpperOrDigit))
            return ReferralCode(text.toString());
    }
    return fail(ErrorCode::ValidationFailed, u"Invalid referral code format"_s, u"referralCode"_s);
}

Result<ReferralCode> ReferralCode::fromInput(QStringView text)
{
    return parse(text.trimmed().toString().toUpper());
}

QStringView ReferralCode::origin() const
{
    return QStringView(m_text).sliced(prefixLength, m_text.size() - prefixLength - tailLength);
}

} // namespace majlis

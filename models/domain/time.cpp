// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/time.h"

#include <QDate>
#include <QDateTime>

namespace majlis
{

namespace
{

// The value of `count` digits at `start`, or -1.
int digits(QStringView text, qsizetype start, qsizetype count)
{
    int value = 0;
    for (qsizetype index = start; index < start + count; ++index) {
        const char16_t character = text[index].unicode();
        if (character < u'0' || character > u'9')
            return -1;
        value = value * 10 + (character - u'0');
    }
    return value;
}

// Milliseconds of `.123456789`, which may be absent; -1 when malformed.
int fraction(QStringView text)
{
    if (text.isEmpty())
        return 0;
    if (text[0] != u'.' || text.size() < 2 || text.size() > 10 || digits(text, 1, text.size() - 1) < 0)
        return -1;
    int milliseconds = 0;
    for (qsizetype index = 1; index <= 3; ++index)
        milliseconds = milliseconds * 10 + (index < text.size() ? text[index].unicode() - u'0' : 0);
    return milliseconds;
}

} // namespace

Result<UnixMs> UnixMs::fromRfc3339(QStringView text)
{
    const auto malformed = [] { return fail(ErrorCode::Malformed, QStringLiteral("not an RFC 3339 time in UTC")); };
    constexpr qsizetype untilSeconds = 19;
    if (text.size() < untilSeconds + 1 || text.back() != u'Z' || text[4] != u'-' || text[7] != u'-' || text[10] != u'T'
        || text[13] != u':' || text[16] != u':')
        return malformed();
    const int year = digits(text, 0, 4);
    const QDate date(year, digits(text, 5, 2), digits(text, 8, 2));
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    const int milliseconds = fraction(text.sliced(untilSeconds).chopped(1));
    if (year < 1 || !date.isValid() || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59
        || milliseconds < 0)
        return malformed();
    const std::int64_t days = date.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
    return UnixMs{((days * 24 + hour) * 60 + minute) * 60'000 + second * 1'000 + milliseconds};
}

QString UnixMs::toRfc3339() const
{
    return QDateTime::fromMSecsSinceEpoch(value, Qt::UTC).toString(Qt::ISODateWithMs);
}

UnixMs SystemClock::now() const
{
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
}

} // namespace majlis

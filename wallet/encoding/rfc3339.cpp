// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/rfc3339.h"

#include <chrono>

namespace majlis::wallet
{

namespace
{

class Reader
{
public:
    explicit Reader(QStringView text)
        : m_rest(text)
    {
    }
    // Exactly so many digits, at most `most`.
    int number(qsizetype digits, int least, int most)
    {
        int value = 0;
        for (qsizetype i = 0; i < digits; ++i) {
            const char16_t digit = take();
            m_good = m_good && digit >= u'0' && digit <= u'9';
            value = value * 10 + (digit - u'0');
        }
        m_good = m_good && value >= least && value <= most;
        return m_good ? value : 0;
    }
    void expect(char16_t upper, char16_t lower)
    {
        const char16_t letter = take();
        m_good = m_good && (letter == upper || letter == lower);
    }
    void expect(char16_t letter) { expect(letter, letter); }
    // What follows the point of the seconds, in milliseconds.
    int fraction()
    {
        if (m_rest.isEmpty() || m_rest.front() != u'.')
            return 0;
        take();
        int value = 0;
        int scale = 100;
        qsizetype digits = 0;
        for (; !m_rest.isEmpty() && m_rest.front() >= u'0' && m_rest.front() <= u'9'; ++digits, scale /= 10)
            value += (take() - u'0') * scale;
        m_good = m_good && digits > 0;
        return value;
    }
    // Minutes that local time is ahead of UTC.
    int offset()
    {
        const char16_t sign = take();
        if (sign == u'Z' || sign == u'z')
            return 0;
        m_good = m_good && (sign == u'+' || sign == u'-');
        const int hours = number(2, 0, 23);
        expect(u':');
        const int minutes = hours * 60 + number(2, 0, 59);
        return sign == u'-' ? -minutes : minutes;
    }
    [[nodiscard]] bool isDone() const { return m_good && m_rest.isEmpty(); }

private:
    char16_t take()
    {
        if (m_rest.isEmpty()) {
            m_good = false;
            return u'0';
        }
        const char16_t letter = m_rest.front().unicode();
        m_rest = m_rest.sliced(1);
        return letter;
    }

    QStringView m_rest;
    bool m_good = true;
};

} // namespace

std::optional<long long> parseRfc3339(QStringView text)
{
    using namespace std::chrono;
    Reader reader(text);
    const int y = reader.number(4, 0, 9999);
    reader.expect(u'-');
    const int m = reader.number(2, 1, 12);
    reader.expect(u'-');
    const int d = reader.number(2, 1, 31);
    reader.expect(u'T', u't');
    const int h = reader.number(2, 0, 23);
    reader.expect(u':');
    const int min = reader.number(2, 0, 59);
    reader.expect(u':');
    const int s = reader.number(2, 0, 60);
    const int ms = reader.fraction();
    const int offset = reader.offset();
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!reader.isDone() || !date.ok())
        return std::nullopt;
    const auto time = sys_days{date} + hours{h} + minutes{min} + seconds{s} + milliseconds{ms} - minutes{offset};
    return time.time_since_epoch().count();
}

} // namespace majlis::wallet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/format/addresses.h"
#include "viewmodels/format/failures.h"
#include "viewmodels/format/figures.h"
#include "viewmodels/format/names.h"
#include "viewmodels/format/times.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace majlis;
using namespace majlis::viewmodels;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const QLocale english(QLocale::English, QLocale::UnitedStates);
const QLocale german(QLocale::German, QLocale::Germany);

Amount parsed(const char *text)
{
    return Amount::parse(QByteArrayView(text)).value();
}

QString shown(const char *text, int places = 2)
{
    return format::amount(parsed(text), places, english);
}

} // namespace

TEST_CASE("amounts are grouped by the locale, cut, and never rounded up", "[format]")
{
    CHECK(shown("1234567.899") == u"1,234,567.89"_s);
    CHECK(shown("0") == u"0.00"_s);
    CHECK(shown("999") == u"999.00"_s);
    CHECK(shown("-1234.5") == u"-1,234.50"_s);
    CHECK(format::amount(parsed("1234567.899"), 2, german) == u"1.234.567,89"_s);
    CHECK(shown("100000000000000000000000000000000000000000000000000000000000")
        == u"100,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000.00"_s);
}

TEST_CASE("a sum that is too small for its places is not shown as nothing", "[format]")
{
    CHECK(shown("0.000000000000000001") == u"<0.01"_s);
    CHECK(shown("-0.000000000000000001") == u">-0.01"_s);
    CHECK(format::exactAmount(parsed("1234.000000000000000001"), english) == u"1,234.000000000000000001"_s);
}

TEST_CASE("what is not known is a dash, never zero", "[format]")
{
    CHECK(format::amount(std::optional<Amount>(), 2, english) == u"–"_s);
    CHECK(format::score(std::numeric_limits<double>::quiet_NaN(), english) == u"–"_s);
    CHECK(format::percent(std::numeric_limits<double>::infinity(), false, english) == u"–"_s);
    CHECK(format::milliseconds(-1, english) == u"–"_s);
}

TEST_CASE("changes carry a sign and an arrow, percentages a sign, scores two digits half up", "[format]")
{
    CHECK(format::change(parsed("25.01"), 2, english) == u"▲ +25.01"_s);
    CHECK(format::change(parsed("-3.5"), 2, english) == u"▼ -3.50"_s);
    CHECK(format::change(parsed("0"), 2, english) == u"0"_s);
    CHECK(format::percent(0.343, true, english) == u"+34.30 %"_s);
    CHECK(format::percent(-0.1, true, english) == u"-10.00 %"_s);
    CHECK(format::score(485.381071885204, english) == u"485.38"_s);
    CHECK(format::score(0.125, english) == u"0.13"_s);
}

TEST_CASE("addresses are grouped and shortened at both ends", "[format]")
{
    CHECK(format::shortAddress(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s) == u"0x7099 7970 … 79C8"_s);
    CHECK(format::shortAddress(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF"_s) == u"FAe4 sisG … mhiF"_s);
    CHECK(format::shortAddress(u"nobody"_s) == u"nobody"_s);
    CHECK(format::groupedAddress(u"0x70997970"_s) == u"0x7099 7970"_s);
}

TEST_CASE("times are relative within a day and dates after it", "[format]")
{
    const UnixMs now{1'795'187'045'000};
    CHECK(format::age(now - 59s, now, english) == u"just now"_s);
    CHECK(format::age(now - 4min, now, english) == u"4 min ago"_s);
    CHECK(format::age(now - 23h, now, english) == u"23 h ago"_s);
    CHECK(format::age(now - 25h, now, english) == format::date(now - 25h, english));
    CHECK(format::age(now + 10min, now, english) == format::exactTime(now + 10min, english));
}

TEST_CASE("countdowns never promise sooner than it is", "[format]")
{
    CHECK(format::until(5h + 12min + 59s) == u"in 5 h 12 min"_s);
    CHECK(format::until(59s) == u"in 59 s"_s);
    CHECK(format::until(25h) == u"in 1 day 1 h"_s);
    CHECK(format::until(52h) == u"in 2 days 4 h"_s);
    CHECK(format::until(-5s) == u"now"_s);
    CHECK(format::countdown(27'001ms) == u"0:28"_s);
    CHECK(format::countdown(0ms) == u"0:00"_s);
}

TEST_CASE("freshness is judged by the age of the data", "[format]")
{
    const UnixMs now{1'795'187'045'000};
    CHECK_FALSE(format::freshness(std::nullopt, now, 2min, true).known);
    CHECK(format::freshness(now - 3min, now, 2min, false).stale);
    CHECK_FALSE(format::freshness(now - 1min, now, 2min, false).stale);
    CHECK_FALSE(format::freshness(now - 3min, now, 2min, true).stale);
}

TEST_CASE("untrusted names cannot turn the text around them", "[format]")
{
    CHECK(format::plainName(u"Lay\u202Ela\u0007\n"_s) == u"Layla"_s);
    CHECK(format::plainName(QString(200, u'x')).size() == 65);
    CHECK(format::plainName(u"  two   words "_s) == u"two words"_s);
}

TEST_CASE("every failure says what happened and what can be done", "[format]")
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::Wallet); ++code) {
        Error error;
        error.code = static_cast<ErrorCode>(code);
        const UserError words = format::describe(error);
        CHECK(words.isPresent() == (error.code != ErrorCode::Cancelled));
        CHECK(words.title.isEmpty() == !words.isPresent());
        CHECK(words.advice.isEmpty() == !words.isPresent());
        CHECK_FALSE(words.title.contains(u'!'));
    }
    for (int code = 0; code <= static_cast<int>(wallet::ErrorCode::Internal); ++code) {
        const wallet::Error error{static_cast<wallet::ErrorCode>(code), "detail", 0};
        CHECK(format::describe(error).advice.isEmpty() == (error.code == wallet::ErrorCode::Cancelled));
    }
}

TEST_CASE("what the server says stays behind the fold", "[format]")
{
    Error error;
    error.code = ErrorCode::RateLimited;
    error.serverMessage = u"<b>call this number</b>"_s;
    error.retryAfter = 1500ms;
    const UserError words = format::describe(error);
    CHECK_FALSE(words.title.contains(u"number"_s));
    CHECK_FALSE(words.advice.contains(u"number"_s));
    CHECK(words.details.contains(u"number"_s));
    CHECK(words.retrySeconds == 2);
}

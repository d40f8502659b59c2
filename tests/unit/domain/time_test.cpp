// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/time.h"

#include <catch2/catch.hpp>

using majlis::UnixMs;

TEST_CASE("RFC 3339 times are read and written to the millisecond", "[time]")
{
    CHECK(UnixMs::fromRfc3339(u"2026-11-20T15:04:05.000Z")->value == 1795187045000);
    CHECK(UnixMs::fromRfc3339(u"1970-01-01T00:00:00Z")->value == 0);
    CHECK(UnixMs::fromRfc3339(u"2024-02-29T23:59:59.1239Z")->value % 1000 == 123);
    CHECK(UnixMs{1795187045007}.toRfc3339() == QStringLiteral("2026-11-20T15:04:05.007Z"));
}

TEST_CASE("a time that is not RFC 3339 in UTC is refused", "[time]")
{
    const auto *bad = GENERATE(u"", u"2026-11-20", u"2026-11-20 15:04:05Z", u"2026-11-20T15:04:05+01:00",
        u"2026-02-30T00:00:00Z", u"2026-11-20T24:00:00Z", u"2026-11-20T15:04:05.Z", u"2026-11-20T15:04:05",
        u"1795187045000", u"2026-1-20T15:04:05.000Z", u"20-6-11-20T15:04:05.000Z");
    CHECK_FALSE(UnixMs::fromRfc3339(bad));
}

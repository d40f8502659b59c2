// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/options.h"

#include <catch2/catch.hpp>

using namespace majlis::sandbox;
using namespace Qt::StringLiterals;

TEST_CASE("The command line is read strictly", "[sandbox]")
{
    const auto options = Options::parse({u"--port"_s, u"0"_s, u"--seed=7"_s, u"--speed"_s, u"0"_s, u"--users"_s,
        u"50"_s, u"--fault"_s, u"drop@/users/"_s, u"--adopt"_s, u"none"_s, u"--parent-watch"_s});
    REQUIRE(options);
    CHECK(options->seed == 7);
    CHECK(options->speed == 0);
    CHECK(options->users == 50);
    CHECK(!options->adoptLargest);
    CHECK(options->parentWatch);
    CHECK(options->faults == QStringList{u"drop@/users/"_s});
    for (const QStringList &bad :
        {QStringList{u"--port"_s}, {u"--port"_s, u"70000"_s}, {u"--users"_s, u"0"_s}, {u"--users"_s, u"1.5"_s},
            {u"--speed"_s, u"nan"_s}, {u"--adopt"_s, u"me"_s}, {u"--what"_s, u"1"_s}, {u"x"_s}}) {
        const auto refused = Options::parse(bad);
        REQUIRE(!refused);
        CHECK(!refused.error().isEmpty());
    }
    CHECK(Options::parse({u"--help"_s}).error().isEmpty());
    CHECK(Options::usage().contains(u"--network"_s));
}

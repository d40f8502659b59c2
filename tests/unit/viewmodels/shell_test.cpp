// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/shell/fuzzymatch.h"
#include "viewmodels/shell/shellviewmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

using namespace majlis;
using namespace majlis::viewmodels;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

class TestClock final : public Clock
{
public:
    [[nodiscard]] UnixMs now() const override { return {1'795'187'045'000 + at.count()}; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return at; }
    std::chrono::milliseconds at = 1h;
};

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

} // namespace

TEST_CASE("fuzzy matching takes letters in order and prefers word starts", "[shell]")
{
    CHECK(fuzzyMatch(u"gn", u"Go to Network").has_value());
    CHECK_FALSE(fuzzyMatch(u"xyz", u"Go to Network").has_value());
    CHECK(fuzzyMatch(u"", u"anything")->score == 0);
    CHECK(fuzzyMatch(u"net", u"Go to Network")->score > fuzzyMatch(u"net", u"Cabinet")->score);
    CHECK(fuzzyMatch(u"resume", u"Résumé").has_value());
    CHECK(fuzzyMatch(u"net", u"Go to Network")->positions == QList<int>{6, 7, 8});
}

TEST_CASE("while locked only pages without an account can be opened", "[shell]")
{
    TestClock clock;
    ShellViewModel shell(clock);
    QAbstractItemModelTester rail(shell.rail(), fatal);
    shell.goTo(page::Id::Unlock);
    shell.open(page::Id::Home);
    CHECK(shell.page() == page::Id::Unlock);
    shell.open(page::Id::Diagnostics);
    CHECK(shell.page() == page::Id::Diagnostics);
    shell.back();
    CHECK(shell.page() == page::Id::Unlock);
    CHECK_FALSE(shell.isRailVisible());
    shell.setLocked(false);
    shell.goTo(page::Id::Home);
    shell.open(page::Id::Network);
    CHECK(shell.canGoBack());
    shell.back();
    CHECK(shell.page() == page::Id::Home);
    CHECK_FALSE(shell.canGoBack());
}

TEST_CASE("the palette narrows, moves, runs and forgets its filter", "[shell]")
{
    TestClock clock;
    ShellViewModel shell(clock);
    shell.setLocked(false);
    shell.goTo(page::Id::Home);
    PaletteModel *palette = shell.palette();
    QAbstractItemModelTester tester(palette, fatal);
    palette->setOpen(true);
    const int all = palette->count();
    palette->setFilter(u"leader"_s);
    CHECK(palette->count() < all);
    CHECK(palette->currentRow() == 0);
    palette->moveCurrent(-1);
    CHECK(palette->currentRow() == palette->count() - 1);
    palette->setFilter(u"no such thing at all"_s);
    CHECK(palette->currentRow() == -1);
    palette->moveCurrent(1);
    palette->run(0);
    palette->setFilter(u"leader"_s);
    palette->run(0);
    CHECK(shell.page() == page::Id::Leaderboard);
    CHECK_FALSE(palette->isOpen());
    palette->setOpen(true);
    CHECK(palette->filter().isEmpty());
    shell.setLocked(true);
    CHECK_FALSE(palette->isOpen());
}

TEST_CASE("a failure that repeats is one notice, and stays away for a growing while once dismissed", "[shell]")
{
    TestClock clock;
    ToastModel toasts(clock);
    QAbstractItemModelTester tester(&toasts, fatal);
    const auto report = [&toasts] { toasts.show(Toast::Kind::Failure, u"feed"_s, u"No feed"_s); };
    report();
    report();
    REQUIRE(toasts.rowCount() == 1);
    CHECK(toasts.rows().front().count == 2);
    toasts.dismiss(toasts.rows().front().id);
    report();
    CHECK(toasts.rowCount() == 0);
    clock.at += 6s;
    report();
    REQUIRE(toasts.rowCount() == 1);
    toasts.dismiss(toasts.rows().front().id);
    clock.at += 6s;
    report();
    CHECK(toasts.rowCount() == 0);
    toasts.settle(u"feed"_s);
    report();
    CHECK(toasts.rowCount() == 1);
    toasts.dismiss(4711);
    CHECK(toasts.rowCount() == 1);
}

TEST_CASE("a notice leaves when there was time to read it, a failure stays", "[shell]")
{
    TestClock clock;
    ToastModel toasts(clock);
    QAbstractItemModelTester tester(&toasts, fatal);
    toasts.show(Toast::Kind::Failure, u"feed"_s, u"No feed"_s);
    toasts.show(Toast::Kind::Success, u"copy"_s, u"Copied"_s);
    toasts.show(Toast::Kind::Info, u"long"_s, u"Something longer"_s, QString(150, u'x'));
    const auto times = [&toasts](int row) { return ToastModel::readingTime(toasts.rows()[std::size_t(row)]); };
    REQUIRE(times(0) > times(1));
    CHECK_FALSE(times(2).has_value());

    clock.at += *times(1) + 1ms;
    toasts.expire();
    REQUIRE(toasts.rowCount() == 2);
    CHECK(toasts.rows()[0].key == u"long");
    clock.at += 1h;
    toasts.expire();
    REQUIRE(toasts.rowCount() == 1);
    CHECK(toasts.rows()[0].key == u"feed");
    // Leaving by itself is no dismissal: the next one comes at once.
    toasts.show(Toast::Kind::Success, u"copy"_s, u"Copied"_s);
    CHECK(toasts.rowCount() == 2);
}

TEST_CASE("a notice that somebody looks at stays, and a repeated one starts anew", "[shell]")
{
    TestClock clock;
    ToastModel toasts(clock);
    QAbstractItemModelTester tester(&toasts, fatal);
    toasts.show(Toast::Kind::Success, u"copy"_s, u"Copied"_s);
    const Toast toast = toasts.rows().front();
    const auto time = *ToastModel::readingTime(toast);
    clock.at += time - 1ms;
    toasts.hold(toast.id, true);
    clock.at += 1h;
    toasts.expire();
    REQUIRE(toasts.rowCount() == 1);
    toasts.hold(toast.id, false);
    toasts.expire();
    REQUIRE(toasts.rowCount() == 1); // there is time to look once more
    clock.at += 1s;
    toasts.show(Toast::Kind::Success, u"copy"_s, u"Copied"_s);
    clock.at += time - 1ms;
    toasts.expire();
    REQUIRE(toasts.rowCount() == 1);
    clock.at += 2ms;
    toasts.expire();
    CHECK(toasts.rowCount() == 0);
    toasts.hold(toast.id, true); // gone: nothing happens
}

TEST_CASE("notices leave by the timer, too", "[shell]")
{
    TestClock clock;
    ToastModel toasts(clock);
    toasts.show(Toast::Kind::Success, u"copy"_s, u"Copied"_s);
    clock.at += 1h;
    toasts.show(Toast::Kind::Success, u"other"_s, u"Saved"_s);
    CHECK(QTest::qWaitFor([&toasts] { return toasts.rowCount() == 1; }, 5000));
    CHECK(toasts.rows().front().key == u"other");
}

TEST_CASE("the connection says how old its data is", "[shell]")
{
    TestClock clock;
    ShellViewModel shell(clock);
    QSignalSpy changes(&shell, &ShellViewModel::connectionChanged);
    Freshness old;
    old.known = true;
    old.age = u"4 min ago"_s;
    shell.setConnection(ShellViewModel::Connection::Offline, u"Sandbox"_s, old);
    CHECK(shell.connectionText().contains(u"4 min ago"_s));
    shell.setConnection(ShellViewModel::Connection::Offline, u"Sandbox"_s, old);
    CHECK(changes.size() == 1);
}

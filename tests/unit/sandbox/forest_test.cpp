// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/world/forest.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace majlis::sandbox;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::int64_t end = 1'795'187'045'000;
constexpr std::int64_t span = 900LL * 86'400'000;

std::expected<Forest, QString> readText(const QByteArray &text)
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"forest.txt"_s);
    QFile file(name);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    return readForest(name, end, span);
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

TEST_CASE("The generator keeps to the shape of Bitcoin OTC that it was fitted to", "[sandbox]")
{
    // The real figures stand in forestgenerator.cpp; one forest scatters, so the median of nine is judged.
    std::vector<double> leaves, tails, depths, deepest, most, ages;
    for (std::uint64_t seed = 1; seed <= 9; ++seed) {
        const auto measured = measure(generateForest(5881, seed, end, span));
        leaves.push_back(measured.leafShare);
        tails.push_back(measured.tailExponent);
        depths.push_back(measured.meanDepth);
        deepest.push_back(measured.maxDepth);
        most.push_back(measured.mostDirect);
        ages.push_back(measured.rankAgeMedian);
        CHECK(measured.arrivalQuantiles[2] == Approx(0.394).margin(0.06));
    }
    CHECK(median(leaves) == Approx(0.765).margin(0.02));
    CHECK(median(tails) == Approx(2.445).margin(0.25));
    CHECK(median(depths) == Approx(4.97).margin(0.7));
    CHECK(median(deepest) == Approx(16).margin(3));
    CHECK(median(most) > 150);
    CHECK(median(most) < 600);
    CHECK(median(ages) < 0.5);
}

TEST_CASE("The same seed gives the same forest, another seed another one", "[sandbox]")
{
    const Forest first = generateForest(2000, 7, end, span);
    CHECK(generateForest(2000, 7, end, span).parents == first.parents);
    CHECK(generateForest(2000, 7, end, span).joinedAt == first.joinedAt);
    CHECK(generateForest(2000, 8, end, span).parents != first.parents);
    CHECK(std::ranges::is_sorted(first.joinedAt));
    CHECK(first.joinedAt.front() >= end - span);
    CHECK(first.joinedAt.back() <= end);
    for (Index i = 0; i < first.parents.size(); ++i)
        CHECK((first.parents[i] == none || first.parents[i] < i));
}

TEST_CASE("A network file is read, whatever the order of its lines", "[sandbox]")
{
    const auto forest = readText("# people\nb a 1500000100\na - 1500000000\nc b 1500000200\n");
    REQUIRE(forest);
    REQUIRE(forest->size() == 3);
    CHECK(std::ranges::count(forest->parents, none) == 1);
    for (Index i = 0; i < 3; ++i)
        CHECK((forest->parents[i] == none || forest->parents[i] < i));
    CHECK(std::ranges::max(forest->joinedAt) == 1'500'000'200'000);
}

TEST_CASE("Running numbers in the third column are laid over the past", "[sandbox]")
{
    const auto forest = readText("a - 0\nb a 1\nc a 2\n");
    REQUIRE(forest);
    CHECK(forest->joinedAt == std::vector<std::int64_t>{end - span, end - span / 2, end});
}

TEST_CASE("A network file that is none is refused with a reason", "[sandbox]")
{
    const auto errorOf = [](const QByteArray &text) {
        const auto forest = readText(text);
        return forest ? QString() : forest.error();
    };
    CHECK(errorOf("a b 1\nb a 2\n").contains(u"cycle"_s));
    CHECK(errorOf("a a 1\n") != QString());
    CHECK(errorOf("a - 1\na - 2\n") != QString());
    CHECK(errorOf("a - 1\nb nobody 2\n") != QString());
    CHECK(errorOf("a - 1\nwhat is this line\n").contains(u"line 2"_s));
    CHECK(errorOf("") != QString());
    CHECK(!readForest(u"/nowhere/at/all"_s, end, span));
}

TEST_CASE("Bitcoin OTC is read as its description says", "[sandbox]")
{
    const QString name = QDir(QStringLiteral(MAJLIS_SHARED_DIR)).filePath(u"data/networks/bitcoin-otc/forest.txt.xz"_s);
    if (!QFile::exists(name)) {
        WARN("skipped: " << name.toStdString() << " is not here");
        return;
    }
    const auto forest = readForest(name, end, span);
    REQUIRE(forest);
    const auto measured = measure(*forest);
    CHECK(measured.nodes == 5881);
    CHECK(measured.roots == 81);
    CHECK(measured.maxDepth == 16);
    CHECK(measured.mostDirect == 448);
    CHECK(measured.leafShare == Approx(0.765).margin(0.001));
    CHECK(measured.tailExponent == Approx(2.445).margin(0.001));
    CHECK(measured.meanDepth == Approx(4.972).margin(0.001));
}

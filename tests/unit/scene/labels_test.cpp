// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/labelmodel.h"
#include "graph3d/scene/labelplacer.h"

#include <QAbstractItemModelTester>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace majlis::graph3d;
using namespace Qt::StringLiterals;

namespace
{

const QRectF screen(0, 0, 1280, 800);

LabelModel::Label label(int index, double x = 0, bool strong = false)
{
    return {index, QString::number(index), {x, 0}, strong, 1.0};
}

} // namespace

TEST_CASE("no label covers another or leaves the screen, and no more than asked for are placed", "[scene]")
{
    std::mt19937 random(2);
    std::uniform_real_distribution<double> x(-50, 1330);
    std::uniform_real_distribution<double> y(-50, 850);
    std::vector<LabelCandidate> candidates;
    for (int i = 0; i < 400; ++i)
        candidates.push_back({i, {x(random), y(random)}, 8.0, {90, 16}, false});
    const auto placed = placeLabels(candidates, screen, 60);
    CHECK(placed.size() == 60);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        CHECK(screen.contains(placed[i].box));
        for (std::size_t j = 0; j < i; ++j)
            CHECK_FALSE(placed[i].box.intersects(placed[j].box));
    }
}

TEST_CASE("the first of two that compete gets its place, the second another or none", "[scene]")
{
    const std::vector<LabelCandidate> two{{1, {400, 300}, 5, {80, 16}, false}, {2, {402, 300}, 5, {80, 16}, false}};
    const auto placed = placeLabels(two, screen, 10);
    REQUIRE(placed.size() == 2);
    CHECK(placed[0].index == 1);
    CHECK(placed[0].box.left() == 405);
    CHECK(placed[1].box.right() == Approx(397)); // to the left of its node
    std::vector<LabelCandidate> many(9, {0, {400, 300}, 5, {80, 16}, false});
    CHECK(placeLabels(many, screen, 10).size() == 4); // one on each side
}

TEST_CASE("the selected node keeps its label wherever it is", "[scene]")
{
    std::vector<LabelCandidate> full(4, {0, {400, 300}, 5, {80, 16}, false});
    full.push_back({7, {400, 300}, 5, {80, 16}, true});
    const auto placed = placeLabels(full, screen, 10);
    REQUIRE(placed.size() == 5);
    CHECK(placed.back().index == 7);
}

TEST_CASE("rows keep their node while its label stays", "[scene]")
{
    LabelModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    int inserted = 0;
    int removed = 0;
    int changed = 0;
    QObject::connect(&model, &LabelModel::rowsInserted, [&] { ++inserted; });
    QObject::connect(&model, &LabelModel::rowsRemoved, [&] { ++removed; });
    QObject::connect(&model, &LabelModel::dataChanged, [&] { ++changed; });
    model.setLabels(std::vector{label(1), label(2), label(3)});
    CHECK(model.rowCount() == 3);
    CHECK(inserted == 1);
    model.setLabels(std::vector{label(3), label(1, 5), label(2)});
    CHECK(removed == 0);
    CHECK(changed == 1);
    CHECK(model.labels()[0].index == 1);
    CHECK(model.data(model.index(0), LabelModel::XRole).toDouble() == 5);
    model.setLabels(std::vector{label(3), label(1, 5), label(2)});
    CHECK(changed == 1); // nothing new: nothing repaints
    model.setLabels(std::vector{label(2), label(9)});
    CHECK(removed == 2);
    CHECK(model.rowCount() == 2);
    model.setLabels({});
    CHECK(model.rowCount() == 0);
    CHECK_FALSE(model.data(model.index(0), LabelModel::TextRole).isValid());
}

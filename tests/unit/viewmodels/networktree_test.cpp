// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/network/networktreemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>

#include <catch2/catch.hpp>

#include <random>

using namespace majlis::viewmodels;

namespace
{

class Names : public NetworkTreeModel::Texts
{
public:
    [[nodiscard]] QVariant text(std::uint32_t node, NetworkTreeModel::Role) const override
    {
        ++asked;
        return QString::number(node);
    }
    mutable int asked = 0;
};

struct Forest {
    std::vector<std::uint32_t> parents;
    std::vector<std::uint8_t> depths;
};

Forest randomForest(std::mt19937 &random, std::uint32_t count)
{
    Forest forest{{NetworkTreeModel::none}, {0}};
    while (forest.parents.size() < count) {
        const auto parent = static_cast<std::uint32_t>(random() % forest.parents.size());
        if (forest.depths[parent] < 7) {
            forest.parents.push_back(parent);
            forest.depths.push_back(static_cast<std::uint8_t>(forest.depths[parent] + 1));
        }
    }
    return forest;
}

/// What should be visible, the slow way.
void collect(const Forest &forest, const std::vector<bool> &open, int limit, std::uint32_t node, std::vector<int> &rows)
{
    rows.push_back(static_cast<int>(node));
    if (!open[node] || forest.depths[node] >= limit) {
        return;
    }
    for (std::uint32_t child = 0; child < forest.parents.size(); ++child) {
        if (forest.parents[child] == node) {
            collect(forest, open, limit, child, rows);
        }
    }
}

std::vector<int> shownBy(const NetworkTreeModel &model)
{
    std::vector<int> rows;
    for (int row = 0; row < model.count(); ++row) {
        rows.push_back(model.nodeAt(row));
    }
    return rows;
}

} // namespace

TEST_CASE("the visible rows are those of the tree, whatever is opened, closed, added and filtered", "[tree]")
{
    std::mt19937 random(11);
    for (int round = 0; round < 20; ++round) {
        Forest forest = randomForest(random, 40);
        Names names;
        NetworkTreeModel model(names);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setForest(forest.parents, forest.depths);
        std::vector<bool> open(forest.parents.size(), false);
        open[0] = true;
        int limit = 7;
        for (int step = 0; step < 60; ++step) {
            const int row = static_cast<int>(random() % static_cast<unsigned>(model.count()));
            const auto node = static_cast<std::size_t>(model.nodeAt(row));
            switch (random() % 4) {
            case 0:
                if (model.index(row).data(NetworkTreeModel::ExpandableRole).toBool()) {
                    model.toggle(row);
                    open[node] = !open[node];
                }
                break;
            case 1:
                if (forest.depths[node] < 7) {
                    model.addNode(static_cast<std::uint32_t>(node));
                    forest.parents.push_back(static_cast<std::uint32_t>(node));
                    forest.depths.push_back(static_cast<std::uint8_t>(forest.depths[node] + 1));
                    open.push_back(false);
                }
                break;
            case 2:
                limit = static_cast<int>(random() % 7) + 1;
                model.setDepthLimit(limit);
                break;
            default:
                model.select(static_cast<std::uint32_t>(node));
                break;
            }
            std::vector<int> expected;
            collect(forest, open, limit, 0, expected);
            REQUIRE(shownBy(model) == expected);
        }
    }
}

TEST_CASE("selecting somebody opens the way to them and marks it", "[tree]")
{
    Names names;
    NetworkTreeModel model(names);
    const std::vector<std::uint32_t> parents{NetworkTreeModel::none, 0, 1, 2, 0};
    const std::vector<std::uint8_t> depths{0, 1, 2, 3, 1};
    model.setForest(parents, depths);
    REQUIRE(model.count() == 3);
    QSignalSpy current(&model, &NetworkTreeModel::currentRowChanged);
    model.select(3);
    CHECK(shownBy(model) == std::vector<int>{0, 1, 2, 3, 4});
    CHECK(model.currentRow() == 3);
    CHECK_FALSE(current.isEmpty());
    CHECK(model.index(1).data(NetworkTreeModel::OnPathRole).toBool());
    CHECK_FALSE(model.index(4).data(NetworkTreeModel::OnPathRole).toBool());
    CHECK(model.parentRow(3) == 2);
    CHECK(model.parentRow(0) == -1);
    model.collapse(0);
    CHECK(model.currentRow() == -1);
}

TEST_CASE("commands outside of the rows do nothing", "[tree]")
{
    Names names;
    NetworkTreeModel model(names);
    model.toggle(0);
    model.expand(-1);
    model.collapse(5);
    model.select(17);
    model.touchNode(3);
    CHECK(model.count() == 0);
    CHECK(model.nodeAt(0) == -1);
}

TEST_CASE("a hundred thousand people cost rows, not texts", "[tree]")
{
    std::mt19937 random(3);
    const Forest forest = randomForest(random, 100'000);
    Names names;
    NetworkTreeModel model(names);
    QElapsedTimer timer;
    timer.start();
    model.setForest(forest.parents, forest.depths);
    model.expandAll();
    model.select(99'999);
    model.collapseAll();
    CHECK(names.asked == 0);
    CHECK(timer.elapsed() < 2000);
}

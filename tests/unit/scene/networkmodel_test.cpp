// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/networkmodel.h"

#include "graph3d/scene/networkstate.h"
#include "graph3d/scene/positionsnapshot.h"

#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace majlis::graph3d;

namespace
{

NetworkData tree(int nodes)
{
    NetworkData data;
    for (int i = 0; i < nodes; ++i)
        data.parent.push_back(i == 0 ? -1 : (i - 1) / 3);
    return data;
}

bool settled(const NetworkModel &model)
{
    return QTest::qWaitFor([&] { return model.layoutState() == NetworkModel::LayoutState::Settled; }, 30000);
}

} // namespace

TEST_CASE("a network is loaded, laid out, and comes to rest", "[scene]")
{
    NetworkModel model;
    QSignalSpy reset(&model, &NetworkModel::networkReset);
    QSignalSpy positions(&model, &NetworkModel::positionsChanged);
    CHECK(model.layoutState() == NetworkModel::LayoutState::Empty);
    model.setNetwork(tree(200));
    CHECK(model.isLoading());
    REQUIRE(QTest::qWaitFor([&] { return !reset.isEmpty(); }, 5000));
    CHECK_FALSE(model.isLoading());
    CHECK(model.count() == 200);
    REQUIRE(settled(model));
    CHECK(model.progress() == 1.0);
    CHECK(positions.count() > 1);
    const auto snapshot = model.positions();
    CHECK(snapshot->count == 200);
    for (int i = 0; i < 200; ++i) {
        const float *at = snapshot->texel(i);
        CHECK((std::isfinite(at[0]) && std::isfinite(at[1]) && std::isfinite(at[2])));
        CHECK(static_cast<int>(at[3]) == model.parentOf(i));
    }
    CHECK_FALSE(snapshot->contains(200));
    const auto atRest = positions.count();
    CHECK_FALSE(
        QTest::qWaitFor([&] { return positions.count() != atRest; }, 200)); // nothing moves: nothing is published
}

TEST_CASE("a bad network is refused and what was shown stays", "[scene]")
{
    NetworkModel model;
    model.setPrepared(prepareNetwork(tree(5)).value());
    QSignalSpy failed(&model, &NetworkModel::loadFailed);
    model.setNetwork({.parent = {1, 0}});
    REQUIRE(QTest::qWaitFor([&] { return !failed.isEmpty(); }, 5000));
    CHECK(failed[0][0].value<NetworkFault>() == NetworkFault::Cycle);
    CHECK(model.count() == 5);
    CHECK_FALSE(model.isLoading());
}

TEST_CASE("the second of two loads wins, and a model may go while it loads", "[scene]")
{
    NetworkModel model;
    QSignalSpy reset(&model, &NetworkModel::networkReset);
    model.setNetwork(tree(50000));
    model.setNetwork(tree(7));
    REQUIRE(QTest::qWaitFor([&] { return !reset.isEmpty(); }, 5000));
    CHECK_FALSE(QTest::qWaitFor([&] { return reset.count() > 1; }, 200));
    CHECK(model.count() == 7);
    auto gone = std::make_unique<NetworkModel>();
    gone->setNetwork(tree(20000));
    gone.reset();
    auto running = std::make_unique<NetworkModel>();
    running->setPrepared(prepareNetwork(tree(20000)).value());
    running.reset(); // in the middle of a tick
    QCoreApplication::processEvents();
}

TEST_CASE("joins and leaves reach the positions under their own index", "[scene]")
{
    NetworkModel model;
    model.setPrepared(prepareNetwork(tree(40)).value());
    REQUIRE(settled(model));
    const int joined = model.addNode(5);
    CHECK(joined == 40);
    CHECK(model.parentOf(joined) == 5);
    CHECK(model.pathOf(joined) == QList<int>{40, 5, 1, 0});
    REQUIRE(QTest::qWaitFor([&] { return model.positions()->contains(joined); }, 5000));
    CHECK(static_cast<int>(model.positions()->texel(joined)[3]) == 5);
    model.removeNode(5);
    CHECK_FALSE(model.contains(5));
    CHECK(model.parentOf(joined) == 1);
    REQUIRE(QTest::qWaitFor([&] { return !model.positions()->contains(5); }, 5000));
    CHECK(static_cast<int>(model.positions()->texel(joined)[3]) == 1);
    CHECK(model.count() == 40);
    CHECK(model.addNode(-1) == 41); // never an index again
}

TEST_CASE("a first join makes a network of an empty model", "[scene]")
{
    NetworkModel model;
    CHECK(model.addNode(-1) == 0);
    CHECK(model.addNode(0) == 1);
    REQUIRE(QTest::qWaitFor([&] { return model.positions()->contains(1); }, 5000));
    CHECK(model.layoutState() != NetworkModel::LayoutState::Empty);
    model.clear();
    CHECK(model.count() == 0);
    CHECK(model.layoutState() == NetworkModel::LayoutState::Empty);
}

TEST_CASE("a warm start begins where the nodes were", "[scene]")
{
    NetworkModel first;
    first.setPrepared(prepareNetwork(tree(30)).value());
    REQUIRE(settled(first));
    NetworkData data = tree(30);
    for (int i = 0; i < 30; ++i) {
        const QVector3D at = first.positionOf(i);
        data.warmPositions.insert(data.warmPositions.end(), {at.x(), at.y(), at.z()});
    }
    NetworkModel second;
    second.setPrepared(prepareNetwork(std::move(data)).value());
    REQUIRE(settled(second));
    for (int i = 0; i < 30; ++i)
        CHECK((second.positionOf(i) - first.positionOf(i)).length() < 50.0F);
}

TEST_CASE("pausing holds the layout and resuming lets it go on", "[scene]")
{
    NetworkModel model;
    model.setPrepared(prepareNetwork(tree(3000)).value());
    model.pauseLayout();
    CHECK(model.layoutState() == NetworkModel::LayoutState::Paused);
    model.resumeLayout();
    CHECK(settled(model));
}

TEST_CASE("labels come from the source, for nodes that are there", "[scene]")
{
    NetworkModel model;
    model.setPrepared(prepareNetwork(tree(3)).value());
    CHECK(model.labelOf(0).isEmpty());
    model.setLabelSource([](int index) { return QString::number(index * 10); });
    CHECK(model.labelOf(2) == QString::number(20));
    CHECK(model.labelOf(3).isEmpty());
    CHECK(model.labelOf(-1).isEmpty());
}

TEST_CASE("walking from node to node", "[scene]")
{
    NetworkModel model;
    model.setPrepared(prepareNetwork(tree(8)).value());
    CHECK(model.largestRoot() == 0);
    CHECK(model.firstChildOf(0) == 1);
    CHECK(model.siblingOf(1, 1) == 2);
    CHECK(model.siblingOf(3, -2) == 1);
    CHECK(model.siblingOf(3, 1) == -1);
    CHECK(model.siblingOf(99, 1) == -1);
    CHECK(model.parentOf(0) == -1);
    CHECK(model.depthOf(7) == 2);
    CHECK(model.pathOf(99).isEmpty());
}

TEST_CASE("searches and colours are told to the scene", "[scene]")
{
    NetworkModel model;
    model.setPrepared(prepareNetwork(tree(4)).value());
    QSignalSpy appearance(&model, &NetworkModel::appearanceChanged);
    model.setMatches(std::array{1});
    CHECK(model.hasMatches());
    model.clearMatches();
    CHECK_FALSE(model.hasMatches());
    model.setLook({.colors = {7, 8}});
    REQUIRE(QTest::qWaitFor([&] { return !model.isLookPending(); }, 5000));
    model.setAppearance(3, 200, 2.0F, flags(NodeFlag::Inactive));
    CHECK(appearance.count() == 4);
    CHECK(static_cast<std::uint8_t>(model.state().attributes()[4]) == 8);
    CHECK(static_cast<std::uint8_t>(model.state().attributes()[12]) == 200);
    QSignalSpy palette(&model, &NetworkModel::paletteChanged);
    model.setPalette({});
    CHECK(palette.isEmpty());
    model.setPalette({Qt::red});
    CHECK(palette.count() == 1);
}

TEST_CASE("looks come as whole arrays, and what happens meanwhile is kept", "[scene]")
{
    NetworkModel model;
    model.setPrepared(prepareNetwork(tree(4)).value());
    const auto texel = [&](int node, int channel) {
        return static_cast<std::uint8_t>(model.state().attributes()[node * 4 + channel]);
    };
    QSignalSpy appearance(&model, &NetworkModel::appearanceChanged);
    model.setLook({.colors = {5, 6, 7, 8}});
    model.setLook({.faded = {0, 1, 0, 0}}); // while the first is under way
    model.setLook({.sizes = {4.0F}});
    const int joined = model.addNode(1, 77);
    model.setPath(std::array{1});
    model.setAppearance(2, 99, 1.0F, 0);
    REQUIRE(QTest::qWaitFor([&] { return !model.isLookPending(); }, 5000));
    CHECK(texel(0, ColorChannel) == 5);
    CHECK(texel(1, ColorChannel) == 6);
    CHECK(texel(2, ColorChannel) == 99); // newer than the look
    CHECK(texel(joined, ColorChannel) == 77);
    CHECK(texel(0, SizeChannel) == sizeCode(4.0F));
    CHECK((texel(1, BitsChannel) & (FadedBit | PathBit)) == (FadedBit | PathBit));
    CHECK((texel(0, BitsChannel) & FadedBit) == 0);
    CHECK(model.contains(joined));
    CHECK(appearance.count() >= 2);

    model.setLook({.faded = std::vector<std::uint8_t>(5, 1)});
    model.setPrepared(prepareNetwork(tree(3)).value()); // a look of another network is dropped
    REQUIRE(QTest::qWaitFor([&] { return !model.isLookPending(); }, 5000));
    CHECK((texel(0, BitsChannel) & FadedBit) == 0);
}

TEST_CASE("a lit subtree fades everyone else, in any order of the indices", "[scene]")
{
    CHECK(fadedOutside(std::array{-1, 0, 1, 0, -1}, 1) == std::vector<std::uint8_t>{1, 0, 0, 1, 1});
    CHECK(fadedOutside(std::array{2, 0, -1}, 0) == std::vector<std::uint8_t>{0, 0, 1});
    CHECK(fadedOutside(std::array{-1, 0}, -1) == std::vector<std::uint8_t>{1, 1});
}

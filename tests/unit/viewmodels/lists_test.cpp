// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/connections/connectionsmodel.h"
#include "viewmodels/diagnostics/diagnosticsmodels.h"
#include "viewmodels/home/homemodels.h"
#include "viewmodels/leaderboard/ranksmodel.h"
#include "viewmodels/network/networksearchmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <catch2/catch.hpp>

#include <random>
#include <set>

using namespace majlis::viewmodels;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

std::vector<FactRow> randomRows(std::mt19937 &random)
{
    std::vector<FactRow> rows;
    std::set<int> used;
    const int count = static_cast<int>(random() % 12);
    while (static_cast<int>(rows.size()) < count) {
        if (const int key = static_cast<int>(random() % 20); used.insert(key).second) {
            rows.push_back({QString::number(key), QString::number(random() % 3)});
        }
    }
    return rows;
}

template <class Model>
void checkRoles(Model &model)
{
    QAbstractItemModelTester tester(&model, fatal);
    REQUIRE(model.rowCount() == 1);
    const auto names = model.roleNames();
    CHECK_FALSE(names.isEmpty());
    for (auto role = names.begin(); role != names.end(); ++role) {
        INFO(role.value().toStdString());
        CHECK(model.index(0).data(role.key()).isValid());
    }
    CHECK_FALSE(model.index(0).data(Qt::UserRole + 999).isValid());
}

} // namespace

TEST_CASE("replacing rows gives exact inserts, removes, moves and changes", "[lists]")
{
    std::mt19937 random(7);
    FactsModel model;
    QAbstractItemModelTester tester(&model, fatal);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int round = 0; round < 500; ++round) {
        const auto rows = randomRows(random);
        model.setRows(rows);
        REQUIRE(model.rows() == rows);
    }
    CHECK(resets.isEmpty());
}

TEST_CASE("rows that stay the same are not touched", "[lists]")
{
    FactsModel model;
    model.setRows({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setRows({{u"a"_s, u"1"_s}, {u"b"_s, u"3"_s}});
    REQUIRE(changes.size() == 1);
    CHECK(changes.front().front().toModelIndex().row() == 1);
}

TEST_CASE("every role of every list model has a value", "[lists]")
{
    ChainsModel chains;
    chains.setRows({ChainRow{}});
    checkRoles(chains);
    StrengthModel terms;
    terms.setRows({StrengthTerm{}});
    checkRoles(terms);
    JoinsModel joins;
    joins.setRows({JoinRow{}});
    checkRoles(joins);
    RanksModel ranks;
    ranks.setRows({RankRow{}});
    checkRoles(ranks);
    ConnectionsModel connections;
    connections.setRows({ConnectionRow{}});
    checkRoles(connections);
    ErrorsModel errors;
    errors.setRows({ErrorRow{}});
    checkRoles(errors);
    FeedsModel feeds;
    feeds.setRows({FeedRow{}});
    checkRoles(feeds);
    FactsModel facts;
    facts.setRows({FactRow{}});
    checkRoles(facts);
    NetworkSearchModel search;
    search.setResult({SearchHit{}}, u"1 person"_s);
    checkRoles(search);
}

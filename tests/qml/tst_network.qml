// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Majlis
import Majlis.ViewModels

// What stands around the scene of the network page. The scene itself is tested where there is a graphics driver.
Item {
    id: window

    width: 1280
    height: 800

    readonly property NetworkViewModel network: setup.world.root.network

    NetworkPalette { id: sceneColours }

    Component {
        id: filterPanel
        FilterPanel {
            objectName: "network.filters"
            filters: window.network.filters
        }
    }

    Component {
        id: filterChips
        FilterChips { filters: window.network.filters }
    }

    Component {
        id: legend
        NetworkLegend {
            viewModel: window.network
            tints: sceneColours
        }
    }

    Component {
        id: growthBar
        GrowthBar { growth: window.network.growth }
    }

    Component {
        id: branchPanel
        BranchPanel {
            objectName: "network.branch"
            viewModel: window.network
        }
    }

    Component {
        id: table
        NetworkTable {
            viewModel: window.network
            tints: sceneColours
        }
    }

    TestCase {
        name: "network"
        when: windowShown

        function init() {
            failOnWarning(/.?/);
            setup.world.showNetwork(1000);
            tryVerify(() => window.network.personCount === 1000);
            window.network.filters.clear();
            tryCompare(window.network.filters, "countText", "");
        }

        function make(component, properties) {
            const item = createTemporaryObject(component, window, properties);
            verify(item);
            waitForRendering(item);
            return item;
        }

        function test_filters_light_the_right_people_and_say_how_many() {
            const panel = make(filterPanel, { width: 340, height: 760 });
            const chips = make(filterChips, { width: 600 });
            verify(!chips.visible);
            window.network.filters.verified = NetworkFilterViewModel.Only;
            tryCompare(findChild(panel, "network.filters.count"), "text", "250 of 1,000 people");
            verify(chips.visible);
            mouseClick(findChild(chips, "network.chip.2"));
            tryCompare(window.network.filters, "countText", "");
            compare(window.network.filters.verified, NetworkFilterViewModel.Any);
        }

        function test_a_balance_is_typed_and_what_is_no_sum_says_so() {
            const panel = make(filterPanel, { width: 340, height: 760 });
            const field = findChild(panel, "network.filters.least.input");
            mouseClick(field);
            for (const key of "9,000,000")
                keyClick(key);
            tryCompare(window.network.filters, "countText", "51 of 1,000 people"); // i² × 10 from 9,000,000: i from 949
            keyClick("x");
            verify(window.network.filters.leastError.length > 0);
            tryCompare(window.network.filters, "countText", "");
            window.network.filters.clear();
            compare(field.text, "");
        }

        function test_a_range_that_is_upside_down_says_so() {
            window.network.filters.leastText = "10";
            window.network.filters.mostText = "9";
            verify(window.network.filters.mostError.length > 0);
            window.network.filters.fromText = "2026-02-01";
            window.network.filters.untilText = "2026-01-31";
            verify(window.network.filters.untilError.length > 0);
            window.network.filters.fromText = "soon";
            verify(window.network.filters.fromError.length > 0);
        }

        function test_the_table_keeps_who_is_lit_and_the_way_there() {
            const rows = make(table, { width: 380, height: 700 });
            verify(rows);
            window.network.tree.expandAll();
            compare(window.network.tree.count, 1000);
            window.network.filters.leastText = "9980000"; // the last person alone
            tryCompare(window.network.filters, "countText", "1 of 1,000 people");
            compare(window.network.tree.count, 7); // and the six above
            window.network.filters.clear();
            tryCompare(window.network.tree, "count", 1000);
        }

        function test_levels_are_a_filter_like_the_others() {
            window.network.depthLimit = 2;
            compare(window.network.filters.depth, 2);
            tryCompare(window.network.filters, "countText", "13 of 1,000 people");
            window.network.filters.clearPart(NetworkFilterViewModel.Depth);
            compare(window.network.depthLimit, 7);
        }

        function test_the_scene_takes_all_the_colours() {
            const scene = window.network.model;
            scene.palette = sceneColours.colours;
            compare(scene.palette.length, 16);
            verify(Qt.colorEqual(scene.palette[0], Theme.colors.series[0]));
            verify(Qt.colorEqual(scene.palette[15], Theme.colors.neutral));
        }

        function test_the_legend_says_what_every_colour_means_data() {
            return [
                { tag: "level", by: NetworkColoursViewModel.Depth, first: "Top: 1 people" },
                { tag: "branch", by: NetworkColoursViewModel.Branch },
                { tag: "balance", by: NetworkColoursViewModel.Balance },
                { tag: "age", by: NetworkColoursViewModel.Age }
            ];
        }

        function test_the_legend_says_what_every_colour_means(row) {
            window.network.colours.colourBy = row.by;
            tryVerify(() => !window.network.colours.busy && window.network.colours.legend.rowCount() > 1);
            const shown = make(legend, {});
            verify(shown.implicitHeight < 560);
            let people = 0;
            const model = window.network.colours.legend;
            for (let i = 0; i < model.rowCount(); ++i)
                people += Number(model.data(model.index(i, 0), LegendModel.PeopleRole).replace(",", ""));
            compare(people, 1000); // everybody has one of the colours
            window.network.colours.colourBy = NetworkColoursViewModel.Depth;
        }

        function test_the_film_fades_whoever_had_not_joined_yet() {
            const growth = window.network.growth;
            tryVerify(() => growth.available);
            growth.open = true;
            const bar = make(growthBar, { width: 700 });
            compare(growth.joins.length, 60);
            growth.position = 0.5;
            tryCompare(growth, "countText", "500 people"); // one a day, a thousand days
            growth.position = 0;
            tryCompare(growth, "countText", "1 person");
            mouseClick(findChild(bar, "network.growth.play"));
            verify(growth.playing);
            tryVerify(() => growth.position > 0.01);
            keyClick(Qt.Key_Space);
            verify(!growth.playing);
            growth.open = false;
            tryCompare(growth, "countText", "1,000 people");
        }

        function test_a_branch_is_explained_compared_and_looked_at_alone() {
            const branches = window.network.branches;
            const panel = make(branchPanel, { width: 360, height: 780 });
            window.network.select(1);
            tryVerify(() => branches.explained && branches.name.length > 0);
            compare(branches.terms.rowCount(), 3);
            const explained = branches.terms.data(branches.terms.index(0, 0), StrengthModel.BasisRole);
            verify(explained.indexOf("below") > 0);
            mouseClick(findChild(panel, "network.branch.gather"));
            compare(branches.gatheredCount, 1);
            window.network.select(2);
            branches.gather(2);
            branches.gather(2);
            compare(branches.gatheredCount, 2);
            tryVerify(() => branches.compared.rowCount() > 5);
            // Half of what is below, twice: everyone but the top and the third branch.
            verify(/^Together \d+ people, \d+ verified, holding [\d,.]+$/.test(branches.summary));
            branches.makeTop(2);
            tryVerify(() => /^3\d\d of 1,000 people$/.test(window.network.filters.countText));
            compare(window.network.tree.nodeAt(0), 2);
            branches.leaveTop();
            tryCompare(window.network.filters, "countText", "");
            compare(window.network.tree.nodeAt(0), 0);
            branches.dropAll();
            compare(branches.gatheredCount, 0);
            window.network.select(-1);
        }
    }
}

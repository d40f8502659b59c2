// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQml.Models
import QtTest
import Majlis

// The table sorts by its header, goes by keys, and draws only the rows that can be seen.
Item {
    id: window

    width: 600
    height: 400

    DataTable {
        id: grid
        objectName: "table"
        anchors.fill: parent
        label: "People"
        model: ListModel { id: people }
        columns: [
            DataColumn { title: "Who"; sortKey: 1 },
            DataColumn { title: "Balance"; width: 100; alignEnd: true; sortKey: 2 },
            DataColumn { title: "Note"; width: 80 }
        ]
        delegate: DataRow {
            id: entry
            required property int index
            required property string name

            table: grid
            row: entry.index
            text: entry.name
            DataCell { table: grid; column: 0; text: entry.name }
        }
    }

    SignalSpy { id: sorted; target: grid; signalName: "sortRequested" }
    SignalSpy { id: activated; target: grid; signalName: "rowActivated" }

    TestCase {
        name: "table"
        when: windowShown

        function initTestCase() {
            for (let i = 0; i < 2000; ++i)
                people.append({ name: "Person " + i });
        }

        function init() {
            failOnWarning(/.?/);
            sorted.clear();
            activated.clear();
        }

        function test_columns_fill_the_width_without_overlap() {
            compare(grid.cellWidth(1), 100);
            verify(grid.cellX(0) + grid.cellWidth(0) < grid.cellX(1));
            verify(grid.cellX(2) + grid.cellWidth(2) <= grid.width - grid.inset + 1);
        }

        function test_header_asks_for_order_where_there_is_one() {
            mouseClick(findChild(window, "table.header.1"));
            compare(sorted.count, 1);
            compare(sorted.signalArguments[0][0], 2);
            mouseClick(findChild(window, "table.header.2"));
            compare(sorted.count, 1);
        }

        function test_rows_by_keys() {
            grid.view.forceActiveFocus();
            grid.currentIndex = 0;
            keyClick(Qt.Key_Down);
            compare(grid.currentIndex, 1);
            keyClick(Qt.Key_Return);
            compare(activated.count, 1);
            compare(activated.signalArguments[0][0], 1);
        }

        function test_only_what_can_be_seen_exists() {
            tryVerify(() => grid.view.count === 2000);
            verify(grid.view.contentItem.children.length < 60, "made " + grid.view.contentItem.children.length);
        }
    }
}

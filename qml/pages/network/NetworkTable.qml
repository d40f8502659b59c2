// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The same network as a tree-table: the way through it for the keyboard and for screen readers.
Rectangle {
    id: root

    required property NetworkViewModel viewModel
    required property NetworkPalette tints
    readonly property NetworkTreeModel tree: root.viewModel.tree

    function goLeft(): void {
        const row = people.currentIndex;
        const parentRow = root.tree.parentRow(row);
        if (!root.collapseIfOpen(row) && parentRow >= 0)
            root.viewModel.selectAndFly(root.tree.nodeAt(parentRow));
    }

    function collapseIfOpen(row: int): bool {
        const item = people.view.itemAtIndex(row) as TreeRow;
        const open = item !== null && item.expanded;
        if (open)
            root.tree.collapse(row);
        return open;
    }

    color: Theme.colors.surface

    Rectangle {
        width: Theme.hairline
        height: parent.height
        color: Theme.colors.outline
        opacity: 0.6
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.gapMedium
        anchors.bottomMargin: Theme.gapSmall
        spacing: Theme.gapSmall

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gapMedium
            Layout.rightMargin: Theme.gapSmall
            spacing: 0

            Label {
                Layout.fillWidth: true
                text: qsTr("People")
                level: Label.Large
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }

            IconButton {
                objectName: "network.expandAll"
                iconName: "list-tree"
                text: qsTr("Open all branches")
                onClicked: root.tree.expandAll()
            }

            IconButton {
                objectName: "network.collapseAll"
                iconName: "minus"
                text: qsTr("Close all branches")
                onClicked: root.tree.collapseAll()
            }
        }

        DataTable {
            id: people
            objectName: "network.tree"
            Layout.fillWidth: true
            Layout.fillHeight: true
            label: qsTr("People of your network, as a tree")
            rowHeight: Theme.rowHeightCompact
            model: root.tree
            currentIndex: root.tree.currentRow
            columns: [
                DataColumn { title: qsTr("Who"); weight: 1 },
                DataColumn { title: qsTr("Direct"); width: Theme.scaled(52); alignEnd: true; help: qsTr("Joined through this person.") },
                DataColumn { title: qsTr("Below"); width: Theme.scaled(56); alignEnd: true; help: qsTr("Everyone below this person.") }
            ]
            view.onCurrentIndexChanged: if (view.activeFocus && view.currentIndex >= 0) root.viewModel.select(root.tree.nodeAt(view.currentIndex))
            onRowActivated: row => root.viewModel.selectAndFly(root.tree.nodeAt(row))
            Keys.onLeftPressed: root.goLeft()
            Keys.onRightPressed: root.tree.expand(people.currentIndex)

            delegate: TreeRow {
                table: people
                dot: root.tints.colours[colour]
                onToggleRequested: row => root.tree.toggle(row)
            }
        }
    }
}

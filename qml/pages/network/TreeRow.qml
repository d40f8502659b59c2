// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// One person in the tree-table.
DataRow {
    id: root

    required property int index
    required property string name
    required property string addressText
    required property int depth
    required property bool expandable
    required property bool expanded
    required property string direct
    required property string descendants
    required property bool verified
    required property bool selected
    required property bool onPath
    required property bool faded
    required property int colour
    property color dot: Theme.colors.muted

    readonly property int indent: root.depth * Theme.scaled(14)

    signal toggleRequested(int row)

    row: root.index
    text: qsTr("%1, level %2, %3 below", "person, depth, number of people").arg(root.name).arg(root.depth).arg(root.descendants)

    Row {
        x: root.table.cellX(0) + (root.mirrored ? 0 : root.indent)
        width: root.table.cellWidth(0) - root.indent
        opacity: root.faded ? 0.5 : 1
        height: root.height
        spacing: Theme.gapTiny
        layoutDirection: root.mirrored ? Qt.RightToLeft : Qt.LeftToRight

        Item {
            width: Theme.scaled(18)
            height: parent.height

            Icon {
                anchors.centerIn: parent
                visible: root.expandable
                name: root.expanded ? "chevron-down" : "chevron-right"
                size: Theme.scaled(14)
                mirrored: root.mirrored && !root.expanded
                color: Theme.colors.secondary
            }

            TapHandler {
                enabled: root.expandable
                gesturePolicy: TapHandler.ReleaseWithinBounds
                onTapped: root.toggleRequested(root.row)
            }
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.scaled(8)
            height: width
            radius: width / 2
            color: root.onPath || root.selected ? Theme.colors.warning : root.dot
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width - Theme.scaled(56))
            text: root.name
            mono: root.name === root.addressText
            level: root.name === root.addressText ? Label.Caption : Label.Body
            font.weight: root.selected ? Font.DemiBold : Font.Normal
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.verified
            name: "badge-check"
            size: Theme.scaled(14)
            color: Theme.colors.rise
        }
    }

    DataCell {
        table: root.table
        column: 1
        text: root.direct
        figures: true
        tone: Label.Secondary
    }

    DataCell {
        table: root.table
        column: 2
        text: root.descendants
        figures: true
        tone: Label.Secondary
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// The ground of a table's row: hover, current, click.
T.ItemDelegate {
    id: root

    required property DataTable table
    required property int row
    readonly property bool current: root.ListView.isCurrentItem
    default property alias cells: root.data

    width: root.table.width
    height: root.table.rowHeight
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Row
    Accessible.name: root.text
    Accessible.selected: root.current
    Accessible.onPressAction: root.clicked()
    onClicked: {
        root.table.currentIndex = root.row;
        root.table.rowActivated(root.row);
    }

    background: Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 2
        anchors.rightMargin: 2
        radius: Theme.radiusControl
        color: root.current ? Theme.alpha(Theme.colors.primary, 0.14) : root.hovered ? Theme.colors.hover : "transparent"
        border.width: root.current && root.ListView.view && root.ListView.view.activeFocus ? Theme.focusWidth : 0
        border.color: Theme.colors.focus
    }
}

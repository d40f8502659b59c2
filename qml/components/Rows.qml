// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// Where a Repeater stands inside a layout: its delegates under each other, each as wide as this (`width: rows.width`).
// A Repeater must not be a child of a layout itself: Qt 6.4's layouts read a freed delegate when the model changes while
// they arrange (a crash on real windows only; tests/lint/houserules.py refuses it).
Item {
    id: root

    property alias spacing: column.spacing
    default property alias content: column.data

    Layout.fillWidth: true
    // A Column's own implicit width is the width that its children were given; a layout wants the one they would like.
    implicitWidth: {
        let widest = 0;
        for (let i = 0; i < column.children.length; ++i)
            widest = Math.max(widest, column.children[i].implicitWidth);
        return widest;
    }
    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: root.width
        spacing: Theme.gap
    }
}

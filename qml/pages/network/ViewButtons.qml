// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// The camera's buttons, where maps have them.
Column {
    id: root

    signal fitRequested()
    signal zoomRequested(real steps)

    spacing: Theme.gapTiny

    IconButton {
        objectName: "network.fit"
        floating: true
        iconName: "maximize"
        text: qsTr("Show everyone")
        shortcutText: qsTr("F")
        onClicked: root.fitRequested()
    }

    IconButton {
        objectName: "network.zoomIn"
        floating: true
        iconName: "plus"
        text: qsTr("Nearer")
        shortcutText: qsTr("+")
        onClicked: root.zoomRequested(1)
    }

    IconButton {
        objectName: "network.zoomOut"
        floating: true
        iconName: "minus"
        text: qsTr("Farther")
        shortcutText: qsTr("-")
        onClicked: root.zoomRequested(-1)
    }
}

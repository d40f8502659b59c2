// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// The ring around whatever the keyboard is on: 2 px wide, 2 px away from its parent.
Rectangle {
    id: root

    required property bool shown
    property real cornerRadius: Theme.radiusControl

    anchors.fill: parent
    anchors.margins: -2 * Theme.focusWidth
    radius: root.cornerRadius + 2 * Theme.focusWidth
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.colors.focus
    visible: root.shown
    z: 1
}

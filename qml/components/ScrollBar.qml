// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// A thin bar that grows under the pointer.
T.ScrollBar {
    id: root

    implicitWidth: root.orientation === Qt.Vertical ? 10 : 40
    implicitHeight: root.orientation === Qt.Vertical ? 40 : 10
    padding: 2
    minimumSize: 0.06
    visible: root.policy !== T.ScrollBar.AlwaysOff && root.size < 1
    Accessible.ignored: true

    contentItem: Rectangle {
        radius: 3
        color: root.pressed ? Theme.colors.secondary : Theme.colors.muted
        opacity: root.hovered || root.pressed ? 0.9 : root.active ? 0.6 : 0.3
        Behavior on opacity { NumberAnimation { duration: Theme.durationState } }
    }
}

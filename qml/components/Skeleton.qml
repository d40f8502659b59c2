// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// The shape of what is coming, shown after 150 ms so that quick answers do not flicker.
Rectangle {
    id: root

    implicitHeight: Theme.fontBody
    radius: Math.min(height / 2, Theme.radiusControl)
    color: Theme.colors.pressed
    opacity: 0
    Accessible.ignored: true

    SequentialAnimation {
        running: root.visible
        onRunningChanged: root.opacity = 0

        PauseAnimation { duration: Theme.skeletonDelay }
        NumberAnimation { target: root; property: "opacity"; to: 1; duration: Theme.durationState }
        SequentialAnimation {
            loops: Theme.reduceMotion ? 1 : Animation.Infinite
            NumberAnimation { target: root; property: "opacity"; to: 0.45; duration: 700; easing.type: Easing.InOutSine }
            NumberAnimation { target: root; property: "opacity"; to: 1; duration: 700; easing.type: Easing.InOutSine }
        }
    }
}

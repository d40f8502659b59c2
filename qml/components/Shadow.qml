// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// A soft shadow under a raised surface, without an off-screen pass: a few rounded rectangles that fade outwards.
Item {
    id: root

    property real cornerRadius: Theme.radiusCard
    property int spread: 12
    readonly property int steps: 6

    anchors.fill: parent
    z: -1

    Repeater {
        model: root.steps

        Rectangle {
            required property int index
            readonly property real reach: root.spread * (index + 1) / root.steps

            anchors.fill: parent
            anchors.margins: -reach
            anchors.topMargin: -reach + root.spread / 3
            anchors.bottomMargin: -reach - root.spread / 3
            radius: root.cornerRadius + reach
            color: Theme.alpha(Theme.colors.shadow, Theme.colors.shadow.a / root.steps)
        }
    }
}

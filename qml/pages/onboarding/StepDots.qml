// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// How far along the way one is.
Row {
    id: root

    required property int count
    required property int current

    spacing: Theme.gapSmall
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Step %1 of %2").arg(root.current + 1).arg(root.count)

    Repeater {
        model: root.count

        Rectangle {
            required property int index

            width: index === root.current ? Theme.scaled(24) : Theme.scaled(8)
            height: Theme.scaled(8)
            radius: height / 2
            color: index <= root.current ? Theme.colors.primary : Theme.colors.outline
            Behavior on width { NumberAnimation { duration: Theme.durationPosition; easing.type: Easing.OutCubic } }
        }
    }
}

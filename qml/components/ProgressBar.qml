// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// How far something has come. Unknown length shows a travelling stretch.
T.ProgressBar {
    id: root

    required property string label

    implicitWidth: Theme.scaled(200)
    implicitHeight: 6
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.label

    background: Rectangle {
        radius: 3
        color: Theme.colors.pressed
    }

    Item {
        anchors.fill: parent
        clip: true

        Rectangle {
            id: bar
            width: root.indeterminate ? parent.width * 0.3 : root.visualPosition * parent.width
            height: parent.height
            radius: 3
            color: Theme.colors.primary

            NumberAnimation on x {
                running: root.indeterminate && root.visible && !Theme.reduceMotion
                from: -bar.width
                to: root.width
                duration: 1200
                loops: Animation.Infinite
            }
        }
    }
}

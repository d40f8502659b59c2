// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// A value between two ends. Arrow keys step it.
T.Slider {
    id: root

    required property string label
    // The value in words, such as "125 %".
    property string valueText: ""

    implicitWidth: Theme.scaled(200)
    implicitHeight: Math.max(Theme.hitTarget, Theme.scaled(32))
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.45
    Accessible.role: Accessible.Slider
    Accessible.name: root.label
    Accessible.description: root.valueText

    background: Rectangle {
        x: root.leftPadding
        y: root.topPadding + (root.availableHeight - height) / 2
        width: root.availableWidth
        height: 4
        radius: 2
        color: Theme.colors.controlOutline

        Rectangle {
            x: root.mirrored ? parent.width - width : 0
            width: root.position * parent.width
            height: parent.height
            radius: 2
            color: Theme.colors.primary
        }
    }

    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: root.topPadding + (root.availableHeight - height) / 2
        implicitWidth: Theme.scaled(18)
        implicitHeight: Theme.scaled(18)
        radius: width / 2
        color: Theme.colors.primary
        border.width: 3
        border.color: Theme.colors.surface

        FocusRing {
            shown: root.visualFocus
            cornerRadius: parent.radius
        }
    }
}

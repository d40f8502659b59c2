// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// On or off, at once. Its label says what is on.
T.Switch {
    id: root

    property string description: ""

    implicitWidth: Math.max(implicitContentWidth, indicator.implicitWidth) + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.hitTarget, implicitContentHeight + 2 * Theme.gapTiny)
    spacing: Theme.gap
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.45
    Accessible.role: Accessible.CheckBox
    Accessible.name: root.text
    Accessible.description: root.description
    Accessible.checkable: true
    Accessible.checked: root.checked

    indicator: Rectangle {
        x: root.mirrored ? root.width - width : 0
        anchors.verticalCenter: parent ? parent.verticalCenter : undefined
        implicitWidth: Theme.scaled(38)
        implicitHeight: Theme.scaled(22)
        radius: height / 2
        color: root.checked ? Theme.colors.primary : "transparent"
        border.width: root.checked ? 0 : 1.5
        border.color: Theme.colors.controlOutline
        Behavior on color { ColorAnimation { duration: Theme.durationState } }

        Rectangle {
            readonly property real inset: Theme.scaled(4)
            readonly property bool atEnd: root.checked !== root.mirrored

            x: atEnd ? parent.width - width - inset : inset
            anchors.verticalCenter: parent.verticalCenter
            width: parent.height - 2 * inset
            height: width
            radius: height / 2
            color: root.checked ? Theme.colors.primaryInk : Theme.colors.secondary
            Behavior on x { NumberAnimation { duration: Theme.durationState; easing.type: Easing.OutCubic } }
        }

        FocusRing {
            shown: root.visualFocus
            cornerRadius: parent.radius
        }
    }

    contentItem: Label {
        leftPadding: root.mirrored || root.text.length === 0 ? 0 : root.indicator.width + root.spacing
        rightPadding: root.mirrored && root.text.length > 0 ? root.indicator.width + root.spacing : 0
        text: root.text
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }

    HoverHandler { cursorShape: Qt.PointingHandCursor }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// A button that is an icon. Its text is spoken, and shown in the tooltip with the key that does the same.
T.Button {
    id: root

    required property string iconName
    property bool iconDirectional: false
    property string shortcutText: ""
    property color ink: root.checked ? Theme.colors.primary : Theme.colors.secondary
    // True to sit on top of a picture or the scene: gets a ground of its own.
    property bool floating: false

    implicitWidth: Math.max(Theme.hitTarget, Theme.controlHeight)
    implicitHeight: root.implicitWidth
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.45
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.checkable: root.checkable
    Accessible.checked: root.checked
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            color: root.hovered && !root.checked ? Theme.colors.text : root.ink
            mirrored: root.iconDirectional && root.mirrored
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.floating ? Theme.alpha(Theme.colors.surface, 0.85) : "transparent"
        border.width: root.floating ? Theme.hairline : 0
        border.color: Theme.colors.outline

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.down || root.checked ? Theme.colors.pressed : Theme.colors.hover
            opacity: root.hovered || root.down || root.checked ? 1 : 0
            Behavior on opacity { NumberAnimation { duration: Theme.durationState } }
        }

        FocusRing { shown: root.visualFocus }
    }

    HoverHandler { cursorShape: Qt.PointingHandCursor }
    Tooltip {
        shown: (root.hovered || root.visualFocus) && root.text.length > 0
        text: root.text
        keys: root.shortcutText
    }
}

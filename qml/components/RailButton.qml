// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Majlis

// One entry of the rail.
T.AbstractButton {
    id: root

    required property string iconName
    property bool current: false
    property bool folded: true
    property string keys: ""

    implicitHeight: Math.max(Theme.hitTarget, Theme.scaled(40))
    implicitWidth: Theme.railWidth - 20
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.4
    Accessible.role: Accessible.PageTab
    Accessible.name: root.text
    Accessible.selected: root.current
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.gap

        Item {
            Layout.preferredWidth: root.folded ? root.width : Theme.scaled(32)
            Layout.fillHeight: true

            Icon {
                anchors.centerIn: parent
                name: root.iconName
                color: root.current ? Theme.colors.primary : root.hovered ? Theme.colors.text : Theme.colors.secondary
            }
        }

        Label {
            visible: !root.folded
            Layout.fillWidth: true
            text: root.text
            tone: root.current ? Label.Primary : Label.Secondary
            font.weight: root.current ? Font.DemiBold : Font.Medium
            Accessible.ignored: true
        }

        KeyHint {
            visible: !root.folded && root.hovered && root.keys.length > 0
            Layout.rightMargin: Theme.gapTiny
            keys: root.keys
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.current ? Theme.alpha(Theme.colors.primary, 0.14) : root.down ? Theme.colors.pressed
            : root.hovered ? Theme.colors.hover : "transparent"

        Rectangle {
            visible: root.current
            anchors.left: parent.left
            anchors.leftMargin: -Theme.gapSmall - 2
            anchors.verticalCenter: parent.verticalCenter
            width: 3
            height: parent.height * 0.55
            radius: 1.5
            color: Theme.colors.primary
        }

        FocusRing { shown: root.visualFocus }
    }

    HoverHandler { cursorShape: root.enabled ? Qt.PointingHandCursor : Qt.ArrowCursor }
    Tooltip {
        x: root.mirrored ? -width - Theme.gapSmall : root.width + Theme.gapSmall
        y: (root.height - height) / 2
        shown: root.folded && (root.hovered || root.visualFocus)
        text: root.text
        keys: root.keys
    }
}

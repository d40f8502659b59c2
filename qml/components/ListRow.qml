// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Majlis

// A row of a list: something at the start, a title over a caption, something at the end.
T.ItemDelegate {
    id: root

    property string caption: ""
    property string iconName: ""
    property alias leading: leadingSlot.data
    property alias trailing: trailingSlot.data
    property bool current: false
    // True when the title is an address or a hash.
    property bool mono: false
    property bool clickable: true

    implicitWidth: Theme.scaled(240)
    implicitHeight: Math.max(Theme.rowHeight, content.implicitHeight + 2 * Theme.gapSmall)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: root.clickable ? Qt.StrongFocus : Qt.NoFocus
    hoverEnabled: root.clickable
    Accessible.role: Accessible.ListItem
    Accessible.name: root.text
    Accessible.description: root.caption
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    RowLayout {
        id: content
        anchors.fill: parent
        anchors.leftMargin: root.leftPadding
        anchors.rightMargin: root.rightPadding
        spacing: Theme.gap

        RowLayout {
            id: leadingSlot
            visible: children.length > 0
        }

        Icon {
            visible: root.iconName.length > 0
            name: root.iconName
            color: root.current ? Theme.colors.primary : Theme.colors.secondary
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 1

            Label {
                Layout.fillWidth: true
                text: root.text
                mono: root.mono
                font.weight: root.mono ? Font.Normal : Font.Medium
                Accessible.ignored: true
            }

            Label {
                Layout.fillWidth: true
                visible: root.caption.length > 0
                text: root.caption
                level: Label.Caption
                tone: Label.Muted
                figures: true
                Accessible.ignored: true
            }
        }

        RowLayout {
            id: trailingSlot
            spacing: Theme.gapSmall
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.down ? Theme.colors.pressed : root.current ? Theme.alpha(Theme.colors.primary, 0.12)
            : root.hovered ? Theme.colors.hover : "transparent"

        FocusRing { shown: root.visualFocus }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// Keys drawn as keys: "Ctrl+K" becomes two caps.
Row {
    id: root

    required property string keys

    spacing: 3
    layoutDirection: Qt.LeftToRight
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.StaticText
    Accessible.name: root.keys
    Accessible.ignored: !root.visible

    Repeater {
        model: root.keys.length > 0 ? root.keys.split("+") : []

        Rectangle {
            id: cap
            required property string modelData

            implicitWidth: Math.max(implicitHeight, capText.implicitWidth + Theme.gapSmall)
            implicitHeight: Theme.scaled(20)
            radius: 4
            color: Theme.colors.hover
            border.width: Theme.hairline
            border.color: Theme.colors.outline

            Label {
                id: capText
                anchors.centerIn: parent
                text: cap.modelData
                level: Label.Caption
                tone: Label.Secondary
                font.pixelSize: Theme.scaled(11)
                Accessible.ignored: true
            }
        }
    }
}

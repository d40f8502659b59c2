// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis
import Majlis.ViewModels

// Which filters are on, and how many people are left. A chip takes its filter off.
Flow {
    id: root

    required property NetworkFilterViewModel filters

    spacing: Theme.gapSmall
    visible: root.filters.active

    Badge {
        objectName: "network.chips.count"
        visible: text.length > 0
        text: root.filters.countText
        kind: root.filters.nobody ? Badge.Warning : Badge.Info
        height: Theme.scaled(28)
    }

    Repeater {
        model: root.filters.chips

        T.AbstractButton {
            id: chip
            required property int part
            required property string label

            objectName: "network.chip." + chip.part
            implicitWidth: row.implicitWidth + 2 * Theme.gapSmall
            implicitHeight: Theme.scaled(28)
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("Take off the filter: %1").arg(chip.label)
            Keys.onReturnPressed: chip.clicked()
            Keys.onDeletePressed: chip.clicked()
            onClicked: root.filters.clearPart(chip.part)

            contentItem: Item { }

            background: Rectangle {
                radius: height / 2
                color: Theme.alpha(Theme.colors.surface, 0.92)
                border.width: Theme.hairline
                border.color: chip.hovered ? Theme.colors.secondary : Theme.colors.controlOutline

                FocusRing {
                    shown: chip.visualFocus
                    cornerRadius: parent.radius
                }
            }

            Row {
                id: row
                anchors.centerIn: parent
                spacing: Theme.gapTiny

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: chip.label
                    level: Label.Caption
                    figures: true
                    Accessible.ignored: true
                }

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "x"
                    size: Theme.scaled(12)
                    color: Theme.colors.secondary
                }
            }

            HoverHandler { cursorShape: Qt.PointingHandCursor }
        }
    }

    Button {
        objectName: "network.chips.clear"
        implicitHeight: Theme.scaled(28)
        text: qsTr("Clear all")
        kind: Button.Quiet
        onClicked: root.filters.clear()
    }
}

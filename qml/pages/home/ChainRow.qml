// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// The part of the balance that lies on one chain.
ColumnLayout {
    id: root

    required property int index
    required property string name
    required property string balance
    required property string balanceExact
    required property string valueText
    required property real share
    property bool stale: false

    spacing: Theme.gapTiny
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2", "chain, balance on it").arg(root.name).arg(root.balance)

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Label {
            Layout.fillWidth: true
            text: root.name
            tone: Label.Secondary
            Accessible.ignored: true
        }

        Label {
            visible: root.valueText.length > 0
            text: root.valueText
            tone: Label.Muted
            figures: true
            Accessible.ignored: true
        }

        Label {
            Layout.minimumWidth: Theme.scaled(110)
            text: root.balance
            figures: true
            font.weight: Font.Medium
            tone: root.stale ? Label.Muted : Label.Primary
            horizontalAlignment: Text.AlignRight
            Accessible.ignored: true

            HoverHandler { id: hover }
            Tooltip {
                shown: hover.hovered && root.balanceExact.length > 0
                text: root.balanceExact
            }
        }
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 4
        radius: 2
        color: Theme.colors.pressed

        Rectangle {
            width: parent.width * Math.max(0, Math.min(1, root.share))
            height: parent.height
            radius: 2
            color: Theme.colors.series[root.index % Theme.colors.series.length]
        }
    }
}

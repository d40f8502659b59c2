// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// One of the three terms of strength: what it is, where it comes from, what would raise it.
ColumnLayout {
    id: root

    required property string name
    required property string valueText
    required property string basis
    required property string explanation
    required property real share
    required property int index

    readonly property color ink: root.index === 0 ? Theme.colors.primary : root.index === 1 ? Theme.colors.accent : Theme.colors.rise

    spacing: Theme.gapTiny
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("%1: %2, %3. %4").arg(root.name).arg(root.valueText).arg(root.basis).arg(root.explanation)

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapSmall

        Label {
            Layout.fillWidth: true
            text: root.name
            font.weight: Font.Medium
            Accessible.ignored: true
        }

        Label {
            text: root.valueText
            figures: true
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Theme.scaled(6)
        radius: height / 2
        color: Theme.colors.hover

        Rectangle {
            width: Math.max(root.share > 0 ? 4 : 0, parent.width * root.share)
            height: parent.height
            radius: height / 2
            color: root.ink
        }
    }

    Label {
        Layout.fillWidth: true
        text: root.basis
        figures: true
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }

    Label {
        Layout.fillWidth: true
        text: root.explanation
        level: Label.Caption
        tone: Label.Secondary
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// A fact in a list of facts: its name at the start, its value at the end.
RowLayout {
    id: root

    required property string label
    property string value: ""
    property string help: ""
    property bool figures: true
    property bool mono: false
    property int tone: Label.Primary
    property alias trailing: slot.data

    spacing: Theme.gapSmall
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2", "name of a fact, its value").arg(root.label).arg(root.value)

    Label {
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth) + 1
        text: root.label
        tone: Label.Secondary
        Accessible.ignored: true
    }

    HelpMark {
        visible: root.help.length > 0
        text: root.help
    }

    Label {
        Layout.fillWidth: true
        Layout.minimumWidth: Theme.scaled(40)
        visible: root.value.length > 0
        text: root.value
        tone: root.tone
        figures: root.figures
        mono: root.mono
        font.weight: Font.Medium
        horizontalAlignment: Text.AlignRight
        Accessible.ignored: true
    }

    RowLayout {
        id: slot
        visible: children.length > 0
    }
}

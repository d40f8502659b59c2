// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// The head of a step.
ColumnLayout {
    id: root

    required property string title
    property string text: ""

    spacing: Theme.gapSmall

    Label {
        Layout.fillWidth: true
        text: root.title
        level: Label.Heading
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
    }

    Label {
        Layout.fillWidth: true
        visible: root.text.length > 0
        text: root.text
        tone: Label.Secondary
        wrapMode: Text.Wrap
    }
}

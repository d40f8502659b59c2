// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// A setting: what it is at the start, its control at the end.
RowLayout {
    id: root

    required property string title
    property string text: ""

    Layout.fillWidth: true
    // Layouts stretch unless told not to, and a row that was once narrow keeps the height it had then.
    Layout.fillHeight: false
    Layout.minimumHeight: Theme.controlHeight
    spacing: Theme.gapLarge

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        Layout.alignment: Qt.AlignVCenter
        spacing: 2

        Label {
            Layout.fillWidth: true
            text: root.title
            font.weight: Font.Medium
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            visible: root.text.length > 0
            text: root.text
            level: Label.Caption
            tone: Label.Muted
            // A wrapped line would keep the height of the first, narrow pass; at ordinary sizes one line is enough.
            wrapMode: Theme.textScale > 1.2 ? Text.Wrap : Text.NoWrap
        }
    }
}

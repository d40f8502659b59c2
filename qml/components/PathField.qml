// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// The path of a file: typed, or picked.
ColumnLayout {
    id: root

    required property string label
    property string path: ""
    property string error: ""
    property string title: ""
    property bool saving: false

    signal edited(string path)
    signal picked(url file)

    spacing: Theme.gapSmall

    TextField {
        objectName: root.objectName + ".text"
        Layout.fillWidth: true
        label: root.label
        error: root.error
        mono: true
        maximumLength: 4096
        text: root.path
        onEdited: text => root.edited(text)
    }

    FilePick {
        objectName: root.objectName
        title: root.title
        saving: root.saving
        onPicked: file => root.picked(file)
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// A button that lets the user pick a file, with a line that says what for.
RowLayout {
    id: root

    property string text: ""
    property string title: ""
    property bool saving: false

    signal picked(url file)

    function open(): void {
        chooser.active = true;
        (chooser.item as FileChooser).open();
    }

    spacing: Theme.gap

    Loader {
        id: chooser
        active: false
        visible: false // it has no picture, and takes no place
        sourceComponent: FileChooser {
            title: root.title
            saving: root.saving
            onAccepted: root.picked(selectedFile)
        }
    }

    Button {
        objectName: root.objectName + ".choose"
        text: qsTr("Choose a file")
        iconName: "file-key"
        onClicked: root.open()
    }

    Label {
        Layout.fillWidth: true
        text: root.text
        level: Label.Caption
        tone: Label.Secondary
        wrapMode: Text.Wrap
    }
}

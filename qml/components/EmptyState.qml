// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// Nothing here yet: what this is, and the one thing to do about it.
ColumnLayout {
    id: root

    required property string title
    property string text: ""
    property string iconName: "inbox"
    property string actionText: ""
    property string actionIcon: ""

    signal actionRequested()

    spacing: Theme.gapSmall

    Rectangle {
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Theme.gapSmall
        implicitWidth: Theme.scaled(56)
        implicitHeight: implicitWidth
        radius: width / 2
        color: Theme.alpha(Theme.colors.primary, 0.1)

        Icon {
            anchors.centerIn: parent
            name: root.iconName
            size: Theme.scaled(24)
            color: Theme.colors.primary
        }
    }

    Label {
        Layout.fillWidth: true
        text: root.title
        level: Label.Title
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
    }

    Label {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.scaled(420)
        visible: root.text.length > 0
        text: root.text
        tone: Label.Secondary
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }

    Button {
        objectName: root.objectName + ".action"
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.gap
        visible: root.actionText.length > 0
        text: root.actionText
        iconName: root.actionIcon
        kind: Button.Primary
        onClicked: root.actionRequested()
    }
}

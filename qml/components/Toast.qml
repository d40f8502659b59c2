// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// A short message that leaves by itself; stays while the pointer is on it. One action at most.
Rectangle {
    id: root

    required property string title
    property string text: ""
    property int kind: Banner.Info
    property int count: 1
    property string actionText: ""

    // While somebody looks at it, it does not leave.
    readonly property bool attended: hover.hovered || action.activeFocus || close.activeFocus

    signal actionRequested()
    signal closeRequested()

    readonly property list<color> inks: [Theme.colors.info, Theme.colors.rise, Theme.colors.warning, Theme.colors.fall]
    readonly property list<string> icons: ["info", "circle-check", "triangle-alert", "circle-alert"]

    implicitWidth: Math.min(Theme.scaled(420), row.implicitWidth + 2 * Theme.gap)
    implicitHeight: row.implicitHeight + Theme.gap
    radius: Theme.radiusCard
    color: Theme.colors.raised
    border.width: Theme.hairline
    border.color: Theme.colors.outline
    Accessible.role: root.kind >= Banner.Warning ? Accessible.AlertMessage : Accessible.Notification
    Accessible.name: root.title
    Accessible.description: root.text

    Announcement { target: root }

    Shadow { }

    HoverHandler { id: hover }

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gapSmall
        spacing: Theme.gap

        Icon {
            name: root.icons[root.kind]
            color: root.inks[root.kind]
        }

        ColumnLayout {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.scaled(320)
            Layout.topMargin: Theme.gapTiny
            Layout.bottomMargin: Theme.gapTiny
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: root.title
                font.weight: Font.Medium
                wrapMode: Text.Wrap
                maximumLineCount: 2
                Accessible.ignored: true
            }

            Label {
                Layout.fillWidth: true
                visible: root.text.length > 0
                text: root.text
                level: Label.Caption
                tone: Label.Secondary
                wrapMode: Text.Wrap
                maximumLineCount: 3
                Accessible.ignored: true
            }
        }

        Badge {
            visible: root.count > 1
            text: qsTr("×%1", "how many times the same message came").arg(root.count)
        }

        Button {
            id: action
            visible: root.actionText.length > 0
            text: root.actionText
            kind: Button.Quiet
            onClicked: root.actionRequested()
        }

        IconButton {
            id: close
            objectName: root.objectName + ".close"
            iconName: "x"
            text: qsTr("Close")
            onClicked: root.closeRequested()
        }
    }
}

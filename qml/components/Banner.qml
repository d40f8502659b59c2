// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// Something the whole page should know, with the way on where there is one.
Rectangle {
    id: root

    enum Kind { Info, Success, Warning, Error }

    required property string title
    property string text: ""
    property int kind: Banner.Info
    property string actionText: ""
    property bool closable: false

    signal actionRequested()
    signal closeRequested()

    readonly property list<color> inks: [Theme.colors.info, Theme.colors.rise, Theme.colors.warning, Theme.colors.fall]
    readonly property list<string> icons: ["info", "circle-check", "triangle-alert", "circle-alert"]
    readonly property color ink: root.inks[root.kind]

    implicitWidth: Theme.scaled(360)
    implicitHeight: row.implicitHeight + 2 * Theme.gap
    radius: Theme.radiusCard
    color: Theme.alpha(root.ink, Theme.isDark ? 0.1 : 0.07)
    border.width: Theme.hairline
    border.color: Theme.alpha(root.ink, 0.45)
    Accessible.role: root.kind === Banner.Info ? Accessible.Notification : Accessible.AlertMessage
    Accessible.name: root.title
    Accessible.description: root.text

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.leftMargin: Theme.gapMedium
        spacing: Theme.gap

        Icon {
            Layout.alignment: root.text.length > 0 ? Qt.AlignTop : Qt.AlignVCenter
            name: root.icons[root.kind]
            color: root.ink
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: root.title
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }

            Label {
                Layout.fillWidth: true
                visible: root.text.length > 0
                text: root.text
                tone: Label.Secondary
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }

        Button {
            objectName: root.objectName + ".action"
            visible: root.actionText.length > 0
            text: root.actionText
            kind: Button.Secondary
            onClicked: root.actionRequested()
        }

        IconButton {
            objectName: root.objectName + ".close"
            visible: root.closable
            iconName: "x"
            text: qsTr("Close this notice")
            onClicked: root.closeRequested()
        }
    }
}

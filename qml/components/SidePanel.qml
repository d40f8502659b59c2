// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// Details of what is selected, at the end edge. Its content scrolls; its title does not.
Rectangle {
    id: root

    required property string title
    property bool closable: true
    default property alias content: body.data

    signal closeRequested()

    implicitWidth: Theme.sidePanelWidth
    color: Theme.colors.surface
    Accessible.role: Accessible.Grouping
    Accessible.name: root.title

    Rectangle {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Theme.hairline
        color: Theme.colors.outline
        opacity: 0.6
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapMedium
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true

            Label {
                Layout.fillWidth: true
                text: root.title
                level: Label.Large
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }

            IconButton {
                objectName: root.objectName + ".close"
                visible: root.closable
                iconName: "x"
                text: qsTr("Close the details")
                shortcutText: qsTr("Esc")
                onClicked: root.closeRequested()
            }
        }

        ScrollPane {
            Layout.fillWidth: true
            Layout.fillHeight: true
            padding: 0

            ColumnLayout {
                id: body
                width: parent.width
                spacing: Theme.gapMedium
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// Somebody in the address book, with the address in full.
Item {
    id: root

    required property int index
    required property string address
    required property string name
    required property string note
    required property string paid
    required property string chains

    signal sendRequested()
    signal editRequested()
    signal removeRequested()
    signal copyRequested()

    objectName: "addressBook.row." + root.index
    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight + 2 * Theme.gapSmall
    Accessible.role: Accessible.ListItem
    Accessible.name: root.name.length > 0 ? root.name : root.address
    Accessible.description: root.note

    RowLayout {
        id: row
        anchors.fill: parent
        spacing: Theme.gap

        Monogram {
            Layout.alignment: Qt.AlignTop
            name: root.name.length > 0 ? root.name : "?"
            seed: root.address.charCodeAt(root.address.length - 1)
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gapSmall

                Label {
                    Layout.maximumWidth: Theme.scaled(260)
                    text: root.name.length > 0 ? root.name : qsTr("Without a name")
                    tone: root.name.length > 0 ? Label.Primary : Label.Muted
                    font.weight: Font.DemiBold
                }

                Badge { text: root.chains }

                Item { Layout.fillWidth: true }
            }

            AddressText {
                objectName: root.objectName + ".address"
                Layout.fillWidth: true
                address: root.address
                level: Label.Caption
                onCopyRequested: root.copyRequested()
            }

            Label {
                Layout.fillWidth: true
                visible: root.note.length > 0 || root.paid.length > 0
                text: root.note.length > 0 && root.paid.length > 0 ? qsTr("%1 · %2", "note, when it was paid").arg(root.note).arg(root.paid)
                    : root.note + root.paid
                level: Label.Caption
                tone: Label.Muted
                wrapMode: Text.Wrap
            }
        }

        IconButton {
            objectName: root.objectName + ".send"
            iconName: "arrow-up"
            text: qsTr("Send to them")
            onClicked: root.sendRequested()
        }

        IconButton {
            objectName: root.objectName + ".edit"
            iconName: "pencil"
            text: qsTr("Change the entry")
            onClicked: root.editRequested()
        }

        IconButton {
            objectName: root.objectName + ".remove"
            visible: root.name.length > 0
            iconName: "trash-2"
            text: qsTr("Remove the entry")
            onClicked: root.removeRequested()
        }
    }
}

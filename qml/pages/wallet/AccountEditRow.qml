// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// One account: its name, its address in full, and what can be done with it. The name is edited in place.
Item {
    id: root

    required property int accountId
    required property string name
    required property string address
    required property string chains
    required property bool isHidden
    required property bool isCurrent
    required property int origin
    property bool busy: false
    property bool editing: false

    signal useRequested()
    signal renameRequested(string name)
    signal hideRequested(bool hide)
    signal copyRequested()
    signal receiveRequested()
    signal exportRequested()
    signal removeRequested()

    function finishEdit(keep: bool): void {
        if (keep)
            root.renameRequested(edit.text);
        root.editing = false;
    }

    objectName: "accounts.row." + root.accountId
    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight + 2 * Theme.gapSmall
    opacity: root.isHidden ? 0.65 : 1
    Accessible.role: Accessible.ListItem
    Accessible.name: root.name

    RowLayout {
        id: row
        anchors.fill: parent
        spacing: Theme.gap

        Monogram {
            Layout.alignment: Qt.AlignTop
            name: root.name
            seed: root.address.charCodeAt(root.address.length - 1)
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            RowLayout {
                Layout.fillWidth: true
                visible: !root.editing
                spacing: Theme.gapSmall

                Label {
                    Layout.maximumWidth: Theme.scaled(320)
                    text: root.name
                    font.weight: Font.DemiBold
                }

                Badge { text: root.chains }

                Badge {
                    visible: root.origin !== AccountsModel.Derived
                    text: root.origin === AccountsModel.Imported ? qsTr("Imported") : qsTr("Watched")
                    kind: root.origin === AccountsModel.Imported ? Badge.Warning : Badge.Info
                    iconName: root.origin === AccountsModel.Imported ? "key-round" : "eye"
                }

                Badge {
                    visible: root.isCurrent
                    text: qsTr("In use")
                    kind: Badge.Positive
                    iconName: "check"
                }

                Badge {
                    visible: root.isHidden
                    text: qsTr("Hidden")
                    iconName: "eye-off"
                }

                Item { Layout.fillWidth: true }
            }

            TextField {
                id: edit
                objectName: root.objectName + ".edit"
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.scaled(360)
                visible: root.editing
                maximumLength: 64
                placeholder: qsTr("Name of the account")
                onAccepted: root.finishEdit(true)
                Keys.onEscapePressed: root.finishEdit(false)
            }

            AddressText {
                objectName: root.objectName + ".address"
                Layout.fillWidth: true
                address: root.address
                level: Label.Caption
                onCopyRequested: root.copyRequested()
            }
        }

        IconButton {
            objectName: root.objectName + ".rename"
            iconName: root.editing ? "check" : "pencil"
            text: root.editing ? qsTr("Keep the name") : qsTr("Change the name of %1").arg(root.name)
            enabled: !root.busy
            onClicked: {
                if (root.editing)
                    return root.finishEdit(true);
                edit.text = root.name;
                root.editing = true;
                edit.focusInput();
            }
        }

        IconButton {
            objectName: root.objectName + ".hide"
            visible: !root.isCurrent
            iconName: root.isHidden ? "eye" : "eye-off"
            text: root.isHidden ? qsTr("Show %1 again").arg(root.name) : qsTr("Hide %1").arg(root.name)
            onClicked: root.hideRequested(!root.isHidden)
        }

        IconButton {
            objectName: root.objectName + ".receive"
            iconName: "arrow-down"
            text: qsTr("Receive with %1").arg(root.name)
            onClicked: root.receiveRequested()
        }

        IconButton {
            objectName: root.objectName + ".export"
            visible: root.origin !== AccountsModel.Watched
            iconName: "file-key"
            text: qsTr("Export the key of %1").arg(root.name)
            onClicked: root.exportRequested()
        }

        IconButton {
            objectName: root.objectName + ".remove"
            visible: root.origin !== AccountsModel.Derived
            iconName: "trash-2"
            text: qsTr("Remove %1").arg(root.name)
            enabled: !root.busy
            onClicked: root.removeRequested()
        }

        Button {
            objectName: root.objectName + ".use"
            visible: !root.isCurrent && !root.isHidden && root.origin !== AccountsModel.Watched
            text: qsTr("Use")
            onClicked: root.useRequested()
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The platforms that the program talks to. A new one is tested before it is saved.
ScrollPane {
    id: root

    required property ConnectionsViewModel viewModel
    required property ShellViewModel shell

    maximumWidth: Theme.scaled(920)

    ColumnLayout {
        width: parent.width
        spacing: Theme.gapLarge

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Connections")
            caption: qsTr("Majlis talks to the platforms in this list and to nobody else.")
        }

        SandboxCard {
            objectName: "connections.sandbox"
            Layout.fillWidth: true
            viewModel: root.viewModel
        }

        Card {
            Layout.fillWidth: true
            title: qsTr("Platforms")

            Rows {
                id: rows
                spacing: Theme.gapTiny

                Repeater {
                    model: root.viewModel.connections

                    ConnectionRow {
                        width: rows.width
                        onUseRequested: id => root.viewModel.use(id)
                        onCheckRequested: id => root.viewModel.check(id)
                        onRemoveRequested: (id, name) => removal.ask(id, name)
                    }
                }
            }
        }

        AddConnectionCard {
            objectName: "connections.add"
            Layout.fillWidth: true
            viewModel: root.viewModel
        }
    }

    Dialog {
        id: removal

        property string connectionId: ""

        function ask(id: string, name: string): void {
            removal.connectionId = id;
            removal.title = qsTr("Remove %1?", "name of a connection").arg(name);
            removal.open();
        }

        objectName: "connections.removal"
        message: qsTr("Its session on this computer is forgotten. Your wallet and your account on the platform stay as they are.")
        acceptText: qsTr("Remove")
        dangerous: true
        onAccepted: root.viewModel.remove(removal.connectionId)
    }
}

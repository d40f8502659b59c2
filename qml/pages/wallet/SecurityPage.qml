// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What protects the wallet: when it locks, the sessions with platforms, what others may take, its passphrase.
WalletPage {
    id: root

    required property SecurityViewModel viewModel

    title: qsTr("Security")
    caption: qsTr("Your keys stay on this computer, in a process of their own that has no network.")

    Card {
        Layout.fillWidth: true
        title: qsTr("Locking")

        LockRow { settings: root.viewModel.settings }

        Divider { Layout.fillWidth: true }

        SettingRow {
            title: qsTr("Locks at once")
            text: qsTr("When the computer goes to sleep, when your session is locked, and with Ctrl+L.")
            Button {
                objectName: "security.lock"
                text: qsTr("Lock now")
                iconName: "lock"
                onClicked: root.shell.lock()
            }
        }

        Divider { Layout.fillWidth: true }

        SettingRow {
            title: qsTr("Wrong passphrases")
            text: qsTr("After five in a row each further one has to wait, up to 30 seconds.")
        }
    }

    SessionsCard {
        objectName: "security.sessions"
        Layout.fillWidth: true
        viewModel: root.viewModel.sessions
    }

    ApprovalsCard {
        objectName: "security.approvals"
        Layout.fillWidth: true
        viewModel: root.viewModel.approvals
    }

    Card {
        Layout.fillWidth: true
        title: qsTr("Passphrase")
        caption: qsTr("It opens the wallet on this computer. It is not your recovery phrase, and cannot bring the wallet back.")

        SecretField {
            objectName: "security.current"
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.scaled(420)
            buffer: root.viewModel.current
            label: qsTr("Passphrase of today")
            error: root.viewModel.error.present ? root.viewModel.error.title : ""
        }

        SecretField {
            objectName: "security.next"
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.scaled(420)
            buffer: root.viewModel.next
            label: qsTr("New passphrase")
            hint: root.viewModel.nextHint
        }

        SecretField {
            objectName: "security.again"
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.scaled(420)
            buffer: root.viewModel.again
            label: qsTr("New passphrase, once more")
            error: root.viewModel.againError
            onAccepted: root.viewModel.change()
        }

        Banner {
            objectName: "security.changed"
            Layout.fillWidth: true
            visible: root.viewModel.changed
            kind: Banner.Success
            title: qsTr("The new passphrase holds from now on")
        }

        Button {
            objectName: "security.change"
            text: qsTr("Change the passphrase")
            kind: Button.Primary
            iconName: "key-round"
            busy: root.viewModel.loading
            enabled: root.viewModel.canChange
            onClicked: root.viewModel.change()
        }
    }
}

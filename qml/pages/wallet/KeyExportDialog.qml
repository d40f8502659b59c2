// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Taking an account's key out, behind the passphrase.
Dialog {
    id: root

    required property KeyExportViewModel viewModel

    objectName: "keyExport"
    visible: root.viewModel.open
    title: qsTr("Export the key of %1", "name of an account").arg(root.viewModel.accountName)
    message: root.viewModel.copied ? "" : qsTr("Whoever has this key has the account. Copy it only where you keep it, and show it to nobody.")
    acceptText: qsTr("Copy the key")
    rejectText: root.viewModel.copied ? qsTr("Done") : qsTr("Cancel")
    acceptShown: !root.viewModel.copied
    acceptable: root.viewModel.canExport
    dangerous: true
    busy: root.viewModel.loading
    closesOnAccept: false
    onRejected: root.viewModel.close()
    onConfirmed: root.viewModel.exportKey()

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        SegmentedControl {
            objectName: "keyExport.format"
            visible: !root.viewModel.copied
            label: qsTr("Format")
            options: root.viewModel.solana ? [qsTr("Key file"), qsTr("Bare key")] : [qsTr("Keystore file"), qsTr("Bare key")]
            currentIndex: root.viewModel.asFile ? 0 : 1
            onChosen: index => root.viewModel.asFile = index === 0
        }

        SecretField {
            objectName: "keyExport.passphrase"
            Layout.fillWidth: true
            visible: !root.viewModel.copied
            buffer: root.viewModel.passphrase
            label: qsTr("Your passphrase")
            hint: qsTr("The one that opens Majlis.")
            error: root.viewModel.error.present ? root.viewModel.error.title : ""
            onAccepted: root.viewModel.exportKey()
        }

        SecretField {
            objectName: "keyExport.filePassphrase"
            Layout.fillWidth: true
            visible: root.viewModel.filePassphraseNeeded && !root.viewModel.copied
            buffer: root.viewModel.filePassphrase
            label: qsTr("A passphrase for the file")
            hint: qsTr("The program that reads the file asks for it.")
        }

        SecretField {
            objectName: "keyExport.fileAgain"
            Layout.fillWidth: true
            visible: root.viewModel.filePassphraseNeeded && !root.viewModel.copied
            buffer: root.viewModel.fileAgain
            label: qsTr("The same once more")
            error: root.viewModel.fileError
            onAccepted: root.viewModel.exportKey()
        }

        Banner {
            objectName: "keyExport.copied"
            Layout.fillWidth: true
            visible: root.viewModel.copied
            kind: Banner.Success
            title: qsTr("The key is on the clipboard for 30 seconds")
            text: qsTr("Then it is taken off again, unless you copy something else before. A clipboard history may keep it longer.")
        }
    }
}

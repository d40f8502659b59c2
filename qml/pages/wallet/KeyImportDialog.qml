// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// A key from another wallet, or an address to watch.
Dialog {
    id: root

    required property KeyImportViewModel viewModel
    readonly property bool watching: root.viewModel.kind === KeyImportViewModel.Watch

    objectName: "keyImport"
    visible: root.viewModel.open
    title: root.watching ? qsTr("Watch an address") : qsTr("Import a key")
    message: root.watching ? qsTr("You see it and can receive with it. It cannot sign: its key is not here.")
        : qsTr("The key is kept in this wallet from now on. Your recovery phrase does not bring it back.")
    acceptText: root.watching ? qsTr("Watch it") : qsTr("Import it")
    acceptable: root.viewModel.canImport
    busy: root.viewModel.loading
    closesOnAccept: false
    onVisibleChanged: root.viewModel.open = visible
    onConfirmed: root.viewModel.import()

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Select {
            objectName: "keyImport.kind"
            Layout.fillWidth: true
            label: qsTr("What it is")
            model: [qsTr("Private key of Ethereum (hex)"), qsTr("Keystore file of Ethereum (JSON)"),
                qsTr("Private key of Solana (base58)"), qsTr("Key file of Solana (JSON)"), qsTr("An address to watch")]
            currentIndex: root.viewModel.kind
            onActivated: index => root.viewModel.kind = index
        }

        TextField {
            objectName: "keyImport.name"
            Layout.fillWidth: true
            label: qsTr("Name")
            maximumLength: 64
            text: root.viewModel.name
            onEdited: text => root.viewModel.name = text
        }

        FilePick {
            objectName: "keyImport.file"
            Layout.fillWidth: true
            visible: root.viewModel.fromFile
            text: root.viewModel.fileName.length > 0 ? qsTr("%1 was read", "name of a file").arg(root.viewModel.fileName) : qsTr("Open the file, or paste what is in it below.")
            title: qsTr("Key file")
            onPicked: file => root.viewModel.readFile(file)
        }

        SecretField {
            objectName: "keyImport.key"
            Layout.fillWidth: true
            visible: !root.watching
            buffer: root.viewModel.key
            label: root.viewModel.filePassphraseNeeded || root.viewModel.kind === KeyImportViewModel.SolanaFile
                ? qsTr("Content of the file") : qsTr("Key")
            hint: qsTr("Paste it, and clear the clipboard afterwards.")
            revealable: false
        }

        SecretField {
            objectName: "keyImport.filePassphrase"
            Layout.fillWidth: true
            visible: root.viewModel.filePassphraseNeeded
            buffer: root.viewModel.filePassphrase
            label: qsTr("Passphrase of the file")
            onAccepted: root.viewModel.import()
        }

        TextField {
            objectName: "keyImport.address"
            Layout.fillWidth: true
            visible: root.watching
            label: qsTr("Address")
            mono: true
            maximumLength: 64
            error: root.viewModel.addressError
            text: root.viewModel.address
            onEdited: text => root.viewModel.address = text
            onAccepted: root.viewModel.import()
        }

        Banner {
            objectName: "keyImport.error"
            Layout.fillWidth: true
            visible: root.viewModel.error.present
            kind: Banner.Error
            title: root.viewModel.error.title
            text: root.viewModel.error.advice
        }
    }
}

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
    readonly property bool done: root.viewModel.copied || root.viewModel.written

    message: root.done ? "" : qsTr("Whoever has this key has the account. Keep it where only you find it, and show it to nobody.")
    acceptText: root.viewModel.occupied ? qsTr("Replace the file") : root.viewModel.toFile ? qsTr("Write the file") : qsTr("Copy the key")
    rejectText: root.done ? qsTr("Done") : qsTr("Cancel")
    acceptShown: !root.done
    acceptable: root.viewModel.canExport || root.viewModel.occupied
    dangerous: true
    busy: root.viewModel.loading
    closesOnAccept: false
    onRejected: root.viewModel.close()
    onConfirmed: root.viewModel.occupied ? root.viewModel.replace() : root.viewModel.exportKey()

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        SegmentedControl {
            objectName: "keyExport.format"
            visible: !root.done
            label: qsTr("Format")
            options: root.viewModel.solana ? [qsTr("Key file"), qsTr("Bare key")] : [qsTr("Keystore file"), qsTr("Bare key")]
            currentIndex: root.viewModel.asFile ? 0 : 1
            onChosen: index => root.viewModel.asFile = index === 0
        }

        SegmentedControl {
            objectName: "keyExport.destination"
            visible: root.viewModel.asFile && !root.done
            label: qsTr("Where to")
            options: [qsTr("A file"), qsTr("The clipboard")]
            currentIndex: root.viewModel.toFile ? 0 : 1
            onChosen: index => root.viewModel.toFile = index === 0
        }

        PathField {
            objectName: "keyExport.path"
            Layout.fillWidth: true
            visible: root.viewModel.toFile && !root.done
            label: qsTr("File")
            error: root.viewModel.pathError
            title: qsTr("Where the key file goes")
            saving: true
            path: root.viewModel.path
            onEdited: path => root.viewModel.path = path
            onPicked: file => root.viewModel.choosePath(file)
        }

        Banner {
            objectName: "keyExport.occupied"
            Layout.fillWidth: true
            visible: root.viewModel.occupied
            kind: Banner.Warning
            title: qsTr("There is such a file already")
            text: qsTr("If it holds a key, that key is gone once it is replaced. Choose another name, or replace it.")
        }

        Banner {
            objectName: "keyExport.failed"
            Layout.fillWidth: true
            visible: root.viewModel.writeFailed
            kind: Banner.Error
            title: root.viewModel.error.title
            text: root.viewModel.error.advice
        }

        SecretField {
            objectName: "keyExport.passphrase"
            Layout.fillWidth: true
            visible: !root.done && !root.viewModel.occupied
            buffer: root.viewModel.passphrase
            label: qsTr("Your passphrase")
            hint: qsTr("The one that opens Majlis.")
            error: root.viewModel.error.present && !root.viewModel.writeFailed ? root.viewModel.error.title : ""
            onAccepted: root.viewModel.exportKey()
        }

        SecretField {
            objectName: "keyExport.filePassphrase"
            Layout.fillWidth: true
            visible: root.viewModel.filePassphraseNeeded && !root.done && !root.viewModel.occupied
            buffer: root.viewModel.filePassphrase
            label: qsTr("A passphrase for the file")
            hint: qsTr("The program that reads the file asks for it.")
        }

        SecretField {
            objectName: "keyExport.fileAgain"
            Layout.fillWidth: true
            visible: root.viewModel.filePassphraseNeeded && !root.done && !root.viewModel.occupied
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

        Banner {
            objectName: "keyExport.written"
            Layout.fillWidth: true
            visible: root.viewModel.written
            kind: Banner.Success
            title: qsTr("The key file is written")
            text: root.viewModel.filePassphraseNeeded ? qsTr("%1. Only you may read it; its own passphrase opens it.", "path of a file").arg(root.viewModel.path)
                : qsTr("%1. Only you may read it, but whoever gets it has the account: no passphrase protects it.", "path of a file").arg(root.viewModel.path)
        }
    }
}

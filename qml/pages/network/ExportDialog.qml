// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The network as a file for other programs: which kind, with or without names.
Dialog {
    id: root

    required property NetworkExportViewModel viewModel
    readonly property bool ready: root.viewModel.status === AsyncState.Ready
    readonly property bool asks: root.viewModel.fileToReplace.length > 0

    function choose(): void {
        chooser.active = true;
        const dialog = chooser.item as FileChooser;
        dialog.defaultSuffix = root.viewModel.suffix;
        dialog.currentFile = dialog.currentFolder + "/" + root.viewModel.suggestedName;
        dialog.open();
    }

    objectName: "networkExport"
    visible: root.viewModel.open
    title: qsTr("Export the network")
    message: qsTr("Everyone who is in it now, as the scene shows them.")
    acceptText: root.asks ? qsTr("Replace it") : qsTr("Choose a file")
    rejectText: root.viewModel.loading ? qsTr("Cancel") : root.ready ? qsTr("Done") : qsTr("Close")
    acceptShown: !root.ready
    busy: root.viewModel.loading
    closesOnAccept: false
    onRejected: root.viewModel.close()
    onConfirmed: root.asks ? root.viewModel.replaceFile() : root.choose()

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Loader {
            id: chooser
            active: false
            sourceComponent: FileChooser {
                title: root.title
                saving: true
                onAccepted: root.viewModel.exportTo(selectedFile)
            }
        }

        Label {
            text: qsTr("Kind of file")
            tone: Label.Secondary
            font.weight: Font.Medium
        }

        Select {
            objectName: "networkExport.format"
            Layout.fillWidth: true
            label: qsTr("Kind of file")
            model: root.viewModel.formats
            currentIndex: root.viewModel.format
            enabled: !root.viewModel.loading
            onActivated: index => root.viewModel.format = index
        }

        Label {
            Layout.fillWidth: true
            text: root.viewModel.formatHint
            level: Label.Caption
            tone: Label.Muted
            wrapMode: Text.Wrap
        }

        Switch {
            objectName: "networkExport.pseudonyms"
            text: qsTr("Without names and addresses")
            checked: root.viewModel.pseudonyms
            enabled: !root.viewModel.loading
            onToggled: root.viewModel.pseudonyms = checked
        }

        Label {
            Layout.fillWidth: true
            visible: root.viewModel.pseudonyms
            text: qsTr("Everyone gets an invented name for this file, joins are told by month and balances by their first two digits. Who knows the shape of this network can still recognise it.")
            level: Label.Caption
            tone: Label.Muted
            wrapMode: Text.Wrap
        }

        ProgressBar {
            objectName: "networkExport.progress"
            Layout.fillWidth: true
            visible: root.viewModel.loading
            label: qsTr("Written so far")
            value: root.viewModel.progress
        }

        Banner {
            objectName: "networkExport.replace"
            Layout.fillWidth: true
            visible: root.asks
            kind: Banner.Warning
            title: qsTr("%1 is there already", "name of a file").arg(root.viewModel.fileToReplace)
            text: qsTr("It is replaced only once the new one is written whole.")
        }

        Banner {
            objectName: "networkExport.done"
            Layout.fillWidth: true
            visible: root.ready
            kind: Banner.Success
            title: root.viewModel.outcome
        }

        Banner {
            objectName: "networkExport.error"
            Layout.fillWidth: true
            visible: root.viewModel.error.present
            kind: Banner.Error
            title: root.viewModel.error.title
            text: root.viewModel.error.advice
        }
    }
}

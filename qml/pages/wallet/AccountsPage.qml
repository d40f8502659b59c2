// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The accounts of this wallet: use, name, hide, and make another one.
WalletPage {
    id: root

    required property AccountsViewModel viewModel
    property bool hiddenShown: false

    title: qsTr("Accounts")
    caption: qsTr("Those of your recovery phrase come back with its words. Imported keys do not: keep them safe on their own.")
    actions: [
        Switch {
            objectName: "accounts.showHidden"
            visible: root.viewModel.hiddenCount > 0
            text: qsTr("Show hidden")
            checked: root.hiddenShown
            onToggled: root.hiddenShown = checked
        },
        Button {
            objectName: "accounts.import"
            text: qsTr("Import or watch")
            iconName: "log-in"
            onClicked: root.viewModel.keyImport.open = true
        }
    ]

    KeyImportDialog { viewModel: root.viewModel.keyImport }

    KeyExportDialog { viewModel: root.viewModel.keyExport }

    Dialog {
        id: removal
        objectName: "accounts.removal"

        property int accountId: -1
        property string accountName: ""

        title: qsTr("Remove %1?", "name of an account").arg(removal.accountName)
        message: qsTr("Its key is wiped from this wallet. Your recovery phrase does not bring it back: export it first, unless you have it elsewhere.")
        acceptText: qsTr("Remove it")
        dangerous: true
        onAccepted: root.viewModel.remove(removal.accountId)
    }

    Card {
        Layout.fillWidth: true
        title: qsTr("In this wallet")

        Rows {
            id: rows
            spacing: Theme.gapSmall

            Repeater {
                model: root.viewModel.accounts

                AccountEditRow {
                    id: row
                    width: rows.width
                    visible: !row.isHidden || root.hiddenShown
                    busy: root.viewModel.loading
                    onUseRequested: root.viewModel.use(row.accountId)
                    onRenameRequested: name => root.viewModel.rename(row.accountId, name)
                    onHideRequested: hide => root.viewModel.setHidden(row.accountId, hide)
                    onCopyRequested: root.viewModel.copyAddress(row.accountId)
                    onReceiveRequested: root.viewModel.receive(row.accountId)
                    onExportRequested: root.viewModel.keyExport.begin(row.accountId)
                    onRemoveRequested: {
                        removal.accountId = row.accountId;
                        removal.accountName = row.name;
                        removal.open();
                    }
                }
            }
        }

        Banner {
            objectName: "accounts.error"
            Layout.fillWidth: true
            visible: root.viewModel.error.present
            kind: Banner.Error
            title: root.viewModel.error.title
            text: root.viewModel.error.advice
        }
    }

    Card {
        Layout.fillWidth: true
        title: qsTr("Another account")
        caption: qsTr("It is derived from your phrase, so your backup holds it already.")

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapMedium

            TextField {
                objectName: "accounts.name"
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                label: qsTr("Name")
                hint: qsTr("Only you see it.")
                maximumLength: 64
                text: root.viewModel.draftName
                onEdited: text => root.viewModel.draftName = text
                onAccepted: root.viewModel.add()
            }

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                spacing: Theme.gapTiny

                Label {
                    text: qsTr("For")
                    tone: Label.Secondary
                    font.weight: Font.Medium
                }

                SegmentedControl {
                    objectName: "accounts.family"
                    label: qsTr("For")
                    options: [qsTr("Ethereum and its like", "chains"), qsTr("Solana")]
                    currentIndex: root.viewModel.draftSolana ? 1 : 0
                    onChosen: index => root.viewModel.draftSolana = index === 1
                }
            }
        }

        Button {
            objectName: "accounts.add"
            Layout.alignment: Qt.AlignRight
            text: qsTr("Add the account")
            kind: Button.Primary
            iconName: "plus"
            enabled: root.viewModel.canAdd
            busy: root.viewModel.loading
            onClicked: root.viewModel.add()
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Whom the user pays: names for addresses, kept sealed in the wallet.
WalletPage {
    id: root

    required property AddressBookViewModel viewModel

    title: qsTr("Address book")
    caption: qsTr("Kept sealed in your wallet: while it is locked nobody reads an address here, or puts another in its place.")

    Banner {
        objectName: "addressBook.error"
        Layout.fillWidth: true
        visible: root.viewModel.error.present
        kind: Banner.Error
        title: root.viewModel.error.title
        text: root.viewModel.error.advice
    }

    GridLayout {
        Layout.fillWidth: true
        columns: root.width > Theme.scaled(860) ? 2 : 1
        columnSpacing: Theme.gapMedium
        rowSpacing: Theme.gapMedium

        Card {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 3
            title: qsTr("People")

            EmptyState {
                objectName: "addressBook.empty"
                Layout.fillWidth: true
                Layout.margins: Theme.gapLarge
                visible: list.count === 0
                title: root.viewModel.available ? qsTr("Nobody yet") : qsTr("The address book is not open")
                text: root.viewModel.available ? qsTr("Add the people whom you pay, so that you know them by name and a swapped address shows.")
                    : qsTr("It could not be read out of the wallet. Lock the wallet and unlock it again.")
                iconName: "users"
            }

            Rows {
                id: rows
                spacing: Theme.gapTiny

                Repeater {
                    id: list
                    model: root.viewModel.contacts

                    ContactRow {
                        id: row
                        width: rows.width
                        onSendRequested: root.viewModel.send(row.address)
                        onEditRequested: root.viewModel.edit(row.address)
                        onRemoveRequested: root.viewModel.remove(row.address)
                        onCopyRequested: root.viewModel.copyAddress(row.address)
                    }
                }
            }
        }

        Card {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 2
            title: root.viewModel.draftKnown ? qsTr("Change an entry") : qsTr("Somebody new")

            TextField {
                objectName: "addressBook.address"
                Layout.fillWidth: true
                label: qsTr("Address")
                error: root.viewModel.draftAddressError
                mono: true
                maximumLength: 64
                text: root.viewModel.draftAddress
                onEdited: text => root.viewModel.draftAddress = text
            }

            Banner {
                objectName: "addressBook.lookalike"
                Layout.fillWidth: true
                visible: root.viewModel.draftLookalike.length > 0
                kind: Banner.Warning
                title: qsTr("This looks like somebody whom you have paid, but is another address")
                text: qsTr("You have paid %1. Compare every letter: such addresses are made to be mistaken.").arg(root.viewModel.draftLookalike)
            }

            TextField {
                objectName: "addressBook.name"
                Layout.fillWidth: true
                label: qsTr("Name")
                maximumLength: 64
                text: root.viewModel.draftName
                onEdited: text => root.viewModel.draftName = text
            }

            TextField {
                objectName: "addressBook.note"
                Layout.fillWidth: true
                label: qsTr("Note")
                maximumLength: 256
                text: root.viewModel.draftNote
                onEdited: text => root.viewModel.draftNote = text
                onAccepted: root.viewModel.save()
            }

            RowLayout {
                Layout.alignment: Qt.AlignRight
                spacing: Theme.gapSmall

                Button {
                    objectName: "addressBook.clear"
                    text: qsTr("Clear")
                    kind: Button.Quiet
                    onClicked: root.viewModel.clearDraft()
                }

                Button {
                    objectName: "addressBook.save"
                    text: root.viewModel.draftKnown ? qsTr("Save") : qsTr("Add")
                    kind: Button.Primary
                    iconName: "check"
                    enabled: root.viewModel.canSave
                    onClicked: root.viewModel.save()
                }
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What to give to somebody who pays: a picture to scan, a link, the address in full.
WalletPage {
    id: root

    required property ReceiveViewModel viewModel

    title: qsTr("Receive")
    caption: qsTr("Show the picture, or send the link or the address. Nothing leaves this computer by itself.")

    GridLayout {
        Layout.fillWidth: true
        columns: root.width > Theme.scaled(860) ? 2 : 1
        columnSpacing: Theme.gapMedium
        rowSpacing: Theme.gapMedium

        Card {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 3
            title: qsTr("What to ask for")

            AccountChoice {
                objectName: "receive.accounts"
                Layout.fillWidth: true
                accounts: root.viewModel.accounts
                currentId: root.viewModel.accountId
                onChosen: accountId => root.viewModel.chooseAccount(accountId)
            }

            ColumnLayout {
                Layout.fillWidth: true
                visible: root.viewModel.chains.length > 1
                spacing: Theme.gapTiny

                Label {
                    text: qsTr("Chain")
                    tone: Label.Secondary
                    font.weight: Font.Medium
                }

                Select {
                    objectName: "receive.chain"
                    Layout.fillWidth: true
                    label: qsTr("Chain")
                    model: root.viewModel.chains
                    currentIndex: root.viewModel.chainIndex
                    onActivated: index => root.viewModel.chainIndex = index
                }
            }

            TextField {
                objectName: "receive.amount"
                Layout.fillWidth: true
                label: qsTr("Amount in %1", "name of a coin").arg(root.viewModel.coin)
                hint: qsTr("Leave it empty to let the payer decide.")
                error: root.viewModel.amountError
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                maximumLength: 80
                text: root.viewModel.amount
                onEdited: text => root.viewModel.amount = text
            }

            TextField {
                objectName: "receive.message"
                Layout.fillWidth: true
                visible: root.viewModel.messagePossible
                label: qsTr("What for")
                hint: qsTr("The payer's wallet shows it.")
                maximumLength: 120
                text: root.viewModel.message
                onEdited: text => root.viewModel.message = text
            }
        }

        Card {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 2
            title: root.viewModel.accountName

            QrCode {
                objectName: "receive.qr"
                Layout.alignment: Qt.AlignHCenter
                implicitWidth: Theme.scaled(248)
                implicitHeight: implicitWidth
                text: root.viewModel.link
                visible: valid
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("QR code of the payment link")
                Accessible.description: root.viewModel.link
            }

            Label {
                Layout.fillWidth: true
                visible: root.viewModel.link.length === 0
                text: qsTr("Put the amount right, and the picture comes back.")
                tone: Label.Muted
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
            }

            AddressText {
                objectName: "receive.address"
                Layout.fillWidth: true
                address: root.viewModel.address
                tone: Label.Primary
                onCopyRequested: root.viewModel.copyAddress()
            }

            Divider { Layout.fillWidth: true }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gapSmall

                Label {
                    Layout.fillWidth: true
                    text: root.viewModel.link
                    level: Label.Caption
                    tone: Label.Secondary
                    mono: true
                    wrapMode: Text.WrapAnywhere
                    maximumLineCount: 4
                    LayoutMirroring.enabled: false
                }

                IconButton {
                    objectName: "receive.copyLink"
                    iconName: "link"
                    text: qsTr("Copy the payment link")
                    enabled: root.viewModel.link.length > 0
                    onClicked: root.viewModel.copyLink()
                }
            }
        }
    }
}

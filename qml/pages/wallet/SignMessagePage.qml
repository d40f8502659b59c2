// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Signing a text of one's own, and checking somebody else's signature.
WalletPage {
    id: root

    required property MessageViewModel viewModel

    title: qsTr("Sign and verify")
    caption: qsTr("A signature shows that an address is yours. It moves nothing and costs nothing.")

    GridLayout {
        Layout.fillWidth: true
        columns: root.width > Theme.scaled(860) ? 2 : 1
        columnSpacing: Theme.gapMedium
        rowSpacing: Theme.gapMedium

        Card {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 1
            title: qsTr("Sign a message")

            AccountChoice {
                objectName: "message.accounts"
                Layout.fillWidth: true
                label: qsTr("Sign with")
                accounts: root.viewModel.accounts
                currentId: root.viewModel.accountId
                onChosen: accountId => root.viewModel.chooseAccount(accountId)
            }

            TextArea {
                objectName: "message.text"
                Layout.fillWidth: true
                label: qsTr("Message")
                hint: qsTr("%1 bytes. Sign nothing that somebody else has written for you and that you do not understand.").arg(root.viewModel.textBytes)
                error: root.viewModel.textError
                text: root.viewModel.text
                onEdited: text => root.viewModel.text = text
            }

            Button {
                objectName: "message.sign"
                Layout.alignment: Qt.AlignRight
                text: qsTr("Look at it and sign")
                kind: Button.Primary
                iconName: "pencil"
                enabled: root.viewModel.canSign
                onClicked: root.viewModel.sign()
            }

            ColumnLayout {
                Layout.fillWidth: true
                visible: root.viewModel.signature.length > 0
                spacing: Theme.gapSmall

                Divider { Layout.fillWidth: true }

                Label {
                    text: qsTr("Signature")
                    tone: Label.Secondary
                    font.weight: Font.Medium
                }

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapSmall

                    Label {
                        objectName: "message.signature"
                        Layout.fillWidth: true
                        text: root.viewModel.signature
                        level: Label.Caption
                        mono: true
                        wrapMode: Text.WrapAnywhere
                        LayoutMirroring.enabled: false
                    }

                    IconButton {
                        objectName: "message.copy"
                        iconName: "copy"
                        text: qsTr("Copy the signature")
                        onClicked: root.viewModel.copySignature()
                    }
                }

                Button {
                    objectName: "message.checkOwn"
                    text: qsTr("Verify it")
                    kind: Button.Quiet
                    iconName: "arrow-right"
                    iconAfterText: true
                    iconDirectional: true
                    onClicked: root.viewModel.checkOwn()
                }
            }
        }

        Card {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 1
            title: qsTr("Verify a signature")

            TextField {
                objectName: "verify.address"
                Layout.fillWidth: true
                label: qsTr("Address that is said to have signed")
                error: root.viewModel.checkAddressError
                mono: true
                maximumLength: 64
                text: root.viewModel.checkAddress
                onEdited: text => root.viewModel.checkAddress = text
            }

            TextArea {
                objectName: "verify.text"
                Layout.fillWidth: true
                label: qsTr("Message")
                hint: qsTr("To the letter: a space more is another message.")
                text: root.viewModel.checkText
                error: root.viewModel.checkTextError
                onEdited: text => root.viewModel.checkText = text
            }

            TextArea {
                objectName: "verify.signature"
                Layout.fillWidth: true
                label: qsTr("Signature")
                lines: 3
                mono: true
                text: root.viewModel.checkSignature
                onEdited: text => root.viewModel.checkSignature = text
            }

            Banner {
                objectName: "verify.good"
                Layout.fillWidth: true
                visible: root.viewModel.verdict === MessageViewModel.Good
                kind: Banner.Success
                title: qsTr("The signature is right")
                text: qsTr("This address has signed exactly this message. When it did so, the signature does not say.")
            }

            Banner {
                objectName: "verify.bad"
                Layout.fillWidth: true
                visible: root.viewModel.verdict === MessageViewModel.Bad
                kind: Banner.Error
                title: qsTr("This signature is not right")
                text: qsTr("Another address signed, or the message or the signature was changed.")
            }

            Button {
                objectName: "verify.check"
                Layout.alignment: Qt.AlignRight
                text: qsTr("Verify")
                kind: Button.Secondary
                iconName: "shield-check"
                enabled: root.viewModel.canCheck
                onClicked: root.viewModel.check()
            }
        }
    }
}

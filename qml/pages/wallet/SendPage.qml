// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Sending a coin or a token: by which node, to whom, how much, at which fee; and what became of earlier payments.
WalletPage {
    id: root

    required property SendViewModel viewModel
    readonly property bool writing: root.viewModel.step === SendViewModel.Form

    title: qsTr("Send")
    caption: root.viewModel.network.length > 0 ? qsTr("On %1. You see everything once more before it is signed.", "name of a chain").arg(root.viewModel.network)
        : qsTr("You see everything once more before it is signed.")

    SendOutcome {
        objectName: "send.outcome"
        Layout.fillWidth: true
        visible: !root.writing
        viewModel: root.viewModel
    }

    Card {
        Layout.fillWidth: true
        visible: root.writing
        title: qsTr("From")

        AccountChoice {
            objectName: "send.accounts"
            Layout.fillWidth: true
            accounts: root.viewModel.accounts
            currentId: root.viewModel.accountId
            onChosen: accountId => root.viewModel.chooseAccount(accountId)
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapSmall

            TextField {
                objectName: "send.node"
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                label: qsTr("Node of the chain")
                hint: qsTr("A server that you trust to tell you how the chain stands. It sees your addresses, never a key.")
                error: root.viewModel.nodeError
                placeholder: "https://"
                mono: true
                maximumLength: 2048
                inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
                text: root.viewModel.node
                onEdited: text => root.viewModel.node = text
                onAccepted: root.viewModel.useNode()
            }

            Button {
                objectName: "send.useNode"
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: Theme.fontBody + Theme.gapSmall
                text: qsTr("Use it")
                enabled: root.viewModel.node.length > 0 && root.viewModel.nodeError.length === 0
                onClicked: {
                    root.viewModel.useNode();
                    root.viewModel.refresh();
                }
            }
        }

        Banner {
            objectName: "send.error"
            Layout.fillWidth: true
            visible: root.viewModel.error.present
            kind: Banner.Error
            title: root.viewModel.error.title
            text: root.viewModel.error.details.length > 0 ? qsTr("%1\n%2", "what to do, technical details").arg(root.viewModel.error.advice).arg(root.viewModel.error.details)
                : root.viewModel.error.advice
            actionText: qsTr("Try again")
            onActionRequested: root.viewModel.refresh()
        }
    }

    Card {
        Layout.fillWidth: true
        visible: root.writing && root.viewModel.hasNode
        title: qsTr("To")

        TextField {
            objectName: "send.recipient"
            Layout.fillWidth: true
            label: qsTr("Address of the recipient")
            hint: root.viewModel.recipientName
            error: root.viewModel.recipientError
            mono: true
            maximumLength: 64
            text: root.viewModel.recipient
            onEdited: text => root.viewModel.recipient = text
        }

        RecipientWarnings {
            objectName: "send.warnings"
            Layout.fillWidth: true
            viewModel: root.viewModel
        }

        SendAmount {
            objectName: "send.amounts"
            Layout.fillWidth: true
            viewModel: root.viewModel
        }

        Button {
            objectName: "send.review"
            Layout.alignment: Qt.AlignRight
            text: qsTr("Look at it and sign")
            kind: Button.Primary
            iconName: "arrow-up"
            enabled: root.viewModel.canReview
            busy: root.viewModel.loading
            onClicked: root.viewModel.review()
        }
    }

    PaymentsCard {
        objectName: "send.payments"
        Layout.fillWidth: true
        visible: root.viewModel.payments.count > 0
        viewModel: root.viewModel.payments
    }
}

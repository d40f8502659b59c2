// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Signing in: what it means, the message to the letter, and then the signature.
GatePage {
    id: root

    required property SignInViewModel viewModel
    required property ShellViewModel shell
    readonly property int step: root.viewModel.step
    readonly property bool reviewing: root.step === SignInViewModel.Review || root.step === SignInViewModel.Signing

    cardWidth: Theme.scaled(root.reviewing ? 620 : 500)

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        RoseMark { size: Theme.scaled(44) }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: root.reviewing ? qsTr("Read before you sign")
                    : root.viewModel.hasPlatform ? qsTr("Sign in to %1", "name of a platform").arg(root.viewModel.platformName)
                    : qsTr("Choose a platform")
                level: Label.Heading
                Accessible.role: Accessible.Heading
            }

            Label {
                Layout.fillWidth: true
                visible: root.viewModel.hasPlatform
                text: root.viewModel.platformUrl
                tone: Label.Muted
                level: Label.Caption
                mono: true
            }
        }

        Badge {
            visible: root.viewModel.practice
            text: qsTr("Practice")
            kind: Badge.Accent
        }
    }

    Label {
        Layout.fillWidth: true
        visible: !root.reviewing
        text: root.viewModel.hasPlatform
            ? qsTr("You sign a short message with your wallet to show that this address is yours. It moves nothing and costs nothing. You see the message first.")
            : qsTr("Add a platform by its address, or start the practice platform that runs on this computer.")
        tone: Label.Secondary
        wrapMode: Text.Wrap
    }

    Banner {
        Layout.fillWidth: true
        visible: root.viewModel.practice && !root.reviewing
        kind: Banner.Info
        title: qsTr("This is the practice platform")
        text: qsTr("It runs on this computer. Nothing in it has any value.")
    }

    AccountPicker {
        objectName: "signin.accounts"
        Layout.fillWidth: true
        visible: count > 1 && !root.reviewing && root.viewModel.hasPlatform
        enabled: !root.viewModel.loading
        label: qsTr("Sign in with")
        accounts: root.viewModel.accounts
        onChosen: accountId => root.viewModel.chooseAccount(accountId)
    }

    MessageReview {
        objectName: "signin.message"
        Layout.fillWidth: true
        visible: root.reviewing
        message: root.viewModel.message
        messageBytes: root.viewModel.messageBytes
        accountFull: root.viewModel.accountFull
    }

    Banner {
        objectName: "signin.error"
        Layout.fillWidth: true
        visible: root.viewModel.error.present
        kind: Banner.Error
        title: root.viewModel.error.title
        text: root.viewModel.error.advice
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gapSmall
        spacing: Theme.gapSmall

        Button {
            objectName: "signin.connections"
            visible: !root.reviewing && root.viewModel.hasPlatform
            text: qsTr("Another platform")
            kind: Button.Quiet
            onClicked: root.shell.open(PageId.Connections)
        }

        Button {
            objectName: "signin.cancel"
            visible: root.reviewing
            text: qsTr("Do not sign")
            onClicked: root.viewModel.cancel()
        }

        Item { Layout.fillWidth: true }

        Button {
            objectName: "signin.begin"
            visible: !root.reviewing && root.viewModel.hasPlatform
            text: root.viewModel.error.present ? qsTr("Try again") : qsTr("Show the message")
            kind: Button.Primary
            busy: root.viewModel.loading
            onClicked: root.viewModel.begin()
        }

        Button {
            objectName: "signin.choose"
            visible: !root.viewModel.hasPlatform
            text: qsTr("Choose a platform")
            kind: Button.Primary
            iconName: "plug"
            onClicked: root.shell.open(PageId.Connections)
        }

        Button {
            objectName: "signin.sign"
            visible: root.reviewing
            text: qsTr("Sign in")
            kind: Button.Primary
            iconName: "pencil"
            busy: root.viewModel.loading
            onClicked: root.viewModel.sign()
        }
    }
}

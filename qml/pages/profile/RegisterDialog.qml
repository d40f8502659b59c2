// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Joining under a code: the code, whose it is with the message to the letter, and then the signature.
Dialog {
    id: root

    required property RegistrationViewModel viewModel
    readonly property int step: root.viewModel.step
    readonly property bool reviewing: root.step === RegistrationViewModel.Review || root.step === RegistrationViewModel.Signing
    readonly property bool done: root.step === RegistrationViewModel.Registered

    objectName: "register"
    width: Math.min(Theme.scaled(root.reviewing ? 640 : 480), parent ? parent.width - 2 * Theme.gapLarge : Theme.dialogWidth)
    title: root.done ? qsTr("You have joined") : root.reviewing ? qsTr("Read before you sign") : qsTr("Enter a referral code")
    message: root.done ? qsTr("You are in the network of the owner of this code from now on.")
        : root.reviewing ? qsTr("You join below the owner of this code, once and for ever.")
        : qsTr("The code of the person who told you about this platform. This can be done once and cannot be changed later.")
    acceptText: root.done ? qsTr("Done") : root.reviewing ? qsTr("Sign and join") : qsTr("Look it up")
    rejectText: root.reviewing ? qsTr("Do not sign") : qsTr("Close")
    acceptable: root.done || root.step === RegistrationViewModel.Review || root.viewModel.canLookUp
    busy: root.viewModel.loading
    closesOnAccept: root.done

    visible: root.viewModel.open
    onVisibleChanged: root.viewModel.open = visible
    onOpened: code.focusInput()
    onConfirmed: root.reviewing ? root.viewModel.sign() : root.viewModel.lookUp()

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        TextField {
            id: code
            objectName: "register.code"
            Layout.fillWidth: true
            visible: !root.reviewing && !root.done
            label: qsTr("Referral code")
            placeholder: "HABIBI-BASE-1A2B3C4D"
            mono: true
            text: root.viewModel.code
            error: root.viewModel.codeError
            inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
            onEdited: text => root.viewModel.code = text
            onAccepted: root.viewModel.lookUp()
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: root.reviewing
            spacing: Theme.gapTiny

            Label {
                text: qsTr("The code belongs to")
                tone: Label.Secondary
            }

            AddressText {
                Layout.fillWidth: true
                address: root.viewModel.owner
                copyable: false
                tone: Label.Primary
            }
        }

        MessageReview {
            objectName: "register.message"
            Layout.fillWidth: true
            visible: root.reviewing
            message: root.viewModel.message
            messageBytes: root.viewModel.messageBytes
            accountFull: root.viewModel.accountFull
        }

        Banner {
            objectName: "register.error"
            Layout.fillWidth: true
            visible: root.viewModel.error.present
            kind: Banner.Error
            title: root.viewModel.error.title
            text: root.viewModel.error.advice
        }
    }
}

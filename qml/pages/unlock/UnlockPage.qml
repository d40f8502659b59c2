// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Opens the wallet: the passphrase, or this computer's key store.
GatePage {
    id: root

    required property UnlockViewModel viewModel
    required property ShellViewModel shell

    Component.onCompleted: passphrase.focusInput()

    RoseMark {
        Layout.alignment: Qt.AlignHCenter
        size: Theme.scaled(72)
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("Welcome back")
        level: Label.Heading
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.Heading
    }

    Label {
        Layout.fillWidth: true
        visible: root.viewModel.vault === UnlockViewModel.Good
        text: qsTr("Your wallet is locked. Your passphrase opens it on this computer only.")
        tone: Label.Secondary
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }

    Banner {
        objectName: "unlock.vault"
        Layout.fillWidth: true
        visible: root.viewModel.vaultTitle.length > 0
        kind: root.viewModel.opens ? Banner.Warning : Banner.Error
        title: root.viewModel.vaultTitle
        text: root.viewModel.vaultAdvice
        actionText: root.viewModel.signerTrouble ? qsTr("Try again") : ""
        onActionRequested: root.viewModel.tryAgain()
    }

    SecretField {
        id: passphrase
        objectName: "unlock.passphrase"
        Layout.fillWidth: true
        Layout.topMargin: Theme.gapSmall
        enabled: root.viewModel.opens && root.viewModel.waitSeconds === 0 && !root.viewModel.loading
        label: qsTr("Passphrase")
        buffer: root.viewModel.passphrase
        hint: root.viewModel.waitText
        error: root.viewModel.error.present ? root.viewModel.error.title : ""
        onAccepted: root.viewModel.unlock()
    }

    Label {
        Layout.fillWidth: true
        visible: root.viewModel.error.present && root.viewModel.error.advice.length > 0
        text: root.viewModel.error.advice
        level: Label.Caption
        tone: Label.Secondary
        wrapMode: Text.Wrap
    }

    Button {
        objectName: "unlock.unlock"
        Layout.fillWidth: true
        text: root.viewModel.loading ? qsTr("Opening the wallet") : qsTr("Unlock")
        kind: Button.Primary
        iconName: "lock-open"
        busy: root.viewModel.loading
        enabled: root.viewModel.canUnlock && !root.viewModel.loading
        onClicked: root.viewModel.unlock()
    }

    Button {
        objectName: "unlock.computer"
        Layout.fillWidth: true
        visible: root.viewModel.computer === UnlockViewModel.Ready || root.viewModel.computer === UnlockViewModel.Busy
        text: qsTr("Unlock with this computer")
        iconName: "monitor"
        busy: root.viewModel.computer === UnlockViewModel.Busy
        onClicked: root.viewModel.unlockWithComputer()
    }

    Button {
        objectName: "unlock.import"
        Layout.alignment: Qt.AlignHCenter
        visible: !root.viewModel.signerTrouble
        text: root.viewModel.opens ? qsTr("I forgot my passphrase") : qsTr("Restore from the recovery phrase")
        kind: Button.Quiet
        onClicked: root.viewModel.importInstead()
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What became of a payment.
Card {
    id: root

    required property SendViewModel viewModel
    readonly property int step: root.viewModel.step

    title: root.step === SendViewModel.Landed ? qsTr("Sent") : root.step === SendViewModel.Failed ? qsTr("It did not go through")
        : root.step === SendViewModel.Lost ? qsTr("It was not sent") : root.step === SendViewModel.Unknown ? qsTr("It is not certain what became of it")
        : qsTr("On its way")

    RowLayout {
        Layout.fillWidth: true
        visible: root.viewModel.loading
        spacing: Theme.gapSmall

        Spinner { size: Theme.iconSizeSmall }

        Label {
            Layout.fillWidth: true
            text: root.step === SendViewModel.Sending ? qsTr("The node is given the transaction.") : qsTr("It waits for a place in a block.")
            tone: Label.Secondary
            wrapMode: Text.Wrap
        }
    }

    Label {
        Layout.fillWidth: true
        visible: !root.viewModel.loading
        text: root.step === SendViewModel.Landed ? qsTr("The chain has it. It cannot be taken back.")
            : root.step === SendViewModel.Failed ? qsTr("The chain refused to carry it out. Only the fee was paid.")
            : root.step === SendViewModel.Lost ? qsTr("The chain does not have it and never will. Nothing was paid; send it anew.")
            : qsTr("It is written down, and the chain is asked about it again and again. It may still land: do not send it anew before you know.")
        wrapMode: Text.Wrap
    }

    Banner {
        objectName: "send.unknown"
        Layout.fillWidth: true
        visible: root.viewModel.error.present
        kind: Banner.Warning
        title: root.viewModel.error.title
        text: root.viewModel.error.details
    }

    Label {
        Layout.fillWidth: true
        visible: root.viewModel.transactionId.length > 0
        text: qsTr("Transaction %1").arg(root.viewModel.transactionId)
        level: Label.Caption
        tone: Label.Secondary
        mono: true
        wrapMode: Text.WrapAnywhere
        LayoutMirroring.enabled: false
    }

    RowLayout {
        Layout.alignment: Qt.AlignRight
        spacing: Theme.gapSmall

        Button {
            objectName: "send.lookAgain"
            visible: root.step === SendViewModel.Unknown
            text: qsTr("Look again")
            kind: Button.Primary
            onClicked: root.viewModel.lookAgain()
        }

        Button {
            objectName: "send.another"
            visible: !root.viewModel.loading
            text: root.step === SendViewModel.Landed ? qsTr("Done") : qsTr("Back")
            onClicked: root.viewModel.another()
        }
    }
}

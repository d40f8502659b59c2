// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What is paid with, how much of it, at which fee, and what that comes to.
ColumnLayout {
    id: root

    required property SendViewModel viewModel
    readonly property string unit: root.viewModel.inDollars ? qsTr("US dollars") : root.viewModel.symbol

    spacing: Theme.gap

    Label {
        visible: assets.visible
        text: qsTr("Pay with")
        tone: Label.Secondary
        font.weight: Font.Medium
        Accessible.ignored: true
    }

    Select {
        id: assets
        objectName: "send.asset"
        Layout.fillWidth: true
        Layout.topMargin: -Theme.gapSmall
        visible: root.viewModel.assets.length > 1
        label: qsTr("Pay with")
        model: root.viewModel.assets
        currentIndex: root.viewModel.assetIndex
        onActivated: index => root.viewModel.assetIndex = index
    }

    AddressText {
        objectName: "send.token"
        Layout.fillWidth: true
        visible: root.viewModel.tokenAddress.length > 0
        address: root.viewModel.tokenAddress
        copyable: false
        level: Label.Caption
    }

    FactRow {
        objectName: "send.balance"
        Layout.fillWidth: true
        label: qsTr("Balance")
        value: root.viewModel.balance
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapSmall

        TextField {
            objectName: "send.amount"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            label: root.unit.length > 0 ? qsTr("Amount in %1", "name of a coin or currency").arg(root.unit) : qsTr("Amount")
            hint: root.viewModel.worth
            error: root.viewModel.amountError
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            maximumLength: 80
            text: root.viewModel.amount
            onEdited: text => root.viewModel.amount = text
        }

        SegmentedControl {
            objectName: "send.measure"
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.fontBody + Theme.gapSmall
            visible: root.viewModel.priced
            label: qsTr("What the amount is in")
            options: [root.viewModel.symbol, qsTr("USD")]
            currentIndex: root.viewModel.inDollars ? 1 : 0
            onChosen: index => root.viewModel.inDollars = index === 1
        }

        Button {
            objectName: "send.everything"
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.fontBody + Theme.gapSmall
            text: qsTr("Send all", "the whole balance")
            enabled: root.viewModel.fees.length > 0
            onClicked: root.viewModel.everything()
        }
    }

    Label {
        visible: fee.visible
        text: qsTr("Network fee")
        tone: Label.Secondary
        font.weight: Font.Medium
        Accessible.ignored: true
    }

    Select {
        id: fee
        objectName: "send.fee"
        Layout.fillWidth: true
        Layout.topMargin: -Theme.gapSmall
        visible: root.viewModel.fees.length > 0
        label: qsTr("Network fee")
        model: root.viewModel.fees
        currentIndex: root.viewModel.feeIndex
        onActivated: index => root.viewModel.feeIndex = index
    }

    FactRow {
        objectName: "send.rent"
        Layout.fillWidth: true
        visible: root.viewModel.rent.length > 0
        label: qsTr("To open the recipient's account")
        value: root.viewModel.rent
        help: qsTr("The recipient has no account for this token yet. Solana takes this once to open it.")
    }

    FactRow {
        objectName: "send.total"
        Layout.fillWidth: true
        visible: root.viewModel.total.length > 0
        label: qsTr("In all")
        value: root.viewModel.total
    }

    Banner {
        objectName: "send.feeError"
        Layout.fillWidth: true
        visible: root.viewModel.feeError.length > 0
        kind: Banner.Warning
        title: qsTr("There is too little for the fee")
        text: root.viewModel.feeError
    }

    Banner {
        objectName: "send.before"
        Layout.fillWidth: true
        visible: root.viewModel.before > 0
        kind: Banner.Info
        title: root.viewModel.before === 1 ? qsTr("An earlier payment of this account is not through yet")
            : qsTr("%1 earlier payments of this account are not through yet").arg(root.viewModel.before)
        text: qsTr("See below. What you send now is another payment: do not send the same thing twice.")
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The size of the network and the code that brings people into it.
Card {
    id: root

    required property HomeViewModel viewModel

    signal networkRequested()
    signal profileRequested()

    title: qsTr("Your network")
    actions: Button {
        objectName: "home.network"
        text: qsTr("Fly through it")
        kind: Button.Quiet
        iconName: "arrow-right"
        iconAfterText: true
        iconDirectional: true
        onClicked: root.networkRequested()
    }

    FactRow {
        Layout.fillWidth: true
        label: qsTr("Joined through you")
        value: root.viewModel.directReferrals.length > 0 ? root.viewModel.directReferrals : "–"
    }

    FactRow {
        Layout.fillWidth: true
        label: qsTr("In seven levels")
        value: root.viewModel.totalReferrals.length > 0 ? root.viewModel.totalReferrals : "–"
    }

    FactRow {
        Layout.fillWidth: true
        visible: root.viewModel.referralCode.length > 0
        label: qsTr("Your referral code")
        value: root.viewModel.referralCode
        mono: true
    }

    Item { Layout.fillHeight: true }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The account behind the profile.
Card {
    id: root

    required property ProfileViewModel viewModel

    signal registerRequested()

    title: qsTr("Account")

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Monogram {
            size: Theme.scaled(48)
            name: root.viewModel.displayName.text.length > 0 ? root.viewModel.displayName.text : root.viewModel.address.slice(2)
            seed: root.viewModel.address.charCodeAt(root.viewModel.address.length - 1)
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: root.viewModel.displayName.text.length > 0 ? root.viewModel.displayName.text : qsTr("No name yet")
                level: Label.Large
                font.weight: Font.DemiBold
            }

            RowLayout {
                spacing: Theme.gapSmall

                Badge {
                    text: root.viewModel.role
                    kind: root.viewModel.verified ? Badge.Positive : Badge.Neutral
                    iconName: root.viewModel.verified ? "badge-check" : ""
                }
            }
        }
    }

    Divider { Layout.fillWidth: true }

    Label {
        text: qsTr("Address")
        tone: Label.Secondary
    }

    AddressText {
        objectName: "profile.address"
        Layout.fillWidth: true
        address: root.viewModel.address
        tone: Label.Primary
        onCopyRequested: root.viewModel.copyAddress()
    }

    RowLayout {
        Layout.fillWidth: true
        visible: root.viewModel.referralCode.length > 0
        spacing: 0

        FactRow {
            Layout.fillWidth: true
            label: qsTr("Referral code")
            value: root.viewModel.referralCode
            mono: true
        }

        IconButton {
            objectName: "profile.copyCode"
            iconName: "copy"
            text: qsTr("Copy the referral code")
            onClicked: root.viewModel.copyReferralCode()
        }
    }

    FactRow {
        Layout.fillWidth: true
        visible: root.viewModel.referralUses.length > 0
        label: qsTr("Used")
        value: root.viewModel.referralUses
    }

    FactRow {
        Layout.fillWidth: true
        label: qsTr("Joined through")
        value: root.viewModel.referrer.length > 0 ? root.viewModel.referrer : qsTr("Nobody")
        mono: root.viewModel.referrer.length > 0
    }

    Button {
        objectName: "profile.register"
        Layout.fillWidth: true
        visible: root.viewModel.canRegister
        text: qsTr("Enter a referral code")
        iconName: "user-plus"
        onClicked: root.registerRequested()
    }

    FactRow {
        Layout.fillWidth: true
        label: qsTr("Member since")
        value: root.viewModel.memberSince
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What the account is worth, how strong its network is, who joined, what comes next.
ScrollPane {
    id: root

    required property HomeViewModel viewModel
    required property ShellViewModel shell
    readonly property bool offline: root.shell.connection === ShellViewModel.Offline
    readonly property int columns: width > Theme.scaled(1400) ? 3 : width > Theme.scaled(980) ? 2 : 1

    ColumnLayout {
        width: parent.width
        spacing: Theme.gapLarge

        PageHeader {
            Layout.fillWidth: true
            title: root.viewModel.greeting.length > 0 ? qsTr("Welcome, %1", "name of the user").arg(root.viewModel.greeting) : qsTr("Home")
            async: root.viewModel.balanceState
            offline: root.offline

            IconButton {
                objectName: "home.refresh"
                iconName: "refresh-cw"
                text: qsTr("Fetch everything again")
                onClicked: root.viewModel.refresh()
            }
        }

        Banner {
            objectName: "home.notice"
            Layout.fillWidth: true
            visible: root.viewModel.notice.present
            kind: notice.offline ? Banner.Warning : Banner.Error
            title: root.viewModel.notice.title
            text: root.viewModel.notice.advice
            actionText: root.viewModel.notice.retryable ? qsTr("Try again") : ""
            onActionRequested: root.viewModel.refresh()

            readonly property ErrorView notice: ErrorView { error: root.viewModel.notice }
        }

        // Columns of their own, so that no card is stretched to the height of its neighbour; two cards change places.
        GridLayout {
            Layout.fillWidth: true
            columns: root.columns
            columnSpacing: Theme.gapMedium
            rowSpacing: Theme.gapMedium

            ColumnLayout {
                id: first
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                spacing: Theme.gapMedium

                BalanceCard {
                    objectName: "home.balance"
                    Layout.fillWidth: true
                    viewModel: root.viewModel
                }
            }

            ColumnLayout {
                id: second
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                spacing: Theme.gapMedium

                StrengthCard {
                    objectName: "home.strength"
                    Layout.fillWidth: true
                    viewModel: root.viewModel
                }

                ReferralCard {
                    objectName: "home.referral"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    viewModel: root.viewModel
                    onNetworkRequested: root.shell.open(PageId.Network)
                    onProfileRequested: root.shell.open(PageId.Profile)
                }
            }

            ColumnLayout {
                id: third
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                visible: root.columns === 3
                spacing: Theme.gapMedium
            }
        }

        RebaseCard {
            objectName: "home.rebase"
            parent: root.columns === 3 ? first : second
            Layout.fillWidth: true
            Layout.fillHeight: root.columns === 3
            viewModel: root.viewModel
        }

        JoinsCard {
            objectName: "home.joins"
            parent: root.columns === 3 ? third : root.columns === 2 ? first : second
            Layout.fillWidth: true
            Layout.fillHeight: true
            mostShown: 8
            viewModel: root.viewModel
        }
    }
}

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
    readonly property bool wide: width > Theme.scaled(980)

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

        GridLayout {
            Layout.fillWidth: true
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.gapMedium
            rowSpacing: Theme.gapMedium

            BalanceCard {
                objectName: "home.balance"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                viewModel: root.viewModel
            }

            Card {
                objectName: "home.strength"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                title: qsTr("Network strength")
                caption: qsTr("What your network counts for, and the three things it is made of.")

                AsyncPane {
                    Layout.fillWidth: true
                    async: root.viewModel.strengthState
                    skeletonRows: 3
                    onRetryRequested: root.viewModel.refresh()

                    StrengthMeter {
                        Layout.fillWidth: true
                        value: root.viewModel.strength
                        terms: root.viewModel.strengthTerms
                        stale: root.viewModel.strengthState.freshness.stale
                    }
                }

                Item { Layout.fillHeight: true }
            }

            JoinsCard {
                objectName: "home.joins"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                viewModel: root.viewModel
            }

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                spacing: Theme.gapMedium

                RebaseCard {
                    objectName: "home.rebase"
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
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Who leads, by what.
FocusScope {
    id: root

    required property LeaderboardViewModel viewModel
    required property ShellViewModel shell

    ColumnLayout {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.margins: Theme.gapLarge
        width: Math.min(Theme.contentWidth, parent.width - 2 * Theme.gapLarge)
        spacing: Theme.gapLarge

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Leaderboard")
            async: root.viewModel
            offline: root.shell.connection === ShellViewModel.Offline

            IconButton {
                objectName: "leaderboard.refresh"
                iconName: "refresh-cw"
                text: qsTr("Fetch the ranks again")
                onClicked: root.viewModel.refresh()
            }
        }

        SegmentedControl {
            objectName: "leaderboard.type"
            label: qsTr("Ranked by")
            options: [qsTr("Strength"), qsTr("Balance"), qsTr("All referrals"), qsTr("Direct referrals"), qsTr("Rewards")]
            currentIndex: root.viewModel.type
            onChosen: index => root.viewModel.type = index
        }

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            padding: Theme.gapSmall

            AsyncPane {
                objectName: "leaderboard.pane"
                Layout.fillWidth: true
                Layout.fillHeight: pane_.visible
                async: root.viewModel
                empty: root.viewModel.empty
                emptyTitle: qsTr("Nobody ranks yet")
                emptyText: qsTr("Ranks appear when the platform has counted for the first time.")
                emptyIcon: "trophy"
                skeletonRows: 8
                onRetryRequested: root.viewModel.refresh()

                RanksTable {
                    id: pane_
                    objectName: "leaderboard.table"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    viewModel: root.viewModel
                }
            }

            Item {
                Layout.fillHeight: true
                visible: !pane_.visible
            }
        }
    }
}

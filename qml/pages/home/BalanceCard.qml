// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The balance, and where it lies.
Card {
    id: root

    required property HomeViewModel viewModel
    readonly property bool stale: root.viewModel.balanceState.freshness.stale

    title: qsTr("Balance")
    caption: qsTr("All your %1, on every chain.", "name of a token").arg(root.viewModel.token)

    actions: PartAge { async: root.viewModel.balanceState }

    AsyncPane {
        Layout.fillWidth: true
        async: root.viewModel.balanceState
        skeletonRows: 3
        saidAbove: root.viewModel.notice.title
        onRetryRequested: root.viewModel.refresh()

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapSmall

            Label {
                objectName: "home.total"
                Layout.alignment: Qt.AlignBaseline
                text: root.viewModel.total
                level: Label.Display
                figures: true
                tone: root.stale ? Label.Muted : Label.Primary
                font.strikeout: root.stale

                HoverHandler { id: totalHover }
                Tooltip {
                    shown: totalHover.hovered
                    text: root.viewModel.totalExact
                }
            }

            Label {
                Layout.alignment: Qt.AlignBaseline
                text: root.viewModel.token
                tone: Label.Muted
                level: Label.Large
            }

            Item { Layout.fillWidth: true }

            Label {
                Layout.alignment: Qt.AlignBaseline
                visible: root.viewModel.change.length > 0
                text: root.viewModel.change
                tone: root.viewModel.changeSign > 0 ? Label.Rise : root.viewModel.changeSign < 0 ? Label.Fall : Label.Secondary
                figures: true
                font.weight: Font.DemiBold
            }
        }

        Label {
            visible: root.viewModel.totalValue.length > 0
            text: root.viewModel.totalValue
            tone: Label.Secondary
            figures: true
        }

        Rows {
            id: rows

            Repeater {
                model: root.viewModel.chains

                ChainRow {
                    width: rows.width
                    stale: root.stale
                }
            }
        }
    }

    Item { Layout.fillHeight: true }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// When balances change next, chain by chain.
Card {
    id: root

    required property HomeViewModel viewModel

    title: qsTr("Next rebase")
    caption: qsTr("At a rebase every balance on a chain changes by the same part.")

    actions: PartAge { async: root.viewModel.rebaseState }

    AsyncPane {
        Layout.fillWidth: true
        async: root.viewModel.rebaseState
        skeletonRows: 2
        saidAbove: root.viewModel.notice.title
        onRetryRequested: root.viewModel.refresh()

        Label {
            Layout.fillWidth: true
            text: root.viewModel.nextRebase
            level: Label.Title
            figures: true
            tone: root.viewModel.rebaseState.freshness.stale ? Label.Muted : Label.Primary
        }

        Rows {
            id: rows

            Repeater {
                model: root.viewModel.chains

                RowLayout {
                    id: chain
                    required property string name
                    required property string rebaseIn
                    required property string rebaseAt
                    required property string rebaseLast

                    width: rows.width
                    spacing: Theme.gap

                    Label {
                        Layout.preferredWidth: Theme.scaled(90)
                        text: chain.name
                        tone: Label.Secondary
                    }

                    Label {
                        Layout.fillWidth: true
                        text: chain.rebaseLast
                        level: Label.Caption
                        tone: Label.Muted
                        figures: true
                    }

                    Label {
                        text: chain.rebaseIn
                        figures: true
                        font.weight: Font.Medium

                        HoverHandler { id: hover }
                        Tooltip {
                            shown: hover.hovered && chain.rebaseAt.length > 0
                            text: chain.rebaseAt
                        }
                    }
                }
            }
        }
    }

    Item { Layout.fillHeight: true }
}

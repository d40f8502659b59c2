// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Recent failures, equal ones together.
Card {
    id: root

    required property DiagnosticsViewModel viewModel

    title: qsTr("Recent errors")
    actions: Button {
        objectName: "diagnostics.clear"
        visible: list.count > 0
        text: qsTr("Clear")
        kind: Button.Quiet
        onClicked: root.viewModel.clearErrors()
    }

    Label {
        Layout.fillWidth: true
        visible: list.count === 0
        text: qsTr("Nothing has gone wrong since the program started.")
        tone: Label.Secondary
    }

    Rows {
        id: rows
        visible: list.count > 0

        Repeater {
            id: list
            model: root.viewModel.errors

            ColumnLayout {
                id: failure
                required property string when
                required property string whenExact
                required property string where
                required property string title
                required property string detail
                required property int times

                width: rows.width
                spacing: 2

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapSmall

                    Icon {
                        name: "circle-alert"
                        size: Theme.iconSizeSmall
                        color: Theme.colors.fall
                    }

                    Label {
                        Layout.fillWidth: true
                        text: failure.title
                        font.weight: Font.Medium
                    }

                    Badge {
                        visible: failure.times > 1
                        text: qsTr("×%1", "how many times").arg(failure.times)
                    }

                    Label {
                        text: failure.when
                        level: Label.Caption
                        tone: Label.Muted
                        figures: true

                        HoverHandler { id: hover }
                        Tooltip {
                            shown: hover.hovered
                            text: failure.whenExact
                        }
                    }
                }

                Label {
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.iconSizeSmall + Theme.gapSmall
                    text: failure.where.length > 0 ? qsTr("%1 · %2", "where an error came from, its details").arg(failure.where).arg(failure.detail) : failure.detail
                    level: Label.Caption
                    tone: Label.Secondary
                    mono: true
                    wrapMode: Text.WrapAnywhere
                    maximumLineCount: 4
                }
            }
        }
    }
}

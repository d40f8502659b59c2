// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What went wrong lately, how the live streams are, what this program is made of.
ScrollPane {
    id: root

    required property DiagnosticsViewModel viewModel
    required property ShellViewModel shell

    ColumnLayout {
        width: parent.width
        spacing: Theme.gapLarge

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Diagnostics")
            caption: root.viewModel.summary

            Button {
                objectName: "diagnostics.copy"
                text: qsTr("Copy a report")
                iconName: "copy"
                onClicked: root.viewModel.copyReport()
            }
        }

        Card {
            Layout.fillWidth: true
            padding: Theme.gapSmall

            FeedsTable {
                id: feeds
                objectName: "diagnostics.feeds"
                Layout.fillWidth: true
                Layout.preferredHeight: implicitHeight
                visible: feeds.count > 0
                viewModel: root.viewModel
            }

            EmptyState {
                Layout.fillWidth: true
                Layout.margins: Theme.gapLarge
                visible: feeds.count === 0
                title: qsTr("No live streams")
                text: qsTr("Streams open when a page needs them and you are signed in.")
                iconName: "activity"
            }
        }

        ErrorsCard {
            objectName: "diagnostics.errors"
            Layout.fillWidth: true
            viewModel: root.viewModel
        }

        Card {
            Layout.fillWidth: true
            title: qsTr("Versions")

            Rows {
                id: rows

                Repeater {
                    model: root.viewModel.versions

                    FactRow {
                        required property string name
                        required property string text

                        width: rows.width
                        label: name
                        value: text
                    }
                }
            }
        }

        Label {
            Layout.fillWidth: true
            text: qsTr("Nothing on this page leaves the computer by itself. The report shortens addresses and holds no keys.")
            level: Label.Caption
            tone: Label.Muted
            wrapMode: Text.Wrap
        }
    }
}

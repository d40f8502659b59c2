// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis
import Majlis.ViewModels

// The live streams and how they are.
DataTable {
    id: root

    required property DiagnosticsViewModel viewModel
    readonly property list<int> kinds: [Badge.Neutral, Badge.Info, Badge.Positive, Badge.Neutral, Badge.Warning]

    label: qsTr("Live streams")
    model: root.viewModel.feeds
    columns: [
        DataColumn { title: qsTr("Stream"); weight: 2 },
        DataColumn { title: qsTr("State"); width: Theme.scaled(120) },
        DataColumn { title: qsTr("Over"); width: Theme.scaled(90) },
        DataColumn { title: qsTr("Delay"); width: Theme.scaled(176); alignEnd: true; help: qsTr("From the platform's time stamp to this screen: half of the messages, and 99 in 100, took less.") },
        DataColumn { title: qsTr("Last message"); width: Theme.scaled(110); alignEnd: true },
        DataColumn { title: qsTr("Received"); width: Theme.scaled(84); alignEnd: true },
        DataColumn { title: qsTr("Gaps"); width: Theme.scaled(60); alignEnd: true; help: qsTr("Messages that were missed and asked for again.") }
    ]

    delegate: DataRow {
        id: entry
        required property int index
        required property string stream
        required property string stateText
        required property string dialect
        required property string latency
        required property string lastMessage
        required property string received
        required property string gaps
        required property var model

        table: root
        row: entry.index
        text: qsTr("%1: %2", "stream, its state").arg(entry.stream).arg(entry.stateText)

        DataCell { table: root; column: 0; text: entry.stream }
        Badge {
            x: root.cellX(1)
            y: (entry.height - height) / 2
            text: entry.stateText
            kind: root.kinds[entry.model.state]
        }
        DataCell { table: root; column: 2; text: entry.dialect; tone: Label.Secondary }
        DataCell { table: root; column: 3; text: entry.latency; figures: true }
        DataCell { table: root; column: 4; text: entry.lastMessage; figures: true; tone: Label.Secondary }
        DataCell { table: root; column: 5; text: entry.received; figures: true; tone: Label.Secondary }
        DataCell { table: root; column: 6; text: entry.gaps; figures: true; tone: entry.gaps === "0" || entry.gaps === "–" ? Label.Muted : Label.Warning }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis
import Majlis.ViewModels

// The ranks, best first.
DataTable {
    id: root

    required property LeaderboardViewModel viewModel
    readonly property bool stale: root.viewModel.freshness.stale

    label: qsTr("Ranks")
    model: root.viewModel.ranks
    columns: [
        DataColumn { title: qsTr("Rank"); width: Theme.scaled(64); alignEnd: true },
        DataColumn { title: qsTr("Change"); width: Theme.scaled(72); help: qsTr("Places gained or lost since the last count.") },
        DataColumn { title: qsTr("Who"); weight: 2 },
        DataColumn { title: qsTr("Address"); weight: 1.6 },
        DataColumn { title: qsTr("Balance"); weight: 1; alignEnd: true },
        DataColumn { title: root.viewModel.valueTitle; weight: 1; alignEnd: true }
    ]

    delegate: DataRow {
        id: entry
        required property int index
        required property int rank
        required property string address
        required property string addressText
        required property string name
        required property bool verified
        required property string valueText
        required property string valueExact
        required property string balance
        required property string moveText
        required property int moveSign
        required property bool self

        table: root
        row: entry.index
        text: qsTr("Rank %1: %2, %3", "place, who, by what").arg(entry.rank)
            .arg(entry.name.length > 0 ? entry.name : entry.addressText).arg(entry.valueText)
        onClicked: root.viewModel.showPerson(entry.address)

        DataCell {
            table: root
            column: 0
            text: entry.rank
            figures: true
            font.weight: entry.rank <= 3 ? Font.DemiBold : Font.Normal
            tone: entry.rank <= 3 ? Label.Primary : Label.Secondary
        }

        DataCell {
            table: root
            column: 1
            text: entry.moveText
            figures: true
            level: Label.Caption
            tone: entry.moveSign > 0 ? Label.Rise : entry.moveSign < 0 ? Label.Fall : Label.Muted
        }

        Row {
            x: root.cellX(2)
            width: root.cellWidth(2)
            height: root.rowHeight
            spacing: Theme.gapSmall

            Monogram {
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.scaled(24)
                name: entry.name.length > 0 ? entry.name : entry.address.slice(2)
                seed: entry.address.charCodeAt(entry.address.length - 1)
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, parent.width - Theme.scaled(90))
                text: entry.name.length > 0 ? entry.name : qsTr("No name")
                tone: entry.name.length > 0 ? Label.Primary : Label.Muted
                font.weight: entry.self ? Font.DemiBold : Font.Normal
            }

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: entry.verified
                name: "badge-check"
                size: Theme.iconSizeSmall
                color: Theme.colors.rise
            }

            Badge {
                anchors.verticalCenter: parent.verticalCenter
                visible: entry.self
                text: qsTr("You")
                kind: Badge.Accent
            }
        }

        DataCell {
            table: root
            column: 3
            text: entry.addressText
            mono: true
            tone: Label.Secondary
        }

        DataCell {
            table: root
            column: 4
            text: entry.balance
            figures: true
            tone: root.stale ? Label.Muted : Label.Secondary
        }

        DataCell {
            table: root
            column: 5
            text: entry.valueText
            figures: true
            font.weight: Font.Medium
            font.strikeout: root.stale
            tone: root.stale ? Label.Muted : Label.Primary
        }
    }
}

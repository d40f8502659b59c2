// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Two branches, fact by fact. The larger of the two is heavier.
ColumnLayout {
    id: root

    required property BranchesViewModel branches
    readonly property real column: width * 0.32

    spacing: Theme.gapTiny

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapSmall

        Item { Layout.fillWidth: true }

        Label {
            Layout.preferredWidth: root.column
            text: root.branches.leftName
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignRight
        }

        Label {
            Layout.preferredWidth: root.column
            text: root.branches.rightName
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignRight
        }
    }

    Rows {
        id: lines
        spacing: Theme.gapTiny

        Repeater {
            model: root.branches.compared

            RowLayout {
                id: line
                required property string label
                required property string leftText
                required property string rightText
                required property int larger

                width: lines.width
                spacing: Theme.gapSmall
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1: %2 and %3").arg(line.label).arg(line.leftText).arg(line.rightText)

                Label {
                    Layout.fillWidth: true
                    text: line.label
                    tone: Label.Secondary
                    Accessible.ignored: true
                }

                Label {
                    Layout.minimumWidth: root.column
                    Layout.maximumWidth: root.column
                    text: line.leftText
                    figures: true
                    tone: line.larger > 0 ? Label.Secondary : Label.Primary
                    font.weight: line.larger < 0 ? Font.DemiBold : Font.Normal
                    horizontalAlignment: Text.AlignRight
                    Accessible.ignored: true
                }

                Label {
                    Layout.minimumWidth: root.column
                    Layout.maximumWidth: root.column
                    text: line.rightText
                    figures: true
                    tone: line.larger < 0 ? Label.Secondary : Label.Primary
                    font.weight: line.larger > 0 ? Font.DemiBold : Font.Normal
                    horizontalAlignment: Text.AlignRight
                    Accessible.ignored: true
                }
            }
        }
    }
}

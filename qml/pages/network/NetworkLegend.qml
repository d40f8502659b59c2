// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What the colours and sizes mean, and how many levels are lit. It folds to its first line.
Rectangle {
    id: root

    required property NetworkViewModel viewModel
    required property NetworkPalette tints
    property bool open: true
    readonly property NetworkColoursViewModel colours: root.viewModel.colours

    implicitWidth: column.implicitWidth + 2 * Theme.gap
    implicitHeight: column.implicitHeight + 2 * Theme.gapSmall
    radius: Theme.radiusCard
    color: Theme.alpha(Theme.colors.surface, 0.92)
    border.width: Theme.hairline
    border.color: Theme.alpha(Theme.colors.outline, 0.7)
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("What colours and sizes mean")

    ColumnLayout {
        id: column
        anchors.centerIn: parent
        spacing: Theme.gapTiny

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapSmall

            Label {
                text: qsTr("Colour")
                tone: Label.Secondary
            }

            Select {
                objectName: "network.colourBy"
                Layout.fillWidth: true
                implicitWidth: Theme.scaled(128)
                label: qsTr("Colour by")
                model: [qsTr("Level"), qsTr("Branch"), qsTr("Balance"), qsTr("Time since joining")]
                currentIndex: root.colours.colourBy
                onActivated: index => root.colours.colourBy = index
            }

            IconButton {
                objectName: "network.legend.fold"
                iconName: root.open ? "chevron-down" : "chevron-up"
                text: root.open ? qsTr("Fold the legend") : qsTr("Show the legend")
                onClicked: root.open = !root.open
            }
        }

        Rows {
            id: lines
            visible: root.open
            spacing: 0

            Repeater {
                model: root.open ? root.colours.legend : null

                LegendLine {
                    width: lines.width
                    swatch: root.tints.colours[colour]
                    onChosen: node => root.viewModel.selectAndFly(node)
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            visible: root.open
            spacing: Theme.gapSmall

            Label {
                text: qsTr("Size")
                tone: Label.Secondary
            }

            Select {
                objectName: "network.sizeBy"
                Layout.fillWidth: true
                implicitWidth: Theme.scaled(128)
                label: qsTr("Size by")
                model: [qsTr("Balance"), qsTr("People below"), qsTr("The same")]
                currentIndex: root.colours.sizeBy
                onActivated: index => root.colours.sizeBy = index
            }

            HelpMark { text: root.colours.sizeText }
        }

        RowLayout {
            spacing: Theme.gapSmall

            Label {
                text: qsTr("Levels")
                tone: Label.Secondary
            }

            SegmentedControl {
                objectName: "network.depth"
                label: qsTr("Levels shown")
                options: ["1", "2", "3", "4", "5", "6", "7"]
                currentIndex: root.viewModel.depthLimit - 1
                onChosen: index => root.viewModel.depthLimit = index + 1
            }

            HelpMark { text: qsTr("Levels below you. Joining through you is level 1; joining through them is level 2.") }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// How many levels are lit. The chips are the depth filter: each shows a level and everything above it.
Rectangle {
    id: root

    required property NetworkViewModel viewModel

    implicitWidth: row.implicitWidth + 2 * Theme.gap
    implicitHeight: row.implicitHeight + Theme.gapSmall
    radius: Theme.radiusCard
    color: Theme.alpha(Theme.colors.surface, 0.88)
    border.width: Theme.hairline
    border.color: Theme.alpha(Theme.colors.outline, 0.7)

    RowLayout {
        id: row
        anchors.centerIn: parent
        spacing: Theme.gap

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

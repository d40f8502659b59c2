// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// A branch that was added to the comparison.
FocusScope {
    id: root

    required property int nodeIndex
    required property string name
    required property string people
    required property string strength

    signal chosen(int node)
    signal dropRequested(int node)

    implicitHeight: Math.max(Theme.hitTarget, row.implicitHeight)
    activeFocusOnTab: true
    Keys.onReturnPressed: root.chosen(root.nodeIndex)
    Keys.onDeletePressed: root.dropRequested(root.nodeIndex)
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1, strength %2, %3").arg(root.name).arg(root.strength).arg(root.people)

    FocusRing { shown: root.activeFocus }

    RowLayout {
        id: row
        anchors.fill: parent
        spacing: Theme.gapSmall

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                text: root.name
                font.weight: Font.Medium
                Accessible.ignored: true
            }

            Label {
                Layout.fillWidth: true
                text: root.people
                level: Label.Caption
                tone: Label.Secondary
                figures: true
                Accessible.ignored: true
            }

            TapHandler { onTapped: root.chosen(root.nodeIndex) }
        }

        Label {
            text: root.strength
            figures: true
            font.weight: Font.Medium
            Accessible.ignored: true
        }

        IconButton {
            iconName: "x"
            text: qsTr("Take %1 out").arg(root.name)
            onClicked: root.dropRequested(root.nodeIndex)
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// A colour, what it means, and how many people have it. That of a branch leads there.
Item {
    id: root

    required property int colour
    required property string meaning
    required property string people
    required property int nodeIndex
    property color swatch: "white"

    signal chosen(int node)

    implicitWidth: row.implicitWidth
    implicitHeight: Theme.scaled(22)
    activeFocusOnTab: root.nodeIndex >= 0
    Keys.onReturnPressed: root.chosen(root.nodeIndex)
    Accessible.role: root.nodeIndex >= 0 ? Accessible.Button : Accessible.StaticText
    Accessible.name: qsTr("%1: %2", "meaning of a colour, number of people").arg(root.meaning).arg(root.people)

    FocusRing { shown: root.activeFocus }

    RowLayout {
        id: row
        anchors.fill: parent
        spacing: Theme.gapSmall

        Rectangle {
            implicitWidth: Theme.scaled(12)
            implicitHeight: implicitWidth
            radius: width / 2
            color: root.swatch
            border.width: Theme.hairline
            border.color: Theme.alpha(Theme.colors.text, 0.25)
        }

        Label {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.scaled(190)
            text: root.meaning
            figures: true
            Accessible.ignored: true
        }

        Label {
            text: root.people
            tone: Label.Secondary
            figures: true
            Accessible.ignored: true
        }
    }

    HoverHandler {
        enabled: root.nodeIndex >= 0
        cursorShape: Qt.PointingHandCursor
    }

    TapHandler {
        enabled: root.nodeIndex >= 0
        onTapped: root.chosen(root.nodeIndex)
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// Every key of the network page.
Dialog {
    id: root

    readonly property var entries: [
        { keys: ["W", "A", "S", "D"], what: qsTr("Fly forward, left, back, right") },
        { keys: ["E", "Q"], what: qsTr("Fly up, down") },
        { keys: ["←", "→", "↑", "↓"], what: qsTr("Turn around the middle") },
        { keys: ["+", "−"], what: qsTr("Nearer, farther") },
        { keys: ["F"], what: qsTr("Show everyone") },
        { keys: ["Home"], what: qsTr("Show everyone, from the front") },
        { keys: ["Alt", "←↑→↓"], what: qsTr("Walk to the neighbour, up or down") },
        { keys: ["Enter"], what: qsTr("Fly to the selected person") },
        { keys: ["Esc"], what: qsTr("Select nobody") },
        { keys: ["Ctrl", "F"], what: qsTr("Find a person") },
        { keys: ["Ctrl", "Shift", "F"], what: qsTr("Filters") },
        { keys: ["Ctrl", "B"], what: qsTr("Branches") },
        { keys: ["Ctrl", "T"], what: qsTr("How it grew") },
        { keys: ["F1"], what: qsTr("These keys") }
    ]

    title: qsTr("Keys")
    acceptShown: false
    rejectText: qsTr("Close")

    Rows {
        id: rows
        spacing: Theme.gapTiny

        Repeater {
            model: root.entries

            RowLayout {
                id: entry
                required property var modelData

                width: rows.width
                spacing: Theme.gapSmall
                Accessible.role: Accessible.StaticText
                Accessible.name: entry.modelData.keys.join(" ") + ": " + entry.modelData.what

                Label {
                    Layout.fillWidth: true
                    text: entry.modelData.what
                    Accessible.ignored: true
                }

                Row {
                    spacing: 3

                    Repeater {
                        model: entry.modelData.keys

                        Rectangle {
                            id: cap
                            required property string modelData

                            implicitWidth: Math.max(implicitHeight, capText.implicitWidth + Theme.gapSmall)
                            implicitHeight: Theme.scaled(22)
                            radius: 4
                            color: Theme.colors.hover
                            border.width: Theme.hairline
                            border.color: Theme.colors.outline

                            Label {
                                id: capText
                                anchors.centerIn: parent
                                text: cap.modelData
                                level: Label.Caption
                                tone: Label.Secondary
                                Accessible.ignored: true
                            }
                        }
                    }
                }
            }
        }
    }
}

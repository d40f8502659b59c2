// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// Network strength and the three terms it is made of. The bar shows how much of it each term brings.
ColumnLayout {
    id: root

    required property string value
    // Rows with the roles name, valueText, basis, explanation, share (0 to 1 of the whole).
    required property var terms
    property bool stale: false

    function ink(term: int): color {
        return term % 3 === 0 ? Theme.colors.primary : term % 3 === 1 ? Theme.colors.accent : Theme.colors.rise;
    }

    spacing: Theme.gap
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Network strength %1").arg(root.value)

    Label {
        text: root.value
        level: Label.Display
        figures: true
        tone: root.stale ? Label.Muted : Label.Primary
        font.strikeout: root.stale
    }

    Row {
        id: bar
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.scaled(10)
        spacing: 2

        Repeater {
            model: root.terms

            Rectangle {
                required property int index
                required property real share

                width: Math.max(share > 0 ? 4 : 0, (bar.width - 4) * share)
                height: bar.height
                radius: height / 2
                color: root.ink(index)
                opacity: root.stale ? 0.5 : 1
                Behavior on width { NumberAnimation { duration: Theme.durationPosition; easing.type: Easing.OutCubic } }
            }
        }
    }

    Rows {
        id: rows
        spacing: root.spacing

        Repeater {
            model: root.terms

            RowLayout {
                id: term
                required property int index
                required property string name
                required property string valueText
                required property string basis
                required property string explanation

                width: rows.width
                spacing: Theme.gapSmall

                Rectangle {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Theme.gapTiny
                    implicitWidth: Theme.scaled(10)
                    implicitHeight: implicitWidth
                    radius: 3
                    color: root.ink(term.index)
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 1

                    Label {
                        Layout.fillWidth: true
                        text: term.name
                        font.weight: Font.Medium
                    }

                    Label {
                        Layout.fillWidth: true
                        visible: term.basis.length > 0
                        text: term.basis
                        level: Label.Caption
                        tone: Label.Muted
                        figures: true
                    }
                }

                HelpMark {
                    visible: term.explanation.length > 0
                    text: term.explanation
                }

                Label {
                    Layout.minimumWidth: Theme.scaled(72)
                    text: term.valueText
                    figures: true
                    font.weight: Font.Medium
                    horizontalAlignment: Text.AlignRight
                }
            }
        }
    }
}

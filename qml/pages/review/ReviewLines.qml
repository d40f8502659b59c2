// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What a request does, line by line. Addresses stand in full, in groups, on lines of their own.
ColumnLayout {
    id: root

    required property ReviewLinesModel lines

    spacing: Theme.gapSmall

    Rows {
        id: rows
        spacing: root.spacing

        Repeater {
            model: root.lines

            ColumnLayout {
                id: line
                required property int index
                required property string label
                required property string valueText
                required property string grouped
                required property bool isText
                required property bool isMoney
                readonly property bool onItsOwn: line.isText || line.grouped.length > 0

                objectName: "review.line." + line.index
                width: rows.width
                spacing: 2
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1: %2", "name of a fact, its value").arg(line.label).arg(line.valueText)

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Label {
                        Layout.fillWidth: line.onItsOwn
                        Layout.alignment: Qt.AlignTop
                        text: line.label
                        tone: Label.Secondary
                        Accessible.ignored: true
                    }

                    Label {
                        Layout.fillWidth: true
                        visible: !line.onItsOwn
                        text: line.valueText
                        figures: true
                        font.weight: line.isMoney ? Font.DemiBold : Font.Medium
                        level: line.isMoney ? Label.Large : Label.Body
                        horizontalAlignment: Text.AlignRight
                        wrapMode: Text.Wrap
                        Accessible.ignored: true
                    }
                }

                Rectangle {
                    Layout.fillWidth: true
                    visible: line.onItsOwn
                    implicitHeight: body.implicitHeight + 2 * Theme.gapSmall
                    radius: Theme.radiusControl
                    color: Theme.isDark ? Theme.colors.background : Theme.colors.hover
                    border.width: Theme.hairline
                    border.color: Theme.colors.outline

                    Label {
                        id: body
                        anchors.fill: parent
                        anchors.margins: Theme.gapSmall
                        anchors.leftMargin: Theme.gap
                        text: line.grouped.length > 0 ? line.grouped : line.valueText
                        mono: true
                        wrapMode: line.grouped.length > 0 ? Text.Wrap : Text.WrapAnywhere
                        LayoutMirroring.enabled: false
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}

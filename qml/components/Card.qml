// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// A surface that holds one subject, with an optional title row and room for actions at its end.
Rectangle {
    id: root

    property string title: ""
    property string caption: ""
    property alias actions: actionRow.data
    property int padding: Theme.gapMedium
    default property alias content: body.data

    implicitWidth: column.implicitWidth + 2 * root.padding
    implicitHeight: column.implicitHeight + 2 * root.padding
    radius: Theme.radiusCard
    color: Theme.colors.surface
    border.width: Theme.hairline
    border.color: Theme.isDark ? Theme.alpha(Theme.colors.outline, 0.6) : Theme.colors.outline
    Accessible.role: Accessible.Grouping
    Accessible.name: root.title

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: root.padding
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            visible: root.title.length > 0
            spacing: Theme.gapSmall

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                Label {
                    Layout.fillWidth: true
                    text: root.title
                    level: Label.Large
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                }

                Label {
                    Layout.fillWidth: true
                    visible: root.caption.length > 0
                    text: root.caption
                    tone: Label.Muted
                    level: Label.Caption
                    wrapMode: Text.Wrap
                }
            }

            RowLayout {
                id: actionRow
                spacing: Theme.gapSmall
            }
        }

        ColumnLayout {
            id: body
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.gap
        }
    }
}

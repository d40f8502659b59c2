// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// One figure with its label: what it is, what it is worth, how fresh it is.
Rectangle {
    id: root

    required property string label
    required property string value
    property string unit: ""
    property string note: ""
    property string help: ""
    property string iconName: ""
    property bool stale: false
    property bool loading: false
    property bool emphasised: false

    implicitWidth: Theme.scaled(180)
    implicitHeight: column.implicitHeight + 2 * Theme.gapMedium
    radius: Theme.radiusCard
    color: Theme.colors.surface
    border.width: Theme.hairline
    border.color: Theme.isDark ? Theme.alpha(Theme.colors.outline, 0.6) : Theme.colors.outline
    Accessible.role: Accessible.StaticText
    Accessible.name: root.loading ? qsTr("%1, loading").arg(root.label)
        : qsTr("%1: %2 %3", "label, value, unit").arg(root.label).arg(root.value).arg(root.unit)
    Accessible.description: root.note

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gapMedium
        spacing: Theme.gapTiny

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapSmall

            Icon {
                visible: root.iconName.length > 0
                name: root.iconName
                color: Theme.colors.muted
                size: Theme.iconSizeSmall
            }

            Label {
                Layout.fillWidth: true
                text: root.label
                tone: Label.Secondary
                Accessible.ignored: true
            }

            HelpMark {
                visible: root.help.length > 0
                text: root.help
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapSmall
            visible: !root.loading

            Label {
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth) + 1
                text: root.value
                level: root.emphasised ? Label.Display : Label.Heading
                tone: root.stale ? Label.Muted : Label.Primary
                figures: true
                font.strikeout: root.stale
                Accessible.ignored: true
            }

            Label {
                Layout.alignment: Qt.AlignBaseline
                text: root.unit
                tone: Label.Muted
                level: Label.Body
                Accessible.ignored: true
            }
        }

        Skeleton {
            Layout.preferredWidth: Theme.scaled(120)
            Layout.preferredHeight: root.emphasised ? Theme.fontDisplay : Theme.fontHeading
            visible: root.loading
        }

        Label {
            Layout.fillWidth: true
            visible: root.note.length > 0
            text: root.note
            level: Label.Caption
            tone: Label.Muted
            figures: true
            Accessible.ignored: true
        }
    }
}

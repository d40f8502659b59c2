// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// A small word in a pill: a state, a role, a platform.
Rectangle {
    id: root

    enum Kind { Neutral, Positive, Negative, Warning, Info, Accent }

    required property string text
    property int kind: Badge.Neutral
    property string iconName: ""

    readonly property color ink: root.kind === Badge.Positive ? Theme.colors.rise
        : root.kind === Badge.Negative ? Theme.colors.fall : root.kind === Badge.Warning ? Theme.colors.warning
        : root.kind === Badge.Info ? Theme.colors.info : root.kind === Badge.Accent ? Theme.colors.accent
        : Theme.colors.secondary

    implicitWidth: row.implicitWidth + 2 * Theme.gapSmall
    implicitHeight: Theme.scaled(22)
    radius: height / 2
    color: Theme.alpha(root.ink, Theme.isDark ? 0.13 : 0.09)
    border.width: Theme.mode === Theme.HighContrast ? Theme.hairline : 0
    border.color: root.ink
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.gapTiny

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName.length > 0
            name: root.iconName
            color: root.ink
            size: Theme.scaled(13)
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.ink
            level: Label.Caption
            font.weight: Font.Medium
            figures: true
            Accessible.ignored: true
        }
    }
}

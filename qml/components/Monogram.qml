// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// Who, until there is a picture: a letter or two on a colour that follows from the id.
Rectangle {
    id: root

    required property string name
    // Picks the colour; the same id has the same colour everywhere.
    property int seed: 0
    property int size: Theme.scaled(32)

    readonly property color tint: Theme.colors.series[Math.abs(root.seed) % Theme.colors.series.length]

    implicitWidth: root.size
    implicitHeight: root.size
    radius: root.size / 2
    color: Theme.alpha(root.tint, Theme.isDark ? 0.35 : 0.22)
    Accessible.ignored: true

    Label {
        anchors.centerIn: parent
        text: root.name.slice(0, 2).toUpperCase()
        color: Theme.colors.text
        font.pixelSize: Math.round(root.size * 0.36)
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}

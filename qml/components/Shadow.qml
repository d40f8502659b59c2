// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// A soft shadow under a raised surface, without an off-screen pass. Where there are no shaders: a few rounded rectangles
// that fade outwards.
Item {
    id: root

    property real cornerRadius: Theme.radiusCard
    property int spread: 12
    readonly property int steps: 6
    readonly property bool shaders: root.GraphicsInfo.api !== GraphicsInfo.Software

    anchors.fill: parent
    z: -1

    ShaderEffect {
        readonly property real spread: root.spread
        readonly property real corner: root.cornerRadius
        readonly property point area: Qt.point(width, height)
        readonly property color ink: Theme.colors.shadow

        anchors.fill: parent
        anchors.margins: -root.spread
        anchors.topMargin: -root.spread + root.spread / 3
        anchors.bottomMargin: -root.spread - root.spread / 3
        visible: root.shaders
        fragmentShader: "qrc:/majlis/shaders/shadow.frag.qsb"
    }

    Repeater {
        model: root.shaders ? 0 : root.steps

        Rectangle {
            required property int index
            readonly property real reach: root.spread * (index + 1) / root.steps

            anchors.fill: parent
            anchors.margins: -reach
            anchors.topMargin: -reach + root.spread / 3
            anchors.bottomMargin: -reach - root.spread / 3
            radius: root.cornerRadius + reach
            color: Theme.alpha(Theme.colors.shadow, Theme.colors.shadow.a / root.steps)
        }
    }
}

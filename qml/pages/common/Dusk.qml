// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Majlis

// The warm dusk behind the pages before one is inside. Dithered where there are shaders; plain without.
Item {
    id: root

    readonly property color inner: Qt.tint(Theme.colors.background, Theme.alpha(Theme.deepPurple, Theme.isDark ? 0.34 : 0.14))
    readonly property color middle: Qt.tint(Theme.colors.background, Theme.alpha(Theme.roseGold, Theme.isDark ? 0.06 : 0.16))
    readonly property point centre: Qt.point(width / 2, height * 0.32)
    readonly property real radius: Math.max(1, Math.max(width, height) * 0.6)
    readonly property bool shaders: root.GraphicsInfo.api !== GraphicsInfo.Software

    ShaderEffect {
        readonly property color inner: root.inner
        readonly property color middle: root.middle
        readonly property color outer: Theme.colors.background
        readonly property point area: Qt.point(root.width, root.height)
        readonly property point centre: root.centre
        readonly property real radius: root.radius

        anchors.fill: parent
        visible: root.shaders
        blending: false
        fragmentShader: "qrc:/majlis/shaders/dusk.frag.qsb"
    }

    Shape {
        anchors.fill: parent
        visible: !root.shaders

        ShapePath {
            strokeWidth: -1
            fillGradient: RadialGradient {
                centerX: root.centre.x
                centerY: root.centre.y
                focalX: centerX
                focalY: centerY
                centerRadius: root.radius
                GradientStop { position: 0; color: root.inner }
                GradientStop { position: 0.45; color: root.middle }
                GradientStop { position: 1; color: Theme.colors.background }
            }
            PathLine { x: root.width; y: 0 }
            PathLine { x: root.width; y: root.height }
            PathLine { x: 0; y: root.height }
            PathLine { x: 0; y: 0 }
        }
    }
}

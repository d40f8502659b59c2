// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Majlis

// One ring of petals of the rose.
Item {
    id: root

    required property real reach
    required property real breadth
    required property real turn
    required property color ink
    readonly property real half: width / 2
    readonly property real length: root.half * root.reach
    readonly property real side: root.half * root.breadth
    readonly property int petals: 8

    anchors.fill: parent

    Repeater {
        model: root.petals

        Shape {
            required property int index

            anchors.fill: parent
            rotation: 360 / root.petals * index + root.turn

            ShapePath {
                strokeWidth: -1
                fillGradient: LinearGradient {
                    x1: root.half
                    y1: root.half
                    x2: root.half
                    y2: root.half - root.length
                    GradientStop { position: 0; color: Theme.alpha(Theme.deepPurple, 0.75) }
                    GradientStop { position: 1; color: root.ink }
                }
                startX: root.half
                startY: root.half
                PathCubic {
                    x: root.half
                    y: root.half - root.length
                    control1X: root.half - root.side
                    control1Y: root.half - root.length * 0.35
                    control2X: root.half - root.side * 0.8
                    control2Y: root.half - root.length * 0.8
                }
                PathCubic {
                    x: root.half
                    y: root.half
                    control1X: root.half + root.side * 0.8
                    control1Y: root.half - root.length * 0.8
                    control2X: root.half + root.side
                    control2Y: root.half - root.length * 0.35
                }
            }
        }
    }
}

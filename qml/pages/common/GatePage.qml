// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Shapes
import Majlis

// The page before one is inside: a card in the middle of a warm dusk.
FocusScope {
    id: root

    property int cardWidth: Theme.scaled(460)
    default property alias content: column.data

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeWidth: -1
            fillGradient: RadialGradient {
                centerX: root.width / 2
                centerY: root.height * 0.32
                focalX: centerX
                focalY: centerY
                centerRadius: Math.max(root.width, root.height) * 0.6
                GradientStop { position: 0; color: Qt.tint(Theme.colors.background, Theme.alpha(Theme.deepPurple, Theme.isDark ? 0.34 : 0.14)) }
                GradientStop { position: 0.45; color: Qt.tint(Theme.colors.background, Theme.alpha(Theme.roseGold, Theme.isDark ? 0.06 : 0.16)) }
                GradientStop { position: 1; color: Theme.colors.background }
            }
            PathLine { x: root.width; y: 0 }
            PathLine { x: root.width; y: root.height }
            PathLine { x: 0; y: root.height }
            PathLine { x: 0; y: 0 }
        }
    }

    ScrollPane {
        id: pane
        anchors.fill: parent
        maximumWidth: root.cardWidth

        Item {
            width: parent.width
            implicitHeight: Math.max(column.implicitHeight + 2 * Theme.gapHuge, pane.height - 2 * pane.padding)
            height: implicitHeight

            Rectangle {
                anchors.centerIn: parent
                width: parent.width
                height: column.implicitHeight + 2 * Theme.gapHuge
                radius: Theme.radiusDialog
                color: Theme.colors.surface
                border.width: Theme.hairline
                border.color: Theme.alpha(Theme.colors.outline, 0.7)

                Shadow {
                    cornerRadius: Theme.radiusDialog
                    spread: 32
                }

                ColumnLayout {
                    id: column
                    anchors.fill: parent
                    anchors.margins: Theme.gapHuge
                    spacing: Theme.gapMedium
                }
            }
        }
    }
}

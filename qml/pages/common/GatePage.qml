// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// The page before one is inside: a card in the middle of a warm dusk.
FocusScope {
    id: root

    property int cardWidth: Theme.scaled(460)
    default property alias content: column.data

    Dusk { anchors.fill: parent }

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

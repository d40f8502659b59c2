// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// The shape of a list that is on its way.
Rows {
    id: root

    required property int rows

    spacing: Theme.gapMedium

    Repeater {
        model: root.rows

        RowLayout {
            id: row
            required property int index

            width: root.width
            spacing: Theme.gap

            Skeleton {
                implicitWidth: Theme.scaled(32)
                implicitHeight: implicitWidth
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.gapTiny

                Skeleton { Layout.preferredWidth: Theme.scaled(row.index % 2 ? 180 : 220) }

                Skeleton {
                    Layout.preferredWidth: Theme.scaled(120)
                    implicitHeight: Theme.fontCaption - 2
                }
            }
        }
    }
}

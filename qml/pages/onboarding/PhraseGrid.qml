// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The words of a recovery phrase, covered until asked for. Painted from guarded memory, never text.
Grid {
    id: root

    required property SecretWords phrase

    columns: root.phrase.count > 12 ? 4 : 3
    columnSpacing: Theme.gapSmall
    rowSpacing: Theme.gapSmall
    layoutDirection: Qt.LeftToRight

    Repeater {
        model: root.phrase.count

        Rectangle {
            id: cell
            required property int index

            width: (root.width - (root.columns - 1) * root.columnSpacing) / root.columns
            implicitHeight: Theme.scaled(38)
            radius: Theme.radiusControl
            color: Theme.isDark ? Theme.colors.background : Theme.colors.hover
            border.width: Theme.hairline
            border.color: Theme.alpha(Theme.colors.outline, 0.7)
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Word %1", "place in the recovery phrase; the word itself is not spoken").arg(cell.index + 1)

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.gapSmall
                anchors.rightMargin: Theme.gapSmall
                spacing: Theme.gapSmall
                layoutDirection: Qt.LeftToRight

                Label {
                    Layout.preferredWidth: Theme.scaled(18)
                    text: cell.index + 1
                    level: Label.Caption
                    tone: Label.Muted
                    figures: true
                    horizontalAlignment: Text.AlignRight
                    Accessible.ignored: true
                }

                SecretWordView {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    words: root.phrase
                    wordIndex: cell.index
                    color: Theme.colors.text
                    fontFamily: Theme.monoFamily
                    pixelSize: Theme.fontLarge
                    coverColor: Theme.colors.muted
                }
            }
        }
    }
}

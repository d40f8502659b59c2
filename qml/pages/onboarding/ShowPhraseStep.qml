// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The recovery phrase, covered until asked for. Words are painted from guarded memory.
ColumnLayout {
    id: root

    required property OnboardingViewModel viewModel
    readonly property SecretWords phrase: root.viewModel.phrase

    spacing: Theme.gapMedium

    StepTitle {
        Layout.fillWidth: true
        title: qsTr("Write down your recovery phrase")
        text: qsTr("These words are your wallet. Whoever has them has everything in it, and without them nobody can bring it back. Paper is best; a photo is not.")
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        SegmentedControl {
            objectName: "onboarding.wordCount"
            label: qsTr("Number of words")
            options: [qsTr("12 words"), qsTr("24 words")]
            currentIndex: root.viewModel.wordCount === 24 ? 1 : 0
            onChosen: index => root.viewModel.wordCount = index === 1 ? 24 : 12
        }

        Item { Layout.fillWidth: true }

        Button {
            objectName: "onboarding.reveal"
            text: root.phrase.revealed ? qsTr("Cover the words") : qsTr("Show the words")
            iconName: root.phrase.revealed ? "eye-off" : "eye"
            onClicked: root.phrase.revealed ? root.phrase.hide() : root.phrase.reveal()
        }
    }

    Grid {
        id: grid
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        columns: root.phrase.count > 12 ? 4 : 3
        columnSpacing: Theme.gapSmall
        rowSpacing: Theme.gapSmall
        layoutDirection: Qt.LeftToRight

        Repeater {
            model: root.phrase.count

            Rectangle {
                id: cell
                required property int index

                width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
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

    Banner {
        Layout.fillWidth: true
        kind: Banner.Info
        title: qsTr("Majlis will never ask for these words again")
        text: qsTr("Only this program, when you restore the wallet. Anyone else who asks is stealing.")
    }
}

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

        PhraseLength {
            objectName: "onboarding.wordCount"
            counts: root.viewModel.wordCounts
            count: root.viewModel.wordCount
            onCountChosen: count => root.viewModel.wordCount = count
        }

        Item { Layout.fillWidth: true }

        Button {
            objectName: "onboarding.reveal"
            text: root.phrase.revealed ? qsTr("Cover the words") : qsTr("Show the words")
            iconName: root.phrase.revealed ? "eye-off" : "eye"
            onClicked: root.phrase.revealed ? root.phrase.hide() : root.phrase.reveal()
        }
    }

    PhraseGrid {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        phrase: root.phrase
    }

    Banner {
        Layout.fillWidth: true
        kind: Banner.Info
        title: qsTr("Majlis will never ask for these words again")
        text: qsTr("Only this program, when you restore the wallet. Anyone else who asks is stealing.")
    }
}

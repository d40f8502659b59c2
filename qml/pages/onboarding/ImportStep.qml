// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import Majlis

// A wallet comes back from its words.
WordsStep {
    id: root

    words: root.viewModel.importWords
    choosesLength: true
    title: qsTr("Your recovery phrase")
    text: qsTr("Type the words in their order. They stay on this computer and are never sent anywhere.")
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import Majlis

// The backup is proved by typing three of its words.
WordsStep {
    id: root

    words: root.viewModel.check
    title: qsTr("Check what you wrote")
    text: qsTr("Type these three words from your paper. It proves that the backup can be read.")
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import Majlis

// How many words a recovery phrase has.
SegmentedControl {
    id: root

    required property list<int> counts
    required property int count

    readonly property var choices: Array.from(root.counts)

    signal countChosen(int count)

    label: qsTr("Number of words")
    options: root.choices.map(count => qsTr("%1 words").arg(count))
    currentIndex: root.choices.indexOf(root.count)
    onChosen: index => root.countChosen(root.choices[index])
}

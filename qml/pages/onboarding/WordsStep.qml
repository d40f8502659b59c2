// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Words typed one by one, each judged as it is typed. Space or Return goes to the next.
ColumnLayout {
    id: root

    required property OnboardingViewModel viewModel
    required property PhraseWordsModel words
    required property string title
    required property string text
    property bool choosesLength: false
    readonly property int columns: root.words.count > 12 ? 4 : 3

    function focusRow(row: int): void {
        const field = repeater.itemAt(row) as SecretField;
        if (field)
            field.focusInput();
    }

    function goOn(row: int): void {
        if (root.words.complete)
            root.viewModel.next();
        else
            root.focusRow(row + 1 < repeater.count ? row + 1 : root.words.firstOpenRow);
    }

    spacing: Theme.gapMedium
    Component.onCompleted: root.focusRow(0)

    StepTitle {
        Layout.fillWidth: true
        title: root.title
        text: root.text
    }

    PhraseLength {
        objectName: "onboarding.wordCount"
        visible: root.choosesLength
        counts: root.viewModel.wordCounts
        count: root.viewModel.wordCount
        onCountChosen: count => root.viewModel.wordCount = count
    }

    Grid {
        id: grid
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        columns: root.columns
        columnSpacing: Theme.gap
        rowSpacing: Theme.gapSmall
        layoutDirection: Qt.LeftToRight

        Repeater {
            id: repeater
            model: root.words

            SecretField {
                id: field
                required property int index
                required property int position
                required property int wordState
                required property string help

                required buffer

                objectName: "onboarding.word." + field.position
                width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                label: qsTr("Word %1", "place in the recovery phrase").arg(field.position)
                singleWord: true
                revealable: false
                revealed: true
                error: field.wordState === PhraseWordsModel.Wrong ? field.help : ""
                markName: field.wordState === PhraseWordsModel.Valid ? "check" : ""
                onAccepted: root.goOn(field.index)
            }
        }
    }

    Switch {
        id: hasExtraWord
        objectName: "onboarding.hasExtraWord"
        visible: root.choosesLength
        text: qsTr("I chose an extra word besides these")
        checked: !root.viewModel.extraWord.empty
        onToggled: if (!checked) root.viewModel.extraWord.clear()
    }

    SecretField {
        objectName: "onboarding.extraWord"
        Layout.fillWidth: true
        visible: hasExtraWord.visible && hasExtraWord.checked
        label: qsTr("Extra word")
        hint: qsTr("Some wallets call it passphrase or 25th word. Each extra word opens another wallet, and none is wrong: compare the first address at the end.")
        buffer: root.viewModel.extraWord
        onAccepted: root.goOn(root.words.count - 1)
    }

    Banner {
        objectName: "onboarding.phraseProblem"
        Layout.fillWidth: true
        visible: root.viewModel.phraseProblem.length > 0
        kind: Banner.Warning
        title: root.viewModel.phraseProblem
    }
}

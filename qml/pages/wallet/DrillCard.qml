// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The words from paper, typed one by one, each judged as it is typed. Space or Return goes to the next.
Card {
    id: root

    required property BackupViewModel viewModel
    readonly property PhraseWordsModel words: root.viewModel.words

    function focusRow(row: int): void {
        const field = repeater.itemAt(row) as SecretField;
        if (field)
            field.focusInput();
    }

    function goOn(row: int): void {
        if (root.words.complete)
            root.viewModel.check();
        else
            root.focusRow(row + 1 < repeater.count ? row + 1 : root.words.firstOpenRow);
    }

    title: qsTr("The words on your paper")
    caption: qsTr("They are compared with this wallet and then wiped. They are kept nowhere.")
    onVisibleChanged: if (root.visible) root.focusRow(0)

    PhraseLength {
        objectName: "backup.wordCount"
        counts: root.viewModel.wordCounts
        count: root.viewModel.wordCount
        onCountChosen: count => root.viewModel.wordCount = count
    }

    Grid {
        id: grid
        readonly property int cell: (width - (columns - 1) * spacing) / columns

        Layout.fillWidth: true
        columns: root.words.count > 12 ? 4 : 3
        spacing: Theme.gap
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

                objectName: "backup.word." + field.position
                width: grid.cell
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

    SecretField {
        objectName: "backup.extraWord"
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.scaled(420)
        visible: root.viewModel.extraWordNeeded
        buffer: root.viewModel.extraWord
        label: qsTr("Your extra word")
        hint: qsTr("The one that you chose with the words, also called the 25th. It is not the passphrase that opens Majlis.")
        onAccepted: root.viewModel.check()
    }

    Banner {
        objectName: "backup.problem"
        Layout.fillWidth: true
        visible: root.viewModel.error.present
        kind: Banner.Warning
        title: root.viewModel.error.title
        text: root.viewModel.error.advice
    }

    RowLayout {
        Layout.alignment: Qt.AlignRight
        spacing: Theme.gapSmall

        Button {
            objectName: "backup.cancelDrill"
            text: qsTr("Cancel")
            onClicked: root.viewModel.close()
        }

        Button {
            objectName: "backup.check"
            text: qsTr("Compare")
            kind: Button.Primary
            busy: root.viewModel.loading
            enabled: root.viewModel.canCheck
            onClicked: root.viewModel.check()
        }
    }
}

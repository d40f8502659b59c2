// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The recovery phrase: what it is, looking at it again, and the drill with the words on paper.
WalletPage {
    id: root

    required property BackupViewModel viewModel
    readonly property int step: root.viewModel.step

    title: qsTr("Backup")
    caption: qsTr("The words bring your wallet back on any computer. The passphrase only opens it on this one.")

    GridLayout {
        Layout.fillWidth: true
        visible: root.step === BackupViewModel.Start
        columns: root.width > Theme.scaled(860) ? 2 : 1
        columnSpacing: Theme.gapMedium
        rowSpacing: Theme.gapMedium

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: qsTr("Try your backup")

            Label {
                Layout.fillWidth: true
                text: qsTr("Take the paper with your words and type them. Majlis works out which wallet they bring back and compares. Nothing is changed, and the passphrase is not needed: without the words it would bring nothing back.")
                tone: Label.Secondary
                wrapMode: Text.Wrap
            }

            Item { Layout.fillHeight: true }

            Button {
                objectName: "backup.drill"
                text: qsTr("Begin the drill")
                kind: Button.Primary
                iconName: "shield-check"
                onClicked: root.viewModel.startDrill()
            }
        }

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: qsTr("See the words again")

            Label {
                Layout.fillWidth: true
                text: qsTr("If the paper is lost, write the words down anew. Look around first: whoever sees them has everything in this wallet. You are asked for your passphrase.")
                tone: Label.Secondary
                wrapMode: Text.Wrap
            }

            Item { Layout.fillHeight: true }

            Button {
                objectName: "backup.show"
                text: qsTr("Show the words")
                iconName: "eye"
                onClicked: root.viewModel.askPassphrase()
            }
        }
    }

    Card {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.scaled(560)
        visible: root.step === BackupViewModel.Passphrase
        title: qsTr("Confirm with your passphrase")

        SecretField {
            id: passphrase
            objectName: "backup.passphrase"
            Layout.fillWidth: true
            buffer: root.viewModel.passphrase
            label: qsTr("Passphrase")
            hint: qsTr("The one that opens Majlis on this computer.")
            error: root.viewModel.error.present ? root.viewModel.error.title : ""
            onAccepted: root.viewModel.show()
            onVisibleChanged: if (visible) passphrase.focusInput()
        }

        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.gapSmall

            Button {
                objectName: "backup.cancel"
                text: qsTr("Cancel")
                onClicked: root.viewModel.close()
            }

            Button {
                objectName: "backup.continue"
                text: qsTr("Show the words")
                kind: Button.Primary
                busy: root.viewModel.loading
                enabled: root.viewModel.canShow
                onClicked: root.viewModel.show()
            }
        }
    }

    Card {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.scaled(720)
        visible: root.step === BackupViewModel.Words
        title: qsTr("Your recovery phrase")

        Button {
            objectName: "backup.reveal"
            Layout.alignment: Qt.AlignRight
            text: root.viewModel.phrase.revealed ? qsTr("Cover the words") : qsTr("Uncover the words")
            iconName: root.viewModel.phrase.revealed ? "eye-off" : "eye"
            onClicked: root.viewModel.phrase.revealed ? root.viewModel.phrase.hide() : root.viewModel.phrase.reveal()
        }

        PhraseGrid {
            objectName: "backup.phrase"
            Layout.fillWidth: true
            phrase: root.viewModel.phrase
        }

        Banner {
            objectName: "backup.extraWordNote"
            Layout.fillWidth: true
            visible: root.viewModel.extraWordNeeded
            kind: Banner.Warning
            title: qsTr("This wallet has an extra word as well")
            text: qsTr("The words alone bring back another wallet. The extra word is not shown here: keep it written down, apart from the words.")
        }

        Button {
            objectName: "backup.close"
            Layout.alignment: Qt.AlignRight
            text: qsTr("Done")
            kind: Button.Primary
            onClicked: root.viewModel.close()
        }
    }

    DrillCard {
        objectName: "backup.drillCard"
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.scaled(820)
        visible: root.step === BackupViewModel.Drill
        viewModel: root.viewModel
    }

    Banner {
        objectName: "backup.restores"
        Layout.fillWidth: true
        visible: root.step === BackupViewModel.Restores
        kind: Banner.Success
        title: qsTr("Your words bring this wallet back")
        text: qsTr("Keep the paper where only you find it. If this computer is lost, install Majlis on another one, choose “I have a recovery phrase”, and choose a new passphrase there.")
        actionText: qsTr("Done")
        onActionRequested: root.viewModel.close()
    }

    Banner {
        objectName: "backup.different"
        Layout.fillWidth: true
        visible: root.step === BackupViewModel.Different
        kind: Banner.Error
        title: qsTr("These words belong to another wallet")
        text: root.viewModel.extraWordNeeded ? qsTr("They are a recovery phrase, but with this extra word not this wallet's. The words, the extra word or both are another wallet's. Look for the right paper, or write the words down now while the wallet is open.")
            : qsTr("They are a recovery phrase, but not this wallet's. Look for the right paper, or write the words of this wallet down now while it is open.")
        actionText: qsTr("Back")
        onActionRequested: root.viewModel.close()
    }
}

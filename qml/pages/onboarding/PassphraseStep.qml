// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The passphrase that opens the wallet on this computer: typed twice, its strength in words.
ColumnLayout {
    id: root

    required property OnboardingViewModel viewModel
    readonly property int strength: root.viewModel.passphraseStrength
    readonly property list<string> words: ["", qsTr("Weak"), qsTr("Fair"), qsTr("Good"), qsTr("Strong")]
    readonly property list<color> inks: [Theme.colors.muted, Theme.colors.fall, Theme.colors.warning, Theme.colors.info,
        Theme.colors.rise]

    spacing: Theme.gapMedium
    Component.onCompleted: first.focusInput()

    StepTitle {
        Layout.fillWidth: true
        title: qsTr("Choose a passphrase")
        text: qsTr("It opens your wallet on this computer. It is not part of the recovery phrase: with the words alone the wallet can be restored anywhere, with the passphrase alone it cannot.")
    }

    SecretField {
        id: first
        objectName: "onboarding.passphrase"
        Layout.fillWidth: true
        label: qsTr("Passphrase")
        buffer: root.viewModel.passphrase
        onAccepted: again.focusInput()
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gapTiny
        Accessible.role: Accessible.ProgressBar
        Accessible.name: qsTr("Strength: %1").arg(root.words[root.strength])

        Row {
            id: bar
            Layout.fillWidth: true
            Layout.preferredHeight: 4
            spacing: Theme.gapTiny

            Repeater {
                model: 4

                Rectangle {
                    required property int index

                    width: (bar.width - 3 * Theme.gapTiny) / 4
                    height: 4
                    radius: 2
                    color: index < root.strength ? root.inks[root.strength] : Theme.colors.pressed
                    Behavior on color { ColorAnimation { duration: Theme.durationState } }
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapSmall

            Label {
                visible: root.strength > 0
                text: root.words[root.strength]
                color: root.inks[root.strength]
                level: Label.Caption
                font.weight: Font.DemiBold
            }

            Label {
                Layout.fillWidth: true
                text: root.viewModel.passphraseHint
                level: Label.Caption
                tone: Label.Muted
                wrapMode: Text.Wrap
            }
        }
    }

    SecretField {
        id: again
        objectName: "onboarding.passphraseAgain"
        Layout.fillWidth: true
        label: qsTr("The same again")
        buffer: root.viewModel.passphraseAgain
        error: root.viewModel.passphraseAgain.length >= root.viewModel.passphrase.length
            && root.viewModel.passphrase.length > 0 && !root.viewModel.passphrasesMatch ? qsTr("The two are not the same.") : ""
        markName: root.viewModel.passphrasesMatch && root.viewModel.passphraseAgain.length > 0 ? "check" : ""
        onAccepted: root.viewModel.next()
    }
}

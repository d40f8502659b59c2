// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// From no wallet to one, a step at a time. Nothing is written before the last.
GatePage {
    id: root

    required property OnboardingViewModel viewModel
    required property ShellViewModel shell
    readonly property int step: root.viewModel.step

    cardWidth: Theme.scaled(root.step === OnboardingViewModel.Welcome ? 520 : 620)

    StepDots {
        Layout.alignment: Qt.AlignHCenter
        visible: root.viewModel.stepCount > 1
        count: root.viewModel.stepCount
        current: root.viewModel.stepIndex
    }

    Loader {
        id: loader
        Layout.fillWidth: true
        focus: true
        sourceComponent: root.step === OnboardingViewModel.Welcome ? welcome
            : root.step === OnboardingViewModel.ShowPhrase ? showPhrase
            : root.step === OnboardingViewModel.CheckPhrase ? checkPhrase
            : root.step === OnboardingViewModel.ImportPhrase ? importPhrase
            : root.step === OnboardingViewModel.Passphrase ? passphrase
            : root.step === OnboardingViewModel.Creating ? creating : done
    }

    Banner {
        objectName: "onboarding.error"
        Layout.fillWidth: true
        visible: root.viewModel.error.present
        kind: Banner.Error
        title: root.viewModel.error.title
        text: root.viewModel.error.advice
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gapSmall
        visible: root.step !== OnboardingViewModel.Welcome && root.step !== OnboardingViewModel.Creating
            && root.step !== OnboardingViewModel.Done
        spacing: Theme.gapSmall

        Button {
            objectName: "onboarding.back"
            visible: root.viewModel.canGoBack
            text: qsTr("Back")
            kind: Button.Quiet
            iconName: "arrow-left"
            iconDirectional: true
            onClicked: root.viewModel.back()
        }

        Item { Layout.fillWidth: true }

        Button {
            objectName: "onboarding.next"
            text: root.step === OnboardingViewModel.Passphrase ? qsTr("Make the wallet")
                : root.step === OnboardingViewModel.ShowPhrase ? qsTr("I wrote it down") : qsTr("Continue")
            kind: Button.Primary
            iconName: "arrow-right"
            iconAfterText: true
            iconDirectional: true
            enabled: root.viewModel.canContinue
            onClicked: root.viewModel.next()
        }
    }

    Component { id: welcome; WelcomeStep { viewModel: root.viewModel } }
    Component { id: showPhrase; ShowPhraseStep { viewModel: root.viewModel } }
    Component {
        id: checkPhrase
        WordsStep {
            viewModel: root.viewModel
            words: root.viewModel.check
            title: qsTr("Check what you wrote")
            text: qsTr("Type these three words from your paper. It proves that the backup can be read.")
        }
    }
    Component {
        id: importPhrase
        WordsStep {
            viewModel: root.viewModel
            words: root.viewModel.importWords
            choosesLength: true
            title: qsTr("Your recovery phrase")
            text: qsTr("Type the words in their order. They stay on this computer and are never sent anywhere.")
        }
    }
    Component { id: passphrase; PassphraseStep { viewModel: root.viewModel } }
    Component { id: creating; CreatingStep { } }
    Component { id: done; DoneStep { viewModel: root.viewModel } }
}

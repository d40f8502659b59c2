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

    readonly property list<string> steps: ["WelcomeStep", "ShowPhraseStep", "CheckStep", "ImportStep", "PassphraseStep",
        "CreatingStep", "DoneStep"]

    function show(): void {
        loader.setSource(root.steps[root.step] + ".qml", { viewModel: root.viewModel });
    }

    onStepChanged: root.show()
    Component.onCompleted: root.show()
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
}

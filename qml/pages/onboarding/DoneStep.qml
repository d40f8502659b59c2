// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The wallet is there.
ColumnLayout {
    id: root

    required property OnboardingViewModel viewModel

    spacing: Theme.gapMedium
    Component.onCompleted: go.forceActiveFocus()

    Icon {
        Layout.alignment: Qt.AlignHCenter
        name: "circle-check"
        size: Theme.scaled(48)
        color: Theme.colors.rise
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("Your wallet is ready")
        level: Label.Heading
        horizontalAlignment: Text.AlignHCenter
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("Your first account")
        tone: Label.Secondary
        horizontalAlignment: Text.AlignHCenter
    }

    Label {
        objectName: "onboarding.account"
        Layout.fillWidth: true
        text: root.viewModel.accountText
        mono: true
        level: Label.Large
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }

    Button {
        id: go
        objectName: "onboarding.finish"
        Layout.fillWidth: true
        Layout.topMargin: Theme.gapSmall
        implicitHeight: Theme.scaled(44)
        text: qsTr("Start")
        kind: Button.Primary
        onClicked: root.viewModel.finish()
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// First start: what this is, and two ways on.
ColumnLayout {
    id: root

    required property OnboardingViewModel viewModel

    spacing: Theme.gapMedium
    Component.onCompleted: create.forceActiveFocus()

    RoseMark {
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Theme.gapSmall
        size: Theme.scaled(112)
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("Majlis")
        level: Label.Display
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.Heading
    }

    Label {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.gapSmall
        text: qsTr("One wallet for your communities. Your keys stay on this computer, and you see what you sign before you sign it.")
        tone: Label.Secondary
        level: Label.Large
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }

    Button {
        id: create
        objectName: "onboarding.create"
        Layout.fillWidth: true
        implicitHeight: Theme.scaled(44)
        text: qsTr("Create a wallet")
        kind: Button.Primary
        iconName: "sparkles"
        onClicked: root.viewModel.startCreate()
    }

    Button {
        objectName: "onboarding.import"
        Layout.fillWidth: true
        implicitHeight: Theme.scaled(44)
        text: qsTr("I have a recovery phrase")
        iconName: "key-round"
        onClicked: root.viewModel.startImport()
    }

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.gapSmall
        spacing: Theme.gapSmall

        Icon {
            name: "shield-check"
            size: Theme.iconSizeSmall
            color: Theme.colors.rise
        }

        Label {
            text: qsTr("No account, no e-mail, nothing is sent.")
            level: Label.Caption
            tone: Label.Muted
        }
    }
}

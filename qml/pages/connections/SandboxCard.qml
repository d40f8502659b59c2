// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The practice platform: starts on this computer when it is asked for.
Card {
    id: root

    required property ConnectionsViewModel viewModel
    readonly property bool running: root.viewModel.sandbox === ConnectionsViewModel.Running
    readonly property bool starting: root.viewModel.sandbox === ConnectionsViewModel.Starting

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapMedium

        Rectangle {
            implicitWidth: Theme.scaled(48)
            implicitHeight: implicitWidth
            radius: Theme.radiusCard
            color: Theme.alpha(Theme.colors.accent, 0.15)

            Icon {
                anchors.centerIn: parent
                name: "sparkles"
                size: Theme.scaled(24)
                color: Theme.colors.accent
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            RowLayout {
                spacing: Theme.gapSmall

                Label {
                    text: qsTr("Practice platform")
                    level: Label.Large
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                }

                Badge {
                    visible: root.running
                    text: qsTr("Running")
                    kind: Badge.Positive
                }
            }

            Label {
                Layout.fillWidth: true
                text: root.viewModel.sandboxText.length > 0 ? root.viewModel.sandboxText
                    : qsTr("A whole platform on this computer, to try everything. Nothing in it has any value.")
                tone: Label.Secondary
                wrapMode: Text.Wrap
            }
        }

        Button {
            objectName: "connections.startSandbox"
            visible: !root.running
            enabled: root.viewModel.sandbox !== ConnectionsViewModel.Missing && !root.starting
            text: root.starting ? qsTr("Starting") : qsTr("Start practising")
            kind: Button.Primary
            iconName: "play"
            busy: root.starting
            onClicked: root.viewModel.startSandbox()
        }

        Button {
            objectName: "connections.stopSandbox"
            visible: root.running
            text: qsTr("Stop")
            iconName: "square"
            onClicked: root.viewModel.stopSandbox()
        }
    }

    Banner {
        Layout.fillWidth: true
        visible: root.viewModel.error.present
        kind: Banner.Error
        title: root.viewModel.error.title
        text: root.viewModel.error.advice
        actionText: root.viewModel.error.retryable ? qsTr("Try again") : ""
        onActionRequested: root.viewModel.startSandbox()
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The network while there is nothing to show: loading, empty, failed.
ColumnLayout {
    id: root

    required property NetworkViewModel viewModel
    readonly property bool failed: root.viewModel.error.present

    signal profileRequested()

    spacing: Theme.gapMedium

    ColumnLayout {
        Layout.fillWidth: true
        visible: !root.failed && !root.viewModel.empty
        spacing: Theme.gapMedium

        RoseMark {
            Layout.alignment: Qt.AlignHCenter
            size: Theme.scaled(72)
        }

        Label {
            Layout.fillWidth: true
            text: root.viewModel.progressText.length > 0 ? root.viewModel.progressText : qsTr("Fetching your network")
            level: Label.Title
            figures: true
            horizontalAlignment: Text.AlignHCenter
        }

        ProgressBar {
            Layout.fillWidth: true
            label: qsTr("Fetching your network")
            indeterminate: root.viewModel.progress < 0
            value: Math.max(0, root.viewModel.progress)
        }

        Button {
            objectName: "network.cancel"
            Layout.alignment: Qt.AlignHCenter
            visible: root.viewModel.loading
            text: qsTr("Stop")
            kind: Button.Quiet
            onClicked: root.viewModel.cancel()
        }
    }

    EmptyState {
        objectName: "network.empty"
        Layout.fillWidth: true
        visible: !root.failed && root.viewModel.empty
        title: qsTr("Your network starts with you")
        text: qsTr("Share your referral code. Everyone who joins with it appears here, and so does everyone who joins through them, seven levels down.")
        iconName: "network"
        actionText: qsTr("Show my code")
        onActionRequested: root.profileRequested()
    }

    ErrorState {
        objectName: "network.failed"
        Layout.fillWidth: true
        visible: root.failed
        title: root.viewModel.error.title
        advice: root.viewModel.error.advice
        details: root.viewModel.error.details
        retryable: root.viewModel.error.retryable
        busy: root.viewModel.loading
        onRetryRequested: root.viewModel.refresh()
    }
}

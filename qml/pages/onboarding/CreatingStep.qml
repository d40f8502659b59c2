// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// About a second of work, on purpose: it is what makes guessing the passphrase slow.
ColumnLayout {
    id: root

    required property OnboardingViewModel viewModel

    spacing: Theme.gapMedium

    RoseMark {
        Layout.alignment: Qt.AlignHCenter
        size: Theme.scaled(72)
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("Making your wallet")
        level: Label.Heading
        horizontalAlignment: Text.AlignHCenter
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("The passphrase is being stretched so that guessing it would take far longer than a lifetime.")
        tone: Label.Secondary
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }

    ProgressBar {
        Layout.fillWidth: true
        label: qsTr("Making your wallet")
        indeterminate: true
    }
}

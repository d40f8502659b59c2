// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// How strong the network is, and why.
Card {
    id: root

    required property HomeViewModel viewModel

    title: qsTr("Network strength")
    caption: qsTr("What your network counts for, and the three things it is made of.")
    actions: PartAge { async: root.viewModel.strengthState }

    AsyncPane {
        Layout.fillWidth: true
        async: root.viewModel.strengthState
        skeletonRows: 3
        saidAbove: root.viewModel.notice.title
        onRetryRequested: root.viewModel.refresh()

        StrengthMeter {
            Layout.fillWidth: true
            value: root.viewModel.strength
            terms: root.viewModel.strengthTerms
            stale: root.viewModel.strengthState.freshness.stale
        }
    }

    Item { Layout.fillHeight: true }
}

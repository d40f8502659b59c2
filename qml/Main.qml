// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Majlis
import Majlis.ViewModels

Window {
    id: root
    required property RootViewModel viewModel
    width: 1280
    height: 800
    visible: true
    title: qsTr("Majlis %1").arg(root.viewModel.version)

    Gallery { anchors.fill: parent }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Majlis
import Majlis.ViewModels

Window {
    id: root

    required property RootViewModel viewModel
    readonly property ShellViewModel shell: root.viewModel.shell

    width: 1280
    height: 800
    minimumWidth: 960
    minimumHeight: 600
    title: qsTr("Majlis")
    color: Theme.colors.background
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "mode"
        value: root.shell.theme === ThemeMode.Light ? Theme.Light
            : root.shell.theme === ThemeMode.HighContrast ? Theme.HighContrast : Theme.Dark
    }
    Binding { target: Theme; property: "textScale"; value: root.shell.textScale }
    Binding { target: Theme; property: "reduceMotion"; value: root.shell.reduceMotion }

    Shell {
        id: frame
        anchors.fill: parent
        viewModel: root.viewModel
    }
}

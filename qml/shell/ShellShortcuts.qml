// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQml
import Majlis
import Majlis.ViewModels

// The keys that work everywhere. Those of the pages come from the rail.
Item {
    id: root

    required property RootViewModel viewModel
    readonly property ShellViewModel shell: root.viewModel.shell

    visible: false

    Instantiator {
        model: root.shell.rail
        delegate: Shortcut {
            required property string shortcut
            required property int page
            required property bool available

            sequence: shortcut
            enabled: available && root.shell.railVisible
            onActivated: root.shell.open(page)
        }
    }

    Shortcut {
        sequence: "Ctrl+K"
        enabled: root.shell.railVisible
        onActivated: root.shell.palette.open = !root.shell.palette.open
    }

    Shortcut {
        sequence: "Ctrl+L"
        enabled: !root.shell.locked
        onActivated: root.shell.lock()
    }

    Shortcut {
        sequence: "Alt+Left"
        enabled: root.shell.canGoBack
        onActivated: root.shell.back()
    }
}

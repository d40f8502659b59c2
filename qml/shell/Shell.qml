// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The rail, the page, and what floats over them.
FocusScope {
    id: root

    required property RootViewModel viewModel
    readonly property ShellViewModel shell: root.viewModel.shell
    property bool railFolded: width < Theme.scaled(1180)

    readonly property list<int> connectionKinds: [Badge.Neutral, Badge.Info, Badge.Positive, Badge.Warning, Badge.Warning]

    focus: true

    ShellShortcuts { viewModel: root.viewModel }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        NavigationRail {
            id: rail
            objectName: "rail"
            Layout.fillHeight: true
            visible: root.shell.railVisible
            model: root.shell.rail
            folded: root.railFolded
            connectionName: root.shell.connectionName
            connectionText: root.shell.connectionText
            connectionKind: root.connectionKinds[root.shell.connection]
            lockable: !root.shell.locked
            onPageRequested: page => root.shell.open(page)
            onLockRequested: root.shell.lock()
            onPaletteRequested: root.shell.palette.open = true
            onConnectionRequested: root.shell.open(PageId.Connections)
            onFoldRequested: root.railFolded = !root.railFolded
        }

        PageHost {
            id: host
            objectName: "pages"
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            viewModel: root.viewModel
        }
    }

    ToastStack {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gapLarge
        toasts: root.shell.toasts
    }

    ReviewDialog { viewModel: root.viewModel.review }

    CommandPalette {
        model: root.shell.palette
        currentRow: root.shell.palette.currentRow
        visible: root.shell.palette.open
        onVisibleChanged: root.shell.palette.open = visible
        onFilterEdited: text => root.shell.palette.filter = text
        onMoveRequested: by => root.shell.palette.moveCurrent(by)
        onRunRequested: row => root.shell.palette.run(row)
    }
}

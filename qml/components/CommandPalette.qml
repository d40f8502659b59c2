// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// Everything the program can do, by typing a part of its name.
T.Popup {
    id: root

    // Rows with the roles title, group, iconName, shortcut, matches.
    required property var model
    required property int currentRow

    signal filterEdited(string text)
    signal moveRequested(int by)
    signal runRequested(int row)

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round(parent.height * 0.14) : 0
    width: Math.min(Theme.scaled(600), parent ? parent.width - 2 * Theme.gapLarge : Theme.scaled(600))
    height: Math.min(Theme.scaled(460), parent ? parent.height * 0.7 : Theme.scaled(460))
    padding: 0
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onOpened: (root.contentItem as CommandPaletteContent).start()

    T.Overlay.modal: Rectangle { color: Theme.colors.scrim }

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.durationState }
    }

    background: Rectangle {
        radius: Theme.radiusDialog
        color: Theme.colors.raised
        border.width: Theme.hairline
        border.color: Theme.colors.outline

        Shadow {
            cornerRadius: Theme.radiusDialog
            spread: 28
        }
    }

    contentItem: CommandPaletteContent {
        model: root.model
        currentRow: root.currentRow
        onFilterEdited: text => root.filterEdited(text)
        onMoveRequested: by => root.moveRequested(by)
        onRunRequested: row => root.runRequested(row)
    }
}

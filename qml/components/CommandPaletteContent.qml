// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Majlis

// What stands in the command palette: the field, and what matches it.
ColumnLayout {
    id: root

    required property var model
    required property int currentRow

    signal filterEdited(string text)
    signal moveRequested(int by)
    signal runRequested(int row)

    function start(): void {
        input.clear();
        input.forceActiveFocus();
    }

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.gapMedium
        Layout.bottomMargin: Theme.gap
        spacing: Theme.gap

        Icon {
            name: "search"
            color: Theme.colors.muted
        }

        T.TextField {
            id: input
            objectName: "palette.input"
            Layout.fillWidth: true
            implicitHeight: Theme.hitTarget
            color: Theme.colors.text
            font.family: Theme.textFamily
            font.pixelSize: Theme.fontLarge
            selectionColor: Theme.colors.primary
            selectedTextColor: Theme.colors.primaryInk
            verticalAlignment: TextInput.AlignVCenter
            Accessible.role: Accessible.EditableText
            Accessible.name: qsTr("Find a page, a command or a person")
            Accessible.searchEdit: true
            onTextEdited: root.filterEdited(input.text)
            Keys.onDownPressed: root.moveRequested(1)
            Keys.onUpPressed: root.moveRequested(-1)
            Keys.onReturnPressed: root.runRequested(root.currentRow)
            Keys.onEnterPressed: root.runRequested(root.currentRow)

            Label {
                anchors.fill: parent
                visible: input.length === 0 && input.preeditText.length === 0
                text: qsTr("Find a page, a command or a person")
                level: Label.Large
                tone: Label.Muted
                Accessible.ignored: true
            }
        }

        KeyHint { keys: qsTr("Esc") }
    }

    Divider { Layout.fillWidth: true }

    ListView {
        id: list
        objectName: "palette.list"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.margins: Theme.gapSmall
        clip: true
        model: root.model
        currentIndex: root.currentRow
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        T.ScrollBar.vertical: ScrollBar { }

        delegate: T.ItemDelegate {
            id: command
            required property int index
            required property string title
            required property string group
            required property string iconName
            required property string shortcut
            readonly property bool current: command.index === root.currentRow

            objectName: "palette.row." + command.index
            width: list.width
            height: Math.max(Theme.hitTarget, Theme.scaled(40))
            leftPadding: Theme.gap
            rightPadding: Theme.gap
            Accessible.role: Accessible.ListItem
            Accessible.name: command.title
            Accessible.selected: command.current
            onClicked: root.runRequested(command.index)

            contentItem: RowLayout {
                spacing: Theme.gap

                Icon {
                    name: command.iconName
                    size: Theme.iconSizeSmall
                    color: command.current ? Theme.colors.primary : Theme.colors.secondary
                }

                Label {
                    Layout.fillWidth: true
                    text: command.title
                    Accessible.ignored: true
                }

                Label {
                    text: command.group
                    level: Label.Caption
                    tone: Label.Muted
                    Accessible.ignored: true
                }

                KeyHint {
                    visible: command.shortcut.length > 0
                    keys: command.shortcut
                }
            }

            background: Rectangle {
                radius: Theme.radiusControl
                color: command.current ? Theme.alpha(Theme.colors.primary, 0.14)
                    : command.hovered ? Theme.colors.hover : "transparent"
            }
        }

        Label {
            anchors.centerIn: parent
            visible: list.count === 0
            text: qsTr("Nothing has that name. Try fewer letters.")
            tone: Label.Secondary
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// What is needed now and then. Each entry of `entries` has a key, a text and an icon.
T.Popup {
    id: root

    required property var entries

    signal chosen(string key)

    padding: Theme.gapTiny
    modal: false
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent

    contentWidth: Theme.scaled(200)
    contentHeight: list.contentHeight

    ListView {
        id: list
        anchors.fill: parent
        interactive: false
        focus: true
        model: root.entries
        keyNavigationWraps: true
        Accessible.role: Accessible.PopupMenu
        Keys.onReturnPressed: root.choose(list.currentIndex)
        Keys.onSpacePressed: root.choose(list.currentIndex)

        delegate: T.ItemDelegate {
            id: entry
            required property int index
            required property var modelData

            objectName: "network.menu." + entry.modelData.key
            width: root.availableWidth
            implicitHeight: Theme.rowHeight
            highlighted: list.currentIndex === entry.index
            Accessible.role: Accessible.MenuItem
            Accessible.name: entry.modelData.text
            onClicked: root.choose(entry.index)
            onHoveredChanged: if (hovered) list.currentIndex = entry.index

            contentItem: Row {
                leftPadding: Theme.gapSmall
                spacing: Theme.gapSmall

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: entry.modelData.icon
                    size: Theme.iconSizeSmall
                    color: Theme.colors.secondary
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: entry.modelData.text
                    Accessible.ignored: true
                }
            }

            background: Rectangle {
                radius: Theme.radiusControl
                color: entry.highlighted ? Theme.colors.hover : "transparent"
            }
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.colors.raised
        border.width: Theme.hairline
        border.color: Theme.colors.outline

        Shadow { cornerRadius: Theme.radiusControl }
    }

    function choose(index: int): void {
        if (index < 0 || index >= root.entries.length)
            return;
        root.close();
        root.chosen(root.entries[index].key);
    }
}

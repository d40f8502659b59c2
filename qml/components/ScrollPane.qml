// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// A column that scrolls when it must, never sideways. Keeps what has the keyboard in view.
Flickable {
    id: root

    property int padding: Theme.gapLarge
    property int maximumWidth: Theme.contentWidth
    default property alias body: holder.data

    readonly property Item focused: Window.activeFocusItem

    function reveal(item: Item): void {
        const top = item.mapToItem(root.contentItem, 0, 0).y;
        const lowest = Math.max(0, top - Theme.gapLarge);
        const highest = top + item.height + Theme.gapLarge - root.height;
        root.contentY = Math.max(0, Math.min(lowest, Math.max(root.contentY, highest)));
    }

    function isInside(item: Item): bool {
        let ancestor = item;
        while (ancestor && ancestor !== holder)
            ancestor = ancestor.parent;
        return ancestor !== null;
    }

    contentWidth: width
    contentHeight: holder.height + 2 * root.padding
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick
    clip: true
    onFocusedChanged: if (root.focused && root.contentHeight > root.height && root.isInside(root.focused)) root.reveal(root.focused)

    T.ScrollBar.vertical: ScrollBar { }

    Item {
        id: holder
        x: Math.round((root.width - width) / 2)
        y: root.padding
        width: Math.min(root.maximumWidth, root.width - 2 * root.padding)
        height: childrenRect.height
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// A small question mark that explains a term on hover or focus.
Item {
    id: root

    required property string text

    implicitWidth: Theme.iconSize
    implicitHeight: Theme.iconSize
    activeFocusOnTab: root.visible
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Explanation")
    Accessible.description: root.text

    Icon {
        anchors.centerIn: parent
        name: "circle-help"
        size: Theme.iconSizeSmall
        color: hover.hovered || root.activeFocus ? Theme.colors.text : Theme.colors.muted
    }

    HoverHandler { id: hover }
    FocusRing { shown: root.activeFocus }
    Tooltip {
        shown: hover.hovered || root.activeFocus
        text: root.text
    }
}

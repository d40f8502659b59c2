// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// The ground of everything that takes text: outlined, with a ring when it has the keyboard.
Rectangle {
    id: root

    required property bool focused
    property bool failed: false
    property bool hovered: false

    radius: Theme.radiusControl
    color: Theme.isDark ? Theme.colors.background : Theme.colors.surface
    border.width: root.focused ? Theme.focusWidth : Theme.hairline
    border.color: root.failed ? Theme.colors.fall : root.focused ? Theme.colors.focus
        : root.hovered ? Theme.colors.secondary : Theme.colors.controlOutline
}

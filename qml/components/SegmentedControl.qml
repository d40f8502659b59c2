// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// One of a few, all visible. Tab reaches the group, arrow keys choose in it.
FocusScope {
    id: root

    required property string label
    required property list<string> options
    property int currentIndex: 0

    signal chosen(int index)

    function step(by: int): void {
        root.chosen(Math.max(0, Math.min(root.options.length - 1, root.currentIndex + by)));
    }

    implicitWidth: row.implicitWidth + 2 * row.x
    implicitHeight: Math.max(Theme.hitTarget, Theme.controlHeight)
    activeFocusOnTab: true
    opacity: root.enabled ? 1 : 0.45
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.label
    Accessible.description: root.options.length > root.currentIndex ? root.options[root.currentIndex] : ""
    Accessible.focusable: true
    Keys.onLeftPressed: root.step(root.LayoutMirroring.enabled ? 1 : -1)
    Keys.onRightPressed: root.step(root.LayoutMirroring.enabled ? -1 : 1)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: Theme.isDark ? Theme.colors.background : Theme.colors.hover
        border.width: Theme.hairline
        border.color: Theme.colors.controlOutline
    }

    FocusRing { shown: root.activeFocus }

    Row {
        id: row
        x: 3
        y: 3
        height: root.height - 6

        Repeater {
            model: root.options

            T.AbstractButton {
                id: segment
                required property int index
                required property string modelData
                readonly property bool current: segment.index === root.currentIndex

                objectName: root.objectName + "." + segment.index
                implicitWidth: text.implicitWidth + 2 * Theme.gap
                height: row.height
                focusPolicy: Qt.NoFocus
                Accessible.role: Accessible.RadioButton
                Accessible.name: segment.modelData
                Accessible.checked: segment.current
                onClicked: root.chosen(segment.index)

                background: Rectangle {
                    radius: Theme.radiusControl - 2
                    color: segment.current ? Theme.colors.primary : segment.hovered ? Theme.colors.hover : "transparent"
                    Behavior on color { ColorAnimation { duration: Theme.durationState } }
                }

                Label {
                    id: text
                    anchors.centerIn: parent
                    text: segment.modelData
                    color: segment.current ? Theme.colors.primaryInk : Theme.colors.text
                    font.weight: Font.Medium
                    Accessible.ignored: true
                }

                HoverHandler { cursorShape: Qt.PointingHandCursor }
            }
        }
    }
}

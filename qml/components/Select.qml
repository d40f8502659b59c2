// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// One of many, in a list that opens below. Rows are given as texts; the chosen row leaves as a number.
T.ComboBox {
    id: root

    required property string label

    implicitWidth: Math.max(Theme.scaled(160), implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.hitTarget, Theme.controlHeight)
    leftPadding: root.mirrored ? Theme.iconSizeSmall + 2 * Theme.gapSmall : Theme.gap
    rightPadding: root.mirrored ? Theme.gap : Theme.iconSizeSmall + 2 * Theme.gapSmall
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.45
    Accessible.role: Accessible.ComboBox
    Accessible.name: root.label
    Accessible.description: root.displayText

    contentItem: Label {
        text: root.displayText
        Accessible.ignored: true
    }

    indicator: Icon {
        x: root.mirrored ? Theme.gapSmall : root.width - width - Theme.gapSmall
        y: (root.height - height) / 2
        name: "chevron-down"
        size: Theme.iconSizeSmall
        color: Theme.colors.secondary
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.isDark ? Theme.colors.background : Theme.colors.surface
        border.width: Theme.hairline
        border.color: root.hovered ? Theme.colors.secondary : Theme.colors.controlOutline

        FocusRing { shown: root.visualFocus }
    }

    delegate: T.ItemDelegate {
        id: option
        required property int index
        required property string modelData

        width: root.width - 2 * Theme.gapTiny
        implicitHeight: Theme.rowHeight
        highlighted: root.highlightedIndex === option.index
        leftPadding: Theme.gapSmall
        rightPadding: Theme.gapSmall
        Accessible.role: Accessible.ListItem
        Accessible.name: option.modelData

        contentItem: Label {
            text: option.modelData
            font.weight: root.currentIndex === option.index ? Font.DemiBold : Font.Normal
            Accessible.ignored: true
        }

        background: Rectangle {
            radius: Theme.radiusControl
            color: option.highlighted ? Theme.colors.hover : "transparent"
        }
    }

    popup: T.Popup {
        y: root.height + Theme.gapTiny
        width: root.width
        height: Math.min(contentItem.implicitHeight + 2 * Theme.gapTiny, Theme.scaled(320))
        padding: Theme.gapTiny

        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: root.popup.visible ? root.delegateModel : null
            currentIndex: root.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar { }
        }

        background: Rectangle {
            radius: Theme.radiusControl
            color: Theme.colors.raised
            border.width: Theme.hairline
            border.color: Theme.colors.outline

            Shadow { cornerRadius: Theme.radiusControl }
        }
    }

    HoverHandler { cursorShape: Qt.PointingHandCursor }
}

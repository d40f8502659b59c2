// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// A short explanation beside the thing it explains, with the key that does the same where there is one.
T.ToolTip {
    id: root

    required property bool shown
    property string keys: ""

    x: root.parent ? Math.round((root.parent.width - root.width) / 2) : 0
    y: root.parent ? root.parent.height + Theme.gapTiny : 0
    visible: root.shown && root.text.length > 0
    delay: Theme.tooltipDelay
    margins: Theme.gapSmall
    padding: Theme.gapSmall
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    implicitWidth: root.implicitContentWidth + root.leftPadding + root.rightPadding
    implicitHeight: root.implicitContentHeight + root.topPadding + root.bottomPadding
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent

    contentItem: Row {
        spacing: Theme.gapSmall

        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Theme.scaled(280))
            text: root.text
            level: Label.Caption
            wrapMode: Text.Wrap
        }

        KeyHint {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.keys.length > 0
            keys: root.keys
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.colors.raised
        border.width: Theme.hairline
        border.color: Theme.colors.outline

        Shadow { cornerRadius: Theme.radiusControl }
    }
}

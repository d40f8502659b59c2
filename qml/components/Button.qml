// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// A button that says what it does. One primary a page; danger only where something is lost.
T.Button {
    id: root

    enum Kind { Primary, Secondary, Quiet, Danger }

    property int kind: Button.Secondary
    property string iconName: ""
    // True when the icon shows a direction that turns around with the reading direction.
    property bool iconDirectional: false
    property bool iconAfterText: false
    // True while its command runs: it keeps its width, shows that it works, and takes no second click.
    property bool busy: false

    readonly property color fill: root.kind === Button.Primary ? Theme.colors.primary
        : root.kind === Button.Danger ? Theme.colors.fall
        : root.kind === Button.Secondary ? Theme.colors.raised : "transparent"
    readonly property color ink: root.kind === Button.Primary ? Theme.colors.primaryInk
        : root.kind === Button.Danger ? (Theme.isDark ? Theme.colors.background : Theme.colors.primaryInk)
        : root.kind === Button.Quiet ? Theme.colors.accent : Theme.colors.text

    implicitWidth: Math.max(Theme.hitTarget, row.implicitWidth + root.leftPadding + root.rightPadding)
    implicitHeight: Math.max(Theme.hitTarget, Theme.controlHeight)
    leftPadding: root.kind === Button.Quiet ? Theme.gap : Theme.gapMedium
    rightPadding: root.leftPadding
    spacing: Theme.gapSmall
    focusPolicy: Qt.StrongFocus
    enabled: !root.busy
    opacity: root.enabled || root.busy ? 1 : 0.45
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    Row {
        id: row
        anchors.centerIn: parent
        spacing: root.spacing
        layoutDirection: root.iconAfterText !== root.mirrored ? Qt.RightToLeft : Qt.LeftToRight

        Spinner {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.busy
            color: root.ink
            size: Theme.iconSizeSmall
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName.length > 0 && !root.busy
            name: root.iconName
            color: root.ink
            size: Theme.iconSizeSmall
            mirrored: root.iconDirectional && root.mirrored
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.ink
            font.weight: Font.Medium
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.fill
        border.width: root.kind === Button.Secondary ? Theme.hairline : 0
        border.color: Theme.colors.controlOutline

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.down ? Theme.colors.pressed : Theme.colors.hover
            opacity: root.hovered || root.down ? 1 : 0
            Behavior on opacity { NumberAnimation { duration: Theme.durationState } }
        }

        FocusRing { shown: root.visualFocus }
    }

    HoverHandler { cursorShape: Qt.PointingHandCursor }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Majlis

// A question that must be answered before going on. Escape is always "no".
T.Dialog {
    id: root

    property string message: ""
    property string acceptText: qsTr("Continue")
    property string rejectText: qsTr("Cancel")
    property bool dangerous: false
    property bool busy: false
    property bool acceptable: true
    // False: there is nothing to accept, only to read.
    property bool acceptShown: true
    // False: the accepting button only says `confirmed`, for dialogs of several steps.
    property bool closesOnAccept: true

    signal confirmed()

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(Theme.dialogWidth, parent ? parent.width - 2 * Theme.gapLarge : Theme.dialogWidth)
    implicitHeight: implicitHeaderHeight + implicitContentHeight + implicitFooterHeight + topPadding + bottomPadding
    padding: Theme.gapLarge
    topPadding: Theme.gap
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.durationPosition; easing.type: Easing.OutCubic }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.durationState; easing.type: Easing.InCubic }
    }

    T.Overlay.modal: Rectangle { color: Theme.colors.scrim }

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

    header: Label {
        leftPadding: Theme.gapLarge
        rightPadding: Theme.gapLarge
        topPadding: Theme.gapLarge
        text: root.title
        level: Label.Title
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
    }

    // What a dialog is given stands under its message.
    contentItem: ColumnLayout {
        spacing: Theme.gap
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title
        Accessible.description: root.message

        Label {
            Layout.fillWidth: true
            visible: root.message.length > 0
            text: root.message
            tone: Label.Secondary
            wrapMode: Text.Wrap
        }
    }

    footer: Item {
        implicitHeight: Theme.controlHeight + Theme.gapLarge

        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.gapLarge
            spacing: Theme.gapSmall

            Button {
                objectName: "dialog.reject"
                text: root.rejectText
                onClicked: root.reject()
            }

            Button {
                objectName: "dialog.accept"
                visible: root.acceptShown
                text: root.acceptText
                kind: root.dangerous ? Button.Danger : Button.Primary
                busy: root.busy
                enabled: root.acceptable && !root.busy
                onClicked: root.closesOnAccept ? root.accept() : root.confirmed()
            }
        }
    }
}

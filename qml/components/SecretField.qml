// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// A labelled secret: dots for what is typed, an eye to look at it. The text itself never reaches QML.
ColumnLayout {
    id: root

    required property SecretBuffer buffer
    property string label: ""
    property string hint: ""
    property string error: ""
    property bool singleWord: false
    property bool revealable: true
    property bool revealed: false
    // A mark at the end, such as a tick for a word that is right.
    property string markName: ""
    property color markColor: Theme.colors.rise

    signal accepted()

    function focusInput(): void {
        input.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.gapTiny

    Label {
        Layout.fillWidth: true
        visible: root.label.length > 0
        text: root.label
        tone: Label.Secondary
        font.weight: Font.Medium
        Accessible.ignored: true
    }

    FieldFrame {
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.hitTarget, Theme.controlHeight)
        implicitWidth: Theme.scaled(200)
        focused: input.activeFocus
        failed: root.error.length > 0
        opacity: root.enabled ? 1 : 0.45

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: 2
            spacing: Theme.gapTiny

            SecretInput {
                id: input
                objectName: root.objectName + ".input"
                Layout.fillWidth: true
                Layout.fillHeight: true
                buffer: root.buffer
                shown: root.revealed
                singleWord: root.singleWord
                color: Theme.colors.text
                cursorColor: Theme.colors.primary
                fontFamily: root.singleWord ? Theme.monoFamily : Theme.textFamily
                pixelSize: Theme.fontLarge
                Accessible.role: Accessible.EditableText
                Accessible.passwordEdit: true
                Accessible.name: root.label
                Accessible.description: root.error.length > 0 ? root.error : qsTr("%1 characters typed").arg(root.buffer ? root.buffer.length : 0)
                Accessible.focusable: true
                onAccepted: root.accepted()
            }

            Icon {
                visible: root.markName.length > 0
                Layout.rightMargin: Theme.gapSmall
                name: root.markName
                color: root.markColor
                size: Theme.iconSizeSmall
            }

            IconButton {
                objectName: root.objectName + ".reveal"
                visible: root.revealable
                iconName: root.revealed ? "eye-off" : "eye"
                text: root.revealed ? qsTr("Hide what is typed") : qsTr("Show what is typed")
                activeFocusOnTab: false
                onClicked: root.revealed = !root.revealed
            }
        }
    }

    FieldNote {
        Layout.fillWidth: true
        hint: root.hint
        error: root.error
    }
}

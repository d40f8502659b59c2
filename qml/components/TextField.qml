// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Majlis

// A labelled line of text with its hint or its error underneath.
ColumnLayout {
    id: root

    property string label: ""
    property string hint: ""
    property string error: ""
    property bool mono: false
    property alias text: input.text
    property alias placeholder: input.placeholderText
    property alias readOnly: input.readOnly
    property alias maximumLength: input.maximumLength
    property alias validator: input.validator
    property alias inputMethodHints: input.inputMethodHints

    signal edited(string text)
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

    T.TextField {
        id: input
        objectName: root.objectName + ".input"
        Layout.fillWidth: true
        implicitWidth: Theme.scaled(220)
        implicitHeight: Math.max(Theme.hitTarget, Theme.controlHeight)
        leftPadding: Theme.gap
        rightPadding: Theme.gap
        color: Theme.colors.text
        placeholderTextColor: Theme.colors.muted
        selectionColor: Theme.colors.primary
        selectedTextColor: Theme.colors.primaryInk
        font.family: root.mono ? Theme.monoFamily : Theme.textFamily
        font.pixelSize: Theme.fontBody
        verticalAlignment: TextInput.AlignVCenter
        selectByMouse: true
        activeFocusOnTab: true
        opacity: root.enabled ? 1 : 0.45
        Accessible.role: Accessible.EditableText
        Accessible.name: root.label.length > 0 ? root.label : input.placeholderText
        Accessible.description: root.error.length > 0 ? root.error : root.hint
        onTextEdited: root.edited(input.text)
        onAccepted: root.accepted()

        background: FieldFrame {
            focused: input.activeFocus
            failed: root.error.length > 0
            hovered: input.hovered
        }

        Label {
            anchors.fill: parent
            anchors.leftMargin: input.leftPadding
            anchors.rightMargin: input.rightPadding
            visible: input.length === 0 && input.preeditText.length === 0
            text: input.placeholderText
            tone: Label.Muted
            Accessible.ignored: true
        }
    }

    FieldNote {
        Layout.fillWidth: true
        hint: root.hint
        error: root.error
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Majlis

// A labelled text of several lines with its hint or its error underneath. Tab goes on, it is not typed.
ColumnLayout {
    id: root

    property string label: ""
    property string hint: ""
    property string error: ""
    property bool mono: false
    property int lines: 4
    property alias text: input.text
    property alias readOnly: input.readOnly

    signal edited(string text)

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
        implicitHeight: root.lines * Theme.scaled(20) + 2 * Theme.gapSmall
        focused: input.activeFocus
        failed: root.error.length > 0

        Flickable {
            id: view
            anchors.fill: parent
            anchors.margins: 2
            contentHeight: input.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar { }

            T.TextArea {
                id: input
                objectName: root.objectName + ".input"
                width: view.width
                height: Math.max(implicitHeight, view.height)
                implicitHeight: contentHeight + topPadding + bottomPadding
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                topPadding: Theme.gapSmall
                bottomPadding: Theme.gapSmall
                color: Theme.colors.text
                selectionColor: Theme.colors.primary
                selectedTextColor: Theme.colors.primaryInk
                font.family: root.mono ? Theme.monoFamily : Theme.textFamily
                font.pixelSize: Theme.fontBody
                textFormat: TextEdit.PlainText
                wrapMode: root.mono ? TextEdit.WrapAnywhere : TextEdit.Wrap
                selectByMouse: true
                activeFocusOnTab: true
                KeyNavigation.priority: KeyNavigation.BeforeItem
                KeyNavigation.tab: input.nextItemInFocusChain(true)
                Accessible.role: Accessible.EditableText
                Accessible.multiLine: true
                Accessible.name: root.label
                Accessible.description: root.error.length > 0 ? root.error : root.hint
                onTextChanged: if (input.activeFocus) root.edited(input.text)
            }
        }
    }

    FieldNote {
        Layout.fillWidth: true
        hint: root.hint
        error: root.error
    }
}

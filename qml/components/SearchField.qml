// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Majlis

// Finds as one types. Escape clears first, then lets go; Return goes to the best match.
T.TextField {
    id: root

    property string label: qsTr("Search")
    property string keys: ""
    property bool searching: false

    signal cleared()

    implicitWidth: Theme.scaled(240)
    implicitHeight: Math.max(Theme.hitTarget, Theme.controlHeight)
    leftPadding: root.mirrored ? clear.width : Theme.iconSizeSmall + 2 * Theme.gap - 4
    rightPadding: root.mirrored ? Theme.iconSizeSmall + 2 * Theme.gap - 4 : clear.width
    color: Theme.colors.text
    placeholderTextColor: Theme.colors.muted
    selectionColor: Theme.colors.primary
    selectedTextColor: Theme.colors.primaryInk
    font.family: Theme.textFamily
    font.pixelSize: Theme.fontBody
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true
    activeFocusOnTab: true
    readonly property bool mirrored: root.LayoutMirroring.enabled
    Accessible.role: Accessible.EditableText
    Accessible.name: root.label
    Accessible.searchEdit: true
    Keys.onEscapePressed: event => {
        event.accepted = root.length > 0;
        root.clearText();
    }

    function clearText(): void {
        root.clear();
        root.textEdited();
        root.cleared();
    }

    background: FieldFrame {
        focused: root.activeFocus
        hovered: root.hovered
    }

    Icon {
        anchors.left: parent.left
        anchors.leftMargin: Theme.gapSmall + 2
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        size: Theme.iconSizeSmall
        color: Theme.colors.muted
    }

    Label {
        anchors.fill: parent
        anchors.leftMargin: root.leftPadding
        anchors.rightMargin: root.rightPadding
        visible: root.length === 0 && root.preeditText.length === 0
        text: root.placeholderText.length > 0 ? root.placeholderText : root.label
        tone: Label.Muted
        Accessible.ignored: true
    }

    KeyHint {
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        visible: root.keys.length > 0 && root.length === 0 && !root.activeFocus
        keys: root.keys
    }

    IconButton {
        id: clear
        objectName: root.objectName + ".clear"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: root.length > 0 && !root.searching
        iconName: "x"
        text: qsTr("Clear the search")
        activeFocusOnTab: false
        onClicked: root.clearText()
    }

    Spinner {
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        visible: root.searching
        size: Theme.iconSizeSmall
    }
}

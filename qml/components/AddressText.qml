// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// An address in groups of four, left to right in every language, with a button that copies the whole of it.
RowLayout {
    id: root

    // The canonical text: what is copied and spoken.
    required property string address
    // The text to show when the whole does not fit, such as "0x7099 7970 … 79C8"; empty shows the whole, grouped.
    property string shortened: ""
    property bool copyable: true
    property bool copied: false
    property int level: Label.Body
    property int tone: Label.Secondary

    signal copyRequested(string address)

    function grouped(text: string): string {
        const head = text.startsWith("0x") ? "0x" : "";
        return head + text.slice(head.length).match(/.{1,4}/g).join(" ");
    }

    spacing: 0
    layoutDirection: Qt.LeftToRight
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Address %1").arg(root.address)

    Label {
        id: shown
        // A whole address gives way and wraps where it does not fit; a shortened one keeps its place.
        Layout.fillWidth: !root.copyable || root.shortened.length === 0
        Layout.maximumWidth: root.copyable ? Math.ceil(shown.implicitWidth) : Infinity
        text: root.address.length === 0 ? "" : root.shortened.length > 0 ? root.shortened : root.grouped(root.address)
        level: root.level
        tone: root.tone
        mono: true
        wrapMode: root.shortened.length > 0 ? Text.NoWrap : Text.Wrap
        Accessible.ignored: true

        HoverHandler { id: hover }
        Tooltip {
            shown: hover.hovered && root.shortened.length > 0
            text: root.address
        }
    }

    IconButton {
        objectName: root.objectName + ".copy"
        visible: root.copyable && root.address.length > 0
        iconName: root.copied ? "check" : "copy"
        text: root.copied ? qsTr("Copied") : qsTr("Copy the address")
        onClicked: root.copyRequested(root.address)
    }
}

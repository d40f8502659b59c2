// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Majlis

// The message that will be signed, exactly, and who signs it.
ColumnLayout {
    id: root

    required property string message
    required property int messageBytes
    required property string accountFull

    spacing: Theme.gap

    Label {
        Layout.fillWidth: true
        text: qsTr("This is the whole message. Nothing else is signed, and nothing in it can move money.")
        tone: Label.Secondary
        wrapMode: Text.Wrap
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Math.min(messageText.implicitHeight + 2 * Theme.gapMedium, Theme.scaled(260))
        radius: Theme.radiusControl
        color: Theme.isDark ? Theme.colors.background : Theme.colors.hover
        border.width: Theme.hairline
        border.color: Theme.colors.outline

        Flickable {
            anchors.fill: parent
            anchors.margins: Theme.gapMedium
            contentHeight: messageText.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: contentHeight > height
            T.ScrollBar.vertical: ScrollBar { }

            Label {
                id: messageText
                width: parent.width
                text: root.message
                mono: true
                wrapMode: Text.WrapAnywhere
                LayoutMirroring.enabled: false
            }
        }
    }

    FactRow {
        Layout.fillWidth: true
        label: qsTr("Length")
        value: qsTr("%1 bytes").arg(root.messageBytes)
    }

    Label {
        text: qsTr("Signed by")
        tone: Label.Secondary
    }

    AddressText {
        Layout.fillWidth: true
        address: root.accountFull
        copyable: false
        tone: Label.Primary
    }
}

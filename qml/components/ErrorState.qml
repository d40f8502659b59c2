// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// What happened, what to do, try again; the technical part behind a fold.
ColumnLayout {
    id: root

    required property string title
    property string advice: ""
    property string details: ""
    property bool retryable: true
    property bool busy: false
    property string retryText: qsTr("Try again")
    property string iconName: "triangle-alert"
    property bool folded: true

    signal retryRequested()

    spacing: Theme.gapSmall
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.title
    Accessible.description: root.advice

    Rectangle {
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Theme.gapSmall
        implicitWidth: Theme.scaled(56)
        implicitHeight: implicitWidth
        radius: width / 2
        color: Theme.alpha(Theme.colors.warning, 0.12)

        Icon {
            anchors.centerIn: parent
            name: root.iconName
            size: Theme.scaled(24)
            color: Theme.colors.warning
        }
    }

    Label {
        Layout.fillWidth: true
        text: root.title
        level: Label.Title
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }

    Label {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.scaled(440)
        visible: root.advice.length > 0
        text: root.advice
        tone: Label.Secondary
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.gap
        spacing: Theme.gapSmall

        Button {
            objectName: root.objectName + ".retry"
            visible: root.retryable
            text: root.retryText
            iconName: "refresh-cw"
            kind: Button.Primary
            busy: root.busy
            onClicked: root.retryRequested()
        }

        Button {
            objectName: root.objectName + ".details"
            visible: root.details.length > 0
            text: root.folded ? qsTr("Show details") : qsTr("Hide details")
            iconName: root.folded ? "chevron-down" : "chevron-up"
            kind: Button.Quiet
            onClicked: root.folded = !root.folded
        }
    }

    Rectangle {
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.scaled(560)
        visible: !root.folded && root.details.length > 0
        implicitHeight: detailText.implicitHeight + 2 * Theme.gap
        radius: Theme.radiusControl
        color: Theme.colors.hover

        Label {
            id: detailText
            anchors.fill: parent
            anchors.margins: Theme.gap
            text: root.details
            level: Label.Caption
            tone: Label.Secondary
            mono: true
            wrapMode: Text.WrapAnywhere
            maximumLineCount: 12
        }
    }
}

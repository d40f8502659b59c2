// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Majlis

// Where one can go. Folds to icons; the labels are then in the tooltips, with their keys.
FocusScope {
    id: root

    // Rows with the roles page, label, iconName, shortcut, available, current.
    required property var model
    property bool folded: true
    property string connectionName: ""
    property string connectionText: ""
    property int connectionKind: Badge.Neutral
    property bool lockable: true
    property string lockKeys: qsTr("Ctrl+L")
    property string paletteKeys: qsTr("Ctrl+K")

    signal pageRequested(int page)
    signal lockRequested()
    signal paletteRequested()
    signal connectionRequested()
    signal foldRequested()

    implicitWidth: root.folded ? Theme.railWidth : Theme.railWidthOpen
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")
    Behavior on implicitWidth { NumberAnimation { duration: Theme.durationPosition; easing.type: Easing.OutCubic } }

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.surface

        Rectangle {
            anchors.right: parent.right
            width: Theme.hairline
            height: parent.height
            color: Theme.colors.outline
            opacity: 0.6
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: Theme.gapMedium
        anchors.bottomMargin: Theme.gap
        anchors.leftMargin: Theme.gapSmall + 2
        anchors.rightMargin: Theme.gapSmall + 2
        spacing: Theme.gapTiny

        RowLayout {
            Layout.leftMargin: Theme.gapSmall - 2
            Layout.bottomMargin: Theme.gapMedium
            spacing: Theme.gap

            RoseMark { size: 32 }

            Label {
                visible: !root.folded
                text: qsTr("Majlis")
                level: Label.Title
            }
        }

        Rows {
            id: rows
            spacing: Theme.gapTiny

            Repeater {
                model: root.model

                RailButton {
                    id: entry
                    required property int page
                    required property string label
                    required property string shortcut
                    required property bool available

                    required iconName
                    required current

                    objectName: "rail." + entry.page
                    width: rows.width
                    text: entry.label
                    keys: entry.shortcut
                    folded: root.folded
                    enabled: entry.available
                    onClicked: root.pageRequested(entry.page)
                }
            }
        }

        Item { Layout.fillHeight: true }

        RailButton {
            objectName: "rail.palette"
            Layout.fillWidth: true
            iconName: "command"
            text: qsTr("Commands")
            keys: root.paletteKeys
            folded: root.folded
            onClicked: root.paletteRequested()
        }

        RailButton {
            objectName: "rail.lock"
            Layout.fillWidth: true
            visible: root.lockable
            iconName: "lock"
            text: qsTr("Lock")
            keys: root.lockKeys
            folded: root.folded
            onClicked: root.lockRequested()
        }

        RailButton {
            objectName: "rail.fold"
            Layout.fillWidth: true
            iconName: root.folded ? "panel-left" : "panel-right"
            text: root.folded ? qsTr("Show labels") : qsTr("Fold to icons")
            folded: root.folded
            onClicked: root.foldRequested()
        }

        Divider {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapTiny
            Layout.bottomMargin: Theme.gapTiny
        }

        T.AbstractButton {
            id: connection
            objectName: "rail.connection"
            Layout.fillWidth: true
            implicitHeight: Math.max(Theme.hitTarget, Theme.scaled(44))
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("Connection: %1, %2").arg(root.connectionName).arg(root.connectionText)
            onClicked: root.connectionRequested()

            contentItem: RowLayout {
                spacing: Theme.gap

                Item {
                    Layout.preferredWidth: root.folded ? connection.width : Theme.scaled(32)
                    Layout.fillHeight: true

                    Rectangle {
                        anchors.centerIn: parent
                        width: Theme.scaled(10)
                        height: width
                        radius: width / 2
                        color: root.connectionKind === Badge.Positive ? Theme.colors.rise
                            : root.connectionKind === Badge.Warning ? Theme.colors.warning
                            : root.connectionKind === Badge.Info ? Theme.colors.info : Theme.colors.muted
                    }
                }

                ColumnLayout {
                    visible: !root.folded
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        text: root.connectionName.length > 0 ? root.connectionName : root.connectionText
                        font.weight: Font.Medium
                        Accessible.ignored: true
                    }

                    Label {
                        Layout.fillWidth: true
                        visible: root.connectionName.length > 0
                        text: root.connectionText
                        level: Label.Caption
                        tone: Label.Muted
                        Accessible.ignored: true
                    }
                }
            }

            background: Rectangle {
                radius: Theme.radiusControl
                color: connection.hovered ? Theme.colors.hover : "transparent"
                FocusRing { shown: connection.visualFocus }
            }

            Tooltip {
                x: connection.width + Theme.gapSmall
                y: (connection.height - height) / 2
                shown: (connection.hovered || connection.visualFocus) && root.folded
                text: root.connectionName.length > 0 ? qsTr("%1 · %2", "platform, state of its connection")
                    .arg(root.connectionName).arg(root.connectionText) : root.connectionText
            }
        }
    }
}

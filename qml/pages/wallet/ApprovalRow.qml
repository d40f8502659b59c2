// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// Something that somebody may take, with a way to take it back.
Item {
    id: root

    required property int index
    required property string approvalId
    required property string chain
    required property string what
    required property string amount
    required property string contract
    required property string spender
    required property string spenderName
    required property string age
    required property bool isUnlimited
    required property bool isRevoking
    property bool revocable: true

    signal revokeRequested()

    objectName: "security.approval." + root.index
    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight + 2 * Theme.gapSmall
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2: %3", "what may be taken, how much, on which chain").arg(root.what).arg(root.amount).arg(root.chain)
    Accessible.description: qsTr("By %1").arg(root.spenderName.length > 0 ? root.spenderName : root.spender)

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gapSmall

                Label {
                    Layout.maximumWidth: Theme.scaled(260)
                    text: root.what
                    font.weight: Font.DemiBold
                }

                Badge { text: root.chain }

                Badge {
                    objectName: root.objectName + ".amount"
                    visible: root.amount.length > 0
                    kind: root.isUnlimited ? Badge.Negative : Badge.Neutral
                    iconName: root.isUnlimited ? "triangle-alert" : ""
                    text: root.amount
                }

                Item { Layout.fillWidth: true }
            }

            Label {
                Layout.fillWidth: true
                text: root.spenderName.length > 0 ? qsTr("May be taken by %1, %2", "contract's name, address").arg(root.spenderName).arg(root.spender)
                    : qsTr("May be taken by %1").arg(root.spender)
                level: Label.Caption
                tone: Label.Secondary
                wrapMode: Text.WrapAnywhere
            }

            Label {
                Layout.fillWidth: true
                text: qsTr("Contract %1 · %2", "address, age of the approval").arg(root.contract).arg(root.age)
                level: Label.Caption
                tone: Label.Muted
                wrapMode: Text.WrapAnywhere
            }
        }

        Button {
            objectName: root.objectName + ".revoke"
            text: qsTr("Take it back")
            busy: root.isRevoking
            enabled: root.revocable && !root.isRevoking
            Accessible.description: root.Accessible.name
            onClicked: root.revokeRequested()
        }
    }
}

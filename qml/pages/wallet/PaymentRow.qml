// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// A payment: how much, to whom, how far it came, and what can be done about it.
Item {
    id: root

    required property int index
    required property string transactionId
    required property string amount
    required property string recipient
    required property string name
    required property string network
    required property string stateText
    required property int tone
    required property string age
    required property string signedAt
    required property string problem
    required property bool canLook
    required property bool canGiveUp
    required property bool busy

    signal lookRequested()
    signal giveUpRequested()
    signal copyRequested()

    objectName: "send.payment." + root.index
    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight + 2 * Theme.gapSmall
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1 to %2: %3", "amount, recipient, state of a payment").arg(root.amount).arg(root.name.length > 0 ? root.name : root.recipient).arg(root.stateText)
    Accessible.description: root.problem

    RowLayout {
        id: row
        anchors.fill: parent
        spacing: Theme.gapSmall

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gapSmall

                Label {
                    Layout.maximumWidth: Theme.scaled(260)
                    text: root.amount
                    figures: true
                    font.weight: Font.DemiBold
                }

                Badge {
                    text: root.stateText
                    kind: root.tone === PaymentsModel.Good ? Badge.Positive : root.tone === PaymentsModel.Bad ? Badge.Negative
                        : root.tone === PaymentsModel.Uncertain ? Badge.Warning : Badge.Info
                }

                Item { Layout.fillWidth: true }
            }

            AddressText {
                Layout.fillWidth: true
                address: root.recipient
                copyable: false
                level: Label.Caption
            }

            Label {
                Layout.fillWidth: true
                text: root.name.length > 0 ? qsTr("%1 · %2 · %3", "recipient's name, chain, age").arg(root.name).arg(root.network).arg(root.age)
                    : qsTr("%1 · %2", "chain, age").arg(root.network).arg(root.age)
                level: Label.Caption
                tone: Label.Muted

                HoverHandler { id: hover }

                Tooltip {
                    text: root.signedAt
                    shown: hover.hovered
                }
            }

            Label {
                objectName: root.objectName + ".problem"
                Layout.fillWidth: true
                visible: root.problem.length > 0
                text: root.problem
                level: Label.Caption
                tone: Label.Secondary
                wrapMode: Text.Wrap
            }
        }

        IconButton {
            objectName: root.objectName + ".giveUp"
            visible: root.canGiveUp
            iconName: "x"
            text: qsTr("Send it no more")
            onClicked: root.giveUpRequested()
        }

        IconButton {
            objectName: root.objectName + ".look"
            visible: root.canLook
            enabled: !root.busy
            iconName: "refresh-cw"
            text: qsTr("Ask the chain now")
            onClicked: root.lookRequested()
        }

        IconButton {
            objectName: root.objectName + ".copy"
            iconName: "copy"
            text: qsTr("Copy the transaction's name")
            onClicked: root.copyRequested()
        }
    }
}

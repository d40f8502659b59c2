// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What others may take of an account, by chain, and taking it back.
Card {
    id: root

    required property ApprovalsViewModel viewModel

    title: qsTr("Approvals")
    caption: qsTr("What contracts may take of your tokens without asking again. Take back what you no longer use; it costs the chain's fee.")

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Select {
            objectName: "security.approvalsAccount"
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.scaled(320)
            visible: root.viewModel.accountNames.length > 1
            label: qsTr("Account")
            model: root.viewModel.accountNames
            currentIndex: root.viewModel.accountIndex
            onActivated: index => root.viewModel.accountIndex = index
        }

        Item { Layout.fillWidth: true }

        Button {
            objectName: "security.askApprovals"
            Layout.alignment: Qt.AlignBottom
            text: qsTr("Ask the chains")
            iconName: "refresh-cw"
            busy: root.viewModel.loading
            enabled: root.viewModel.canAsk
            onClicked: root.viewModel.refresh()
        }
    }

    Banner {
        objectName: "security.approvalsError"
        Layout.fillWidth: true
        visible: root.viewModel.error.present
        kind: Banner.Warning
        title: root.viewModel.error.title
        text: root.viewModel.error.advice
    }

    Banner {
        objectName: "security.approvalRevoked"
        Layout.fillWidth: true
        visible: root.viewModel.revoking.status === AsyncState.Ready
        kind: Banner.Success
        title: qsTr("It was taken back")
    }

    Banner {
        objectName: "security.approvalProblem"
        Layout.fillWidth: true
        visible: root.viewModel.revoking.error.present
        kind: Banner.Error
        title: root.viewModel.revoking.error.title
        text: root.viewModel.revoking.error.advice
    }

    Label {
        objectName: "security.noApprovals"
        Layout.fillWidth: true
        visible: root.viewModel.empty
        text: qsTr("Nothing is allowed that the chains below could tell.")
        tone: Label.Secondary
        wrapMode: Text.Wrap
    }

    Rows {
        id: rows
        spacing: Theme.gapTiny
        Accessible.role: Accessible.List
        Accessible.name: root.title

        Repeater {
            model: root.viewModel.approvals

            ApprovalRow {
                id: approval
                width: rows.width
                revocable: !root.viewModel.revoking.loading
                onRevokeRequested: root.viewModel.revoke(approval.approvalId)
            }
        }
    }

    Divider { Layout.fillWidth: true }

    Rows {
        id: chainRows
        spacing: Theme.gapSmall
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Chains")

        Repeater {
            model: root.viewModel.chains

            SettingRow {
                id: chain

                required property int position
                required property string name
                required property string node
                required property bool isLoading
                required property bool isFailed
                required text

                objectName: "security.chain." + chain.position
                width: chainRows.width
                title: chain.name

                Button {
                    objectName: chain.objectName + ".node"
                    text: chain.node.length > 0 ? qsTr("Change the node") : qsTr("Choose a node")
                    kind: Button.Quiet
                    busy: chain.isLoading
                    Accessible.description: chain.name
                    onClicked: root.viewModel.editNode(chain.position)
                }
            }
        }
    }

    Dialog {
        objectName: "security.node"
        visible: root.viewModel.editing
        title: qsTr("Node of %1", "name of a chain").arg(root.viewModel.editedChain)
        message: qsTr("A server that you trust to tell you how the chain stands. It sees your addresses, never a key.")
        acceptText: qsTr("Use it")
        acceptable: root.viewModel.nodeError.length === 0
        closesOnAccept: false
        onRejected: root.viewModel.closeNode()
        onConfirmed: root.viewModel.useNode()

        TextField {
            objectName: "security.node.address"
            Layout.fillWidth: true
            label: qsTr("Address")
            hint: qsTr("Leave it empty to ask no node.")
            error: root.viewModel.nodeError
            placeholder: "https://"
            mono: true
            maximumLength: 2048
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
            text: root.viewModel.node
            onEdited: text => root.viewModel.node = text
            onAccepted: root.viewModel.useNode()
        }
    }
}

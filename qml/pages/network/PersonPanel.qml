// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Who is selected: name, place in the network, what counts.
SidePanel {
    id: root

    required property NetworkViewModel viewModel
    readonly property personDetails person: root.viewModel.selection

    // Asked again when the list changes: isMarked() is a function.
    readonly property bool isMarked: root.viewModel.bookmarks.count >= 0 && root.viewModel.bookmarks.isMarked(root.person.node)

    signal branchRequested()

    title: root.person.self ? qsTr("You") : qsTr("Person")
    onCloseRequested: root.viewModel.select(-1)

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Monogram {
            size: Theme.scaled(48)
            name: root.person.name.length > 0 ? root.person.name : root.person.address.slice(2)
            seed: root.person.address.charCodeAt(root.person.address.length - 1)
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: root.person.name.length > 0 ? root.person.name : qsTr("No name")
                level: Label.Title
                tone: root.person.name.length > 0 ? Label.Primary : Label.Muted
            }

            Row {
                spacing: Theme.gapTiny

                Badge { text: root.person.depth === 0 ? qsTr("Root") : qsTr("Level %1").arg(root.person.depth) }

                Badge {
                    visible: root.person.verified
                    text: qsTr("Verified")
                    kind: Badge.Positive
                    iconName: "badge-check"
                }
            }
        }
    }

    AddressText {
        objectName: "network.address"
        Layout.fillWidth: true
        address: root.person.address
        tone: Label.Primary
        onCopyRequested: root.viewModel.copyAddress()
    }

    Divider { Layout.fillWidth: true }

    FactRow {
        Layout.fillWidth: true
        label: qsTr("Balance")
        value: root.person.balance
    }

    FactRow {
        Layout.fillWidth: true
        visible: root.person.share.length > 0
        label: qsTr("Weight")
        value: root.person.share
        help: qsTr("How much of this balance counts for your network strength at this level.")
    }

    FactRow {
        Layout.fillWidth: true
        label: qsTr("Joined through them")
        value: root.person.directReferrals
    }

    FactRow {
        Layout.fillWidth: true
        label: qsTr("Everyone below")
        value: root.person.totalDescendants
    }

    FactRow {
        Layout.fillWidth: true
        label: qsTr("Joined")
        value: root.person.joined
        help: root.person.joinedAt
    }

    FactRow {
        Layout.fillWidth: true
        visible: root.person.chain.length > 0
        label: qsTr("Chain")
        value: root.person.chain
    }

    Upline {
        objectName: "network.upline"
        Layout.fillWidth: true
        upline: root.viewModel.upline
        onChosen: node => root.viewModel.selectAndFly(node)
    }

    Button {
        objectName: "network.flyTo"
        Layout.fillWidth: true
        text: qsTr("Fly there")
        iconName: "crosshair"
        kind: Button.Primary
        onClicked: root.viewModel.selectAndFly(root.person.node)
    }

    Button {
        objectName: "network.showBranch"
        Layout.fillWidth: true
        text: qsTr("Show their branch")
        iconName: "git-branch"
        onClicked: root.branchRequested()
    }

    Button {
        objectName: "network.bookmark"
        Layout.fillWidth: true
        text: root.isMarked ? qsTr("Remove the bookmark") : qsTr("Bookmark")
        iconName: "bookmark"
        onClicked: root.viewModel.bookmarks.toggle(root.person.node)
    }
}

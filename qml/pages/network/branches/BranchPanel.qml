// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The branch of the selected person: what it counts for and what would raise that; and several branches side by side.
SidePanel {
    id: root

    required property NetworkViewModel viewModel
    readonly property BranchesViewModel branches: root.viewModel.branches
    readonly property int node: Math.max(0, root.viewModel.selectedIndex)
    // Asked again when the list changes: isGathered() is a function.
    readonly property bool isGathered: root.branches.gatheredCount >= 0 && root.branches.isGathered(root.node)

    title: qsTr("Branch")

    Label {
        objectName: "network.branch.name"
        Layout.fillWidth: true
        text: root.branches.name
        level: Label.Title
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("What this branch counts for, seen from its top.")
        tone: Label.Secondary
        wrapMode: Text.Wrap
    }

    Label {
        objectName: "network.branch.strength"
        text: root.branches.strength
        level: Label.Display
        figures: true
        Accessible.name: qsTr("Strength %1").arg(root.branches.strength)
    }

    Rows {
        id: terms

        Repeater {
            model: root.branches.terms

            StrengthTermRow { width: terms.width }
        }
    }

    Label {
        Layout.fillWidth: true
        visible: text.length > 0
        text: root.branches.note
        tone: Label.Warning
        wrapMode: Text.Wrap
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gapSmall

        Button {
            objectName: "network.branch.top"
            visible: root.node > 0 && root.branches.top !== root.node
            text: qsTr("Look at it alone")
            iconName: "focus"
            onClicked: root.branches.makeTop(root.node)
        }

        Button {
            objectName: "network.branch.back"
            visible: root.branches.top >= 0
            text: qsTr("Back to everyone")
            iconName: "undo-2"
            onClicked: root.branches.leaveTop()
        }

        Button {
            objectName: "network.branch.gather"
            visible: !root.isGathered
            text: qsTr("Compare")
            iconName: "git-compare"
            onClicked: root.branches.gather(root.node)
        }
    }

    Divider {
        Layout.fillWidth: true
        visible: root.branches.gatheredCount > 0
    }

    RowLayout {
        Layout.fillWidth: true
        visible: root.branches.gatheredCount > 0

        Label {
            Layout.fillWidth: true
            text: qsTr("Side by side")
            level: Label.Large
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }

        Button {
            objectName: "network.branch.dropAll"
            text: qsTr("Clear")
            kind: Button.Quiet
            onClicked: root.branches.dropAll()
        }
    }

    Rows {
        id: gatheredRows
        visible: root.branches.gatheredCount > 0
        spacing: Theme.gapTiny

        Repeater {
            model: root.branches.gathered

            GatheredRow {
                width: gatheredRows.width
                onChosen: node => root.viewModel.selectAndFly(node)
                onDropRequested: node => root.branches.drop(node)
            }
        }
    }

    Label {
        objectName: "network.branch.hint"
        Layout.fillWidth: true
        visible: root.branches.gatheredCount === 1
        text: qsTr("Select another person and add them too: the first two stand side by side.")
        tone: Label.Secondary
        wrapMode: Text.Wrap
    }

    Label {
        objectName: "network.branch.summary"
        Layout.fillWidth: true
        visible: root.branches.gatheredCount > 1
        text: root.branches.summary
        tone: Label.Secondary
        figures: true
        wrapMode: Text.Wrap
    }

    ComparedTable {
        objectName: "network.branch.compared"
        Layout.fillWidth: true
        visible: root.branches.gatheredCount > 1
        branches: root.branches
    }

    Divider {
        Layout.fillWidth: true
        visible: root.viewModel.bookmarks.count > 0
    }

    Label {
        visible: root.viewModel.bookmarks.count > 0
        text: qsTr("Bookmarks")
        level: Label.Large
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }

    Rows {
        id: bookmarkRows
        visible: root.viewModel.bookmarks.count > 0
        spacing: Theme.gapTiny

        Repeater {
            model: root.viewModel.bookmarks.rows

            BookmarkEntry {
                width: bookmarkRows.width
                onChosen: node => root.viewModel.selectAndFly(node)
                onRemoveRequested: address => root.viewModel.bookmarks.remove(address)
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What floats over the scene: what it is, search, depth, the view.
ColumnLayout {
    id: root

    required property NetworkViewModel viewModel
    property bool tableShown: true
    signal tableToggled()
    signal growthToggled()
    signal keysRequested()
    signal panelChosen(int panel)

    function focusSearch(): void {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    spacing: Theme.gapSmall

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapSmall

        ColumnLayout {
            spacing: 2

            RowLayout {
                spacing: Theme.gap

                Label {
                    text: qsTr("Network")
                    level: Label.Heading
                    Accessible.role: Accessible.Heading
                }

                AgeBadge {
                    visible: root.viewModel.freshness.known
                    age: root.viewModel.freshness.age
                    exact: root.viewModel.freshness.asOf
                    stale: root.viewModel.freshness.stale
                }
            }

            Label {
                objectName: "network.summary"
                text: root.viewModel.summary
                tone: Label.Secondary
                figures: true
            }
        }

        Item { Layout.fillWidth: true }

        Item {
            Layout.preferredWidth: Theme.scaled(240)
            Layout.minimumWidth: Theme.scaled(140)
            Layout.alignment: Qt.AlignTop
            implicitHeight: search.implicitHeight

            SearchField {
                id: search
                objectName: "network.search"
                anchors.fill: parent
                label: qsTr("Find a person")
                keys: qsTr("Ctrl+F")
                searching: root.viewModel.search.searching
                onTextEdited: root.viewModel.search.query = search.text
                Keys.onDownPressed: hits.forceActiveFocus()
                onAccepted: hits.choose(0)
            }

            SearchHits {
                id: hits
                objectName: "network.hits"
                anchors.top: search.bottom
                anchors.topMargin: Theme.gapTiny
                anchors.right: search.right
                visible: search.length > 0 && (search.activeFocus || hits.activeFocus)
                search: root.viewModel.search
                onChosen: node => root.viewModel.selectAndFly(node)
            }
        }

        IconButton {
            objectName: "network.filtersToggle"
            Layout.alignment: Qt.AlignTop
            floating: true
            checkable: true
            checked: root.viewModel.panel === NetworkViewModel.Filters
            iconName: "list-filter"
            text: qsTr("Filters")
            shortcutText: qsTr("Ctrl+Shift+F")
            onClicked: root.panelChosen(NetworkViewModel.Filters)
        }

        IconButton {
            objectName: "network.branchesToggle"
            Layout.alignment: Qt.AlignTop
            floating: true
            checkable: true
            checked: root.viewModel.panel === NetworkViewModel.Branches
            iconName: "git-branch"
            text: qsTr("Branches")
            shortcutText: qsTr("Ctrl+B")
            onClicked: root.panelChosen(NetworkViewModel.Branches)
        }

        IconButton {
            objectName: "network.growthToggle"
            Layout.alignment: Qt.AlignTop
            floating: true
            checkable: true
            checked: root.viewModel.growth.open
            enabled: root.viewModel.growth.available
            iconName: "history"
            text: qsTr("How it grew")
            shortcutText: qsTr("Ctrl+T")
            onClicked: root.growthToggled()
        }

        IconButton {
            objectName: "network.tableToggle"
            Layout.alignment: Qt.AlignTop
            floating: true
            checkable: true
            checked: root.tableShown
            iconName: "list-tree"
            text: root.tableShown ? qsTr("Hide the table") : qsTr("Show the table")
            onClicked: root.tableToggled()
        }

        IconButton {
            objectName: "network.menuButton"
            Layout.alignment: Qt.AlignTop
            floating: true
            iconName: "ellipsis"
            text: qsTr("More")
            onClicked: menu.open()

            NetworkMenu {
                id: menu
                objectName: "network.menu"
                x: parent.width - width
                y: parent.height + Theme.gapTiny
                entries: [
                    { key: "export", text: qsTr("Export"), icon: "download" },
                    { key: "keys", text: qsTr("Keys"), icon: "keyboard" }
                ]
                onChosen: key => {
                    if (key === "keys")
                        root.keysRequested();
                    else
                        root.viewModel.fileExport.show();
                }
            }
        }
    }

    Button {
        objectName: "network.leaveTop"
        visible: root.viewModel.branches.top >= 0
        text: qsTr("Only %1's branch. Back to everyone").arg(root.viewModel.branches.topName)
        iconName: "undo-2"
        onClicked: root.viewModel.branches.leaveTop()
    }

    FilterChips {
        objectName: "network.chips"
        Layout.fillWidth: true
        filters: root.viewModel.filters
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapSmall

        Button {
            objectName: "network.visits"
            visible: root.viewModel.visits.text.length > 0
            implicitHeight: Theme.hitTarget
            enabled: root.viewModel.visits.canShow
            text: root.viewModel.visits.shown ? qsTr("Light everyone again") : root.viewModel.visits.text
            iconName: "sparkles"
            onClicked: root.viewModel.visits.setShown(!root.viewModel.visits.shown)
        }

        Badge {
            visible: root.viewModel.liveText.length > 0
            text: root.viewModel.liveText
            kind: Badge.Positive
        }

        Badge {
            visible: root.viewModel.truncationNotice.length > 0
            text: root.viewModel.truncationNotice
            kind: Badge.Warning
        }

        Badge {
            visible: root.viewModel.loading && root.viewModel.progressText.length > 0
            text: root.viewModel.progressText
            kind: Badge.Info
        }
    }

    Banner {
        objectName: "network.error"
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.scaled(560)
        visible: root.viewModel.error.present
        kind: Banner.Warning
        title: root.viewModel.error.title
        text: root.viewModel.error.advice
        actionText: root.viewModel.error.retryable ? qsTr("Try again") : ""
        onActionRequested: root.viewModel.refresh()
    }
}

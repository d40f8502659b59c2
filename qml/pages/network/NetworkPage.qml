// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels
import Majlis.Graph3D

// The referral network: the scene, the same people as a table beside it, and who is selected.
FocusScope {
    id: root

    required property NetworkViewModel viewModel
    required property ShellViewModel shell
    readonly property bool known: root.viewModel.personCount > 0
    readonly property bool roomForTable: width > Theme.scaled(1100) || !root.detailsShown
    readonly property bool detailsShown: root.viewModel.selection.present
    property bool tableShown: width > Theme.scaled(1000)
    // A panel stands in the table's place.
    readonly property bool panelShown: root.viewModel.panel !== NetworkViewModel.None

    function choose(panel: int): void {
        root.viewModel.panel = root.viewModel.panel === panel ? NetworkViewModel.None : panel;
        if (!root.panelShown)
            scene.forceActiveFocus();
    }

    // A panel in the table's place gives way to it.
    function toggleTable(): void {
        root.tableShown = root.panelShown || !root.tableShown;
        root.viewModel.panel = NetworkViewModel.None;
    }

    function showGrowth(open: bool): void {
        root.viewModel.growth.open = open;
        if (open)
            growthBar.focusSlider();
        else
            scene.forceActiveFocus();
    }

    Keys.onEscapePressed: root.viewModel.select(-1)

    Binding {
        target: root.viewModel.model
        property: "palette"
        value: sceneColours.colours
    }

    NetworkPalette { id: sceneColours }

    Connections {
        target: root.viewModel
        function onFlyToRequested(node: int): void { scene.flyTo(node); }
        function onFrameRequested(centre: vector3d, radius: real, samples: list<int>, always: bool): void {
            scene.frame(centre, radius, samples, always);
        }
    }

    Shortcut {
        sequence: "Ctrl+F"
        onActivated: toolbar.focusSearch()
    }

    Shortcut {
        sequence: "Ctrl+T"
        enabled: root.viewModel.growth.available
        onActivated: root.showGrowth(!root.viewModel.growth.open)
    }

    Shortcut {
        sequence: "F1"
        onActivated: keysDialog.open()
    }

    KeysDialog {
        id: keysDialog
        objectName: "network.keys"
    }

    ExportDialog { viewModel: root.viewModel.fileExport }

    Shortcut {
        sequence: "Ctrl+B"
        onActivated: root.choose(NetworkViewModel.Branches)
    }

    Shortcut {
        sequence: "Ctrl+Shift+F"
        onActivated: root.choose(NetworkViewModel.Filters)
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumWidth: Theme.scaled(320)

            NetworkScene {
                id: scene
                objectName: "network.scene"
                anchors.fill: parent
                focus: true
                visible: root.known
                model: root.viewModel.model
                selectedIndex: root.viewModel.selectedIndex
                depthLimit: root.viewModel.branches.top < 0 && root.viewModel.depthLimit < 7 ? root.viewModel.depthLimit : 0
                path: root.viewModel.pathIndices
                reduceMotion: Theme.reduceMotion
                backgroundColor: Theme.colors.background
                labelColor: Theme.colors.text
                selectionColor: Theme.colors.focus
                hoverColor: Theme.colors.text
                pathColor: Theme.colors.warning
                roseColor: Theme.roseGold
                roseDeepColor: Theme.deepPurple
                labelFontFamily: Theme.textFamily
                labelFontSize: Theme.fontCaption
                onNodeActivated: index => root.viewModel.select(index)
                onNodeOpened: index => root.viewModel.selectAndFly(index)
            }

            // So that the toolbar's texts are read whatever flies behind them.
            Rectangle {
                anchors.top: parent.top
                anchors.left: parent.left
                anchors.right: parent.right
                height: toolbar.height + 3 * Theme.gapMedium
                visible: root.known
                gradient: Gradient {
                    GradientStop { position: 0; color: Theme.alpha(Theme.colors.background, 0.92) }
                    GradientStop { position: 0.6; color: Theme.alpha(Theme.colors.background, 0.75) }
                    GradientStop { position: 1; color: Theme.alpha(Theme.colors.background, 0) }
                }
            }

            NetworkToolbar {
                id: toolbar
                anchors.top: parent.top
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.gapMedium
                visible: root.known
                viewModel: root.viewModel
                tableShown: root.tableShown && !root.panelShown
                onPanelChosen: panel => root.choose(panel)
                onKeysRequested: keysDialog.open()
                onGrowthToggled: root.showGrowth(!root.viewModel.growth.open)
                onTableToggled: root.toggleTable()
            }

            ViewButtons {
                id: viewButtons
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.margins: Theme.gapMedium
                visible: root.known
                onFitRequested: scene.fit()
                onZoomRequested: steps => scene.zoom(steps)
            }

            GrowthBar {
                id: growthBar
                objectName: "network.growth"
                anchors.left: parent.left
                anchors.right: viewButtons.left
                anchors.bottom: parent.bottom
                anchors.margins: Theme.gapMedium
                visible: root.known && root.viewModel.growth.open
                growth: root.viewModel.growth
                onCloseRequested: root.showGrowth(false)
            }

            NetworkLegend {
                anchors.left: parent.left
                anchors.bottom: growthBar.visible ? growthBar.top : parent.bottom
                anchors.margins: Theme.gapMedium
                visible: root.known
                viewModel: root.viewModel
                tints: sceneColours
                open: root.height > Theme.scaled(880) && !root.viewModel.growth.open
            }

            NetworkStates {
                anchors.centerIn: parent
                width: Math.min(parent.width - 2 * Theme.gapLarge, Theme.scaled(460))
                visible: !root.known
                viewModel: root.viewModel
                onProfileRequested: root.shell.open(PageId.Profile)
            }
        }

        NetworkTable {
            objectName: "network.table"
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.scaled(380)
            visible: root.known && root.tableShown && root.roomForTable && !root.panelShown
            viewModel: root.viewModel
            tints: sceneColours
        }

        FilterPanel {
            objectName: "network.filters"
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.scaled(340)
            visible: root.known && root.viewModel.panel === NetworkViewModel.Filters
            filters: root.viewModel.filters
            onCloseRequested: root.choose(NetworkViewModel.Filters)
        }

        BranchPanel {
            objectName: "network.branch"
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.scaled(340)
            visible: root.known && root.viewModel.panel === NetworkViewModel.Branches
            viewModel: root.viewModel
            onCloseRequested: root.choose(NetworkViewModel.Branches)
        }

        PersonPanel {
            objectName: "network.person"
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.scaled(320)
            visible: root.known && root.detailsShown && (!root.panelShown || root.width > Theme.scaled(1100))
            viewModel: root.viewModel
            onBranchRequested: root.viewModel.panel = NetworkViewModel.Branches
        }
    }
}

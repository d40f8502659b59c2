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

    Keys.onEscapePressed: root.viewModel.select(-1)

    Binding {
        target: root.viewModel.model
        property: "palette"
        value: Theme.colors.series
    }

    Connections {
        target: root.viewModel
        function onFlyToRequested(node: int): void { scene.flyTo(node); }
    }

    Shortcut {
        sequence: "Ctrl+F"
        onActivated: toolbar.focusSearch()
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
                depthLimit: root.viewModel.depthLimit
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

            NetworkToolbar {
                id: toolbar
                anchors.top: parent.top
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.gapMedium
                visible: root.known
                viewModel: root.viewModel
                tableShown: root.tableShown
                onFitRequested: scene.fit()
                onZoomRequested: steps => scene.zoom(steps)
                onTableToggled: root.tableShown = !root.tableShown
            }

            NetworkLegend {
                anchors.left: parent.left
                anchors.bottom: parent.bottom
                anchors.margins: Theme.gapMedium
                visible: root.known
                viewModel: root.viewModel
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
            visible: root.known && root.tableShown && root.roomForTable
            viewModel: root.viewModel
        }

        PersonPanel {
            objectName: "network.person"
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.scaled(320)
            visible: root.known && root.detailsShown
            viewModel: root.viewModel
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Majlis
import Majlis.ViewModels

// What floats over the scene: what it is, search, depth, the view.
ColumnLayout {
    id: root

    required property NetworkViewModel viewModel
    property bool tableShown: true

    signal fitRequested()
    signal zoomRequested(real steps)
    signal tableToggled()

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
            objectName: "network.fit"
            Layout.alignment: Qt.AlignTop
            floating: true
            iconName: "maximize"
            text: qsTr("Show everyone")
            onClicked: root.fitRequested()
        }

        IconButton {
            objectName: "network.zoomIn"
            Layout.alignment: Qt.AlignTop
            floating: true
            iconName: "plus"
            text: qsTr("Nearer")
            onClicked: root.zoomRequested(1)
        }

        IconButton {
            objectName: "network.zoomOut"
            Layout.alignment: Qt.AlignTop
            floating: true
            iconName: "minus"
            text: qsTr("Farther")
            onClicked: root.zoomRequested(-1)
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
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapSmall

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

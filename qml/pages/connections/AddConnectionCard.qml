// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Adds a platform by its address.
Card {
    id: root

    required property ConnectionsViewModel viewModel

    title: qsTr("Add a platform")
    caption: qsTr("The address is tested first. It must begin with https; only a platform on this computer may do without.")

    GridLayout {
        Layout.fillWidth: true
        columns: root.width > Theme.scaled(640) ? 2 : 1
        columnSpacing: Theme.gapMedium
        rowSpacing: Theme.gap

        TextField {
            objectName: "connections.url"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 2
            label: qsTr("Address")
            placeholder: "https://"
            mono: true
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
            text: root.viewModel.draftUrl
            error: root.viewModel.draftProblem
            onEdited: text => root.viewModel.draftUrl = text
            onAccepted: root.viewModel.testDraft()
        }

        TextField {
            objectName: "connections.name"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: 1
            label: qsTr("Name")
            placeholder: qsTr("As you want to call it")
            text: root.viewModel.draftName
            onEdited: text => root.viewModel.draftName = text
        }
    }

    Banner {
        objectName: "connections.draftError"
        Layout.fillWidth: true
        visible: root.viewModel.draft.error.present
        kind: Banner.Error
        title: root.viewModel.draft.error.title
        text: root.viewModel.draft.error.advice
    }

    Banner {
        objectName: "connections.draftResult"
        Layout.fillWidth: true
        visible: root.viewModel.draftResult.length > 0 && !root.viewModel.draft.error.present
        kind: Banner.Success
        title: root.viewModel.draftResult
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapSmall

        Item { Layout.fillWidth: true }

        Button {
            objectName: "connections.test"
            text: qsTr("Test")
            iconName: "activity"
            busy: root.viewModel.draft.loading
            enabled: root.viewModel.canTest && !root.viewModel.draft.loading
            kind: root.viewModel.canSave ? Button.Secondary : Button.Primary
            onClicked: root.viewModel.testDraft()
        }

        Button {
            objectName: "connections.save"
            text: qsTr("Save")
            iconName: "plus"
            kind: Button.Primary
            visible: root.viewModel.canSave
            onClicked: root.viewModel.saveDraft()
        }
    }
}

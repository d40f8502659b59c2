// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What others see of the user on this platform.
ScrollPane {
    id: root

    required property ProfileViewModel viewModel
    required property ShellViewModel shell
    readonly property bool wide: width > Theme.scaled(980)

    maximumWidth: Theme.scaled(1080)

    RegisterDialog {
        viewModel: root.viewModel.registration
    }

    ColumnLayout {
        width: parent.width
        spacing: Theme.gapLarge

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Profile")
            caption: qsTr("Everyone on the platform can see this. Leave a field empty to show nothing.")
            async: root.viewModel
            offline: root.shell.connection === ShellViewModel.Offline

            IconButton {
                objectName: "profile.refresh"
                iconName: "refresh-cw"
                text: qsTr("Fetch the profile again")
                onClicked: root.viewModel.refresh()
            }
        }

        AsyncPane {
            objectName: "profile.pane"
            Layout.fillWidth: true
            async: root.viewModel
            skeletonRows: 6
            onRetryRequested: root.viewModel.refresh()

            GridLayout {
                Layout.fillWidth: true
                columns: root.wide ? 2 : 1
                columnSpacing: Theme.gapMedium
                rowSpacing: Theme.gapMedium

                Card {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: 3
                    title: qsTr("About you")

                    ProfileFieldEdit { field: root.viewModel.displayName }
                    ProfileFieldEdit { field: root.viewModel.bio }
                    ProfileFieldEdit { field: root.viewModel.avatarUrl; addressLike: true }

                    Divider { Layout.fillWidth: true }

                    ProfileFieldEdit { field: root.viewModel.website; addressLike: true }
                    ProfileFieldEdit { field: root.viewModel.twitter }
                    ProfileFieldEdit { field: root.viewModel.telegram }
                    ProfileFieldEdit { field: root.viewModel.discord }

                    Banner {
                        objectName: "profile.saveError"
                        Layout.fillWidth: true
                        visible: root.viewModel.saving.error.present
                        kind: Banner.Error
                        title: root.viewModel.saving.error.title
                        text: root.viewModel.saving.error.advice
                    }

                    RowLayout {
                        Layout.fillWidth: true
                        Layout.topMargin: Theme.gapSmall
                        spacing: Theme.gapSmall

                        Item { Layout.fillWidth: true }

                        Button {
                            objectName: "profile.revert"
                            text: qsTr("Undo the changes")
                            enabled: root.viewModel.dirty && !root.viewModel.saving.loading
                            onClicked: root.viewModel.revert()
                        }

                        Button {
                            objectName: "profile.save"
                            text: qsTr("Save")
                            kind: Button.Primary
                            iconName: "check"
                            busy: root.viewModel.saving.loading
                            enabled: root.viewModel.canSave && !root.viewModel.saving.loading
                            onClicked: root.viewModel.save()
                        }
                    }
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: 2
                    spacing: Theme.gapMedium

                    AccountCard {
                        Layout.fillWidth: true
                        viewModel: root.viewModel
                        onRegisterRequested: root.viewModel.registration.open = true
                    }

                    Card {
                        Layout.fillWidth: true
                        visible: picker.count > 1
                        title: qsTr("Use this platform with")

                        AccountPicker {
                            id: picker
                            objectName: "profile.accounts"
                            Layout.fillWidth: true
                            label: ""
                            accounts: root.viewModel.accounts
                            onChosen: accountId => root.viewModel.chooseAccount(accountId)
                        }
                    }
                }
            }
        }
    }
}

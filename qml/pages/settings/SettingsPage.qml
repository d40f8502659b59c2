// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Settings; each takes effect at once.
ScrollPane {
    id: root

    required property SettingsViewModel viewModel
    required property ShellViewModel shell

    maximumWidth: Theme.scaled(820)

    ColumnLayout {
        width: parent.width
        spacing: Theme.gapLarge

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Settings")
            caption: qsTr("Each takes effect at once and is kept on this computer.")
        }

        Card {
            Layout.fillWidth: true
            title: qsTr("Appearance")

            SettingRow {
                title: qsTr("Theme")
                SegmentedControl {
                    objectName: "settings.theme"
                    label: qsTr("Theme")
                    options: [qsTr("System"), qsTr("Dark"), qsTr("Light"), qsTr("High contrast")]
                    currentIndex: root.viewModel.themeMode
                    onChosen: index => root.viewModel.themeMode = index
                }
            }

            Divider { Layout.fillWidth: true }

            SettingRow {
                title: qsTr("Text size")
                text: qsTr("%1 %", "text size in per cent").arg(Math.round(root.viewModel.textScale * 100))
                Slider {
                    objectName: "settings.textScale"
                    label: qsTr("Text size")
                    valueText: qsTr("%1 %").arg(Math.round(value * 100))
                    from: 0.8
                    to: 2
                    stepSize: 0.1
                    snapMode: Slider.SnapAlways
                    value: root.viewModel.textScale
                    onPressedChanged: if (!pressed) root.viewModel.textScale = value
                    onMoved: if (!pressed) root.viewModel.textScale = value
                }
            }

            Divider { Layout.fillWidth: true }

            SettingRow {
                title: qsTr("Reduce motion")
                text: qsTr("Every movement becomes a cut, also in the network.")
                Switch {
                    objectName: "settings.reduceMotion"
                    Accessible.name: qsTr("Reduce motion")
                    checked: root.viewModel.reduceMotion
                    onToggled: root.viewModel.reduceMotion = checked
                }
            }
        }

        Card {
            Layout.fillWidth: true
            title: qsTr("Security")

            LockRow { settings: root.viewModel }

            Divider { Layout.fillWidth: true }

            SettingRow {
                title: qsTr("Unlock with this computer")
                text: root.viewModel.computerUnlockText.length > 0 ? root.viewModel.computerUnlockText
                    : qsTr("The key that opens the wallet is kept in this computer's key store, which opens when you log in.")
                Switch {
                    objectName: "settings.computerUnlock"
                    Accessible.name: qsTr("Unlock with this computer")
                    enabled: root.viewModel.computerUnlockAvailable && !root.viewModel.loading
                    checked: root.viewModel.computerUnlock
                    onToggled: root.viewModel.setComputerUnlock(checked)
                }
            }

            Banner {
                objectName: "settings.error"
                Layout.fillWidth: true
                visible: root.viewModel.error.present
                kind: Banner.Error
                title: root.viewModel.error.title
                text: root.viewModel.error.advice
            }
        }

        Card {
            Layout.fillWidth: true
            title: qsTr("On this computer")

            SettingRow {
                title: qsTr("Data folder")
                text: qsTr("The wallet and the last known data are here.")
                Label {
                    Layout.maximumWidth: Theme.scaled(360)
                    text: root.viewModel.dataFolder
                    mono: true
                    level: Label.Caption
                    tone: Label.Secondary
                    elide: Text.ElideMiddle
                }
            }

            Divider { Layout.fillWidth: true }

            SettingRow {
                title: qsTr("Start over")
                text: qsTr("Puts every setting on this page back. Your wallet stays as it is.")
                Button {
                    objectName: "settings.reset"
                    text: qsTr("Reset the settings")
                    onClicked: root.viewModel.resetToDefaults()
                }
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// Every component in its states, to look at and to test.
Rectangle {
    id: root

    color: Theme.colors.background

    component Row_: Flow {
        Layout.fillWidth: true
        spacing: Theme.gap
    }

    ScrollPane {
        anchors.fill: parent

        ColumnLayout {
            width: parent.width
            spacing: Theme.gapLarge

            RowLayout {
                spacing: Theme.gapMedium
                RoseMark { size: 64 }
                ColumnLayout {
                    Label { text: qsTr("Components"); level: Label.Display }
                    Label { text: qsTr("Each alone, in every state, in the theme of the moment."); tone: Label.Secondary }
                }
            }

            Row_ {
                Button { text: qsTr("Sign in"); kind: Button.Primary }
                Button { text: qsTr("Working"); kind: Button.Primary; busy: true }
                Button { text: qsTr("Add a platform"); iconName: "plus" }
                Button { text: qsTr("Show details"); kind: Button.Quiet }
                Button { text: qsTr("Forget this wallet"); kind: Button.Danger; iconName: "trash-2" }
                Button { text: qsTr("Not now"); enabled: false }
                Button { text: qsTr("Continue"); kind: Button.Primary; iconName: "arrow-right"; iconAfterText: true; iconDirectional: true }
                IconButton { iconName: "refresh-cw"; text: qsTr("Refresh") }
                IconButton { iconName: "panel-right"; text: qsTr("Details"); checkable: true; checked: true }
                IconButton { iconName: "maximize"; text: qsTr("Whole network"); floating: true }
            }

            Row_ {
                StatTile { label: qsTr("Balance"); value: "1,284.50"; unit: "HABIBI"; note: qsTr("+12.25 since yesterday"); iconName: "wallet"; emphasised: true; width: Theme.scaled(280) }
                StatTile { label: qsTr("People"); value: "5,881"; note: qsTr("3 joined today"); iconName: "users"; help: qsTr("Everyone who joined through you, seven levels down.") }
                StatTile { label: qsTr("Next rebase"); value: "04:11:07"; stale: true; iconName: "timer" }
                StatTile { label: qsTr("Rank"); value: ""; loading: true; iconName: "trophy" }
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gapLarge
                TextField { Layout.fillWidth: true; label: qsTr("Address of the platform"); placeholder: "https://"; hint: qsTr("It is tested before it is saved.") }
                TextField { Layout.fillWidth: true; label: qsTr("Name"); text: qsTr("Sandbox"); error: qsTr("Another connection has this name.") }
                SearchField { Layout.alignment: Qt.AlignVCenter; label: qsTr("Find a person"); keys: "Ctrl+F" }
            }

            Row_ {
                SegmentedControl { label: qsTr("Theme"); options: [qsTr("System"), qsTr("Dark"), qsTr("Light")]; currentIndex: 1; onChosen: index => currentIndex = index }
                Select { label: qsTr("Lock after"); model: [qsTr("5 minutes"), qsTr("10 minutes"), qsTr("1 hour")] }
                Switch { text: qsTr("Reduce motion"); checked: true }
                Switch { text: qsTr("Unlock with this computer") }
                Slider { label: qsTr("Text size"); value: 0.4 }
                ProgressBar { label: qsTr("Layout"); value: 0.6 }
            }

            Row_ {
                AgeBadge { age: qsTr("just now") }
                AgeBadge { age: qsTr("6 min ago"); stale: true }
                AgeBadge { age: qsTr("2 h ago"); offline: true }
                Badge { text: qsTr("Live"); kind: Badge.Positive }
                Badge { text: qsTr("Practice"); kind: Badge.Accent; iconName: "sparkles" }
                Badge { text: qsTr("Refused"); kind: Badge.Negative }
                KeyHint { keys: "Ctrl+K" }
                Monogram { name: "Amira"; seed: 3 }
                Monogram { name: "Zaid"; seed: 5 }
                AddressText { address: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"; shortened: "0x7099 7970 … 79C8" }
            }

            Banner { Layout.fillWidth: true; kind: Banner.Warning; title: qsTr("You are offline"); text: qsTr("These are the last known figures, from 10:42."); actionText: qsTr("Try again") }
            Banner { Layout.fillWidth: true; kind: Banner.Error; title: qsTr("The platform refused this address"); closable: true }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gapMedium

                Card {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.fillHeight: true
                    title: qsTr("Network strength")
                    caption: qsTr("What your network counts for, and why.")
                    StrengthMeter {
                        Layout.fillWidth: true
                        value: "742"
                        terms: ListModel {
                            ListElement { name: "People"; valueText: "420.00"; basis: "1,204 people in 7 levels"; explanation: "More people, slowly more strength."; share: 0.566 }
                            ListElement { name: "Balance"; valueText: "201.44"; basis: "12,345.67 HABIBI below you"; explanation: "Nearer levels count more."; share: 0.271 }
                            ListElement { name: "Depth"; valueText: "120.56"; basis: "7 levels"; explanation: "Each level adds."; share: 0.163 }
                        }
                    }
                }

                Card {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.fillHeight: true
                    title: qsTr("Newest joins")
                    ListRow { Layout.fillWidth: true; text: "0x7099 7970 … 79C8"; caption: qsTr("Level 2 · 4 min ago"); leading: Monogram { name: "70"; seed: 4 } }
                    ListRow { Layout.fillWidth: true; text: "0x3C44 CdDd … 93BC"; caption: qsTr("Level 1 · 9 min ago"); current: true; leading: Monogram { name: "3C"; seed: 2 } }
                    Divider { Layout.fillWidth: true }
                    FactRow { Layout.fillWidth: true; label: qsTr("Referral code"); value: "ROSE-4471"; mono: true }
                    FactRow { Layout.fillWidth: true; label: qsTr("Change"); value: "▲ +4.20 %"; tone: Label.Rise }
                }
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gapMedium
                Card {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.fillHeight: true
                    EmptyState { Layout.fillWidth: true; title: qsTr("Nobody has joined yet"); text: qsTr("People appear here as soon as they use your referral code."); iconName: "users"; actionText: qsTr("Copy the code"); actionIcon: "copy" }
                }
                Card {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.fillHeight: true
                    ErrorState { Layout.fillWidth: true; title: qsTr("The network did not load"); advice: qsTr("The platform did not answer in 10 seconds. Try again, or check the connection."); details: "GET /api/referral/graph → timeout" }
                }
            }

            Toast { title: qsTr("Copied the address"); kind: Banner.Success }
        }
    }
}

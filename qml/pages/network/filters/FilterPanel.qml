// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Whom to light. What does not match fades; nobody is hidden from the scene.
SidePanel {
    id: root

    required property NetworkFilterViewModel filters

    title: qsTr("Filters")

    Label {
        objectName: "network.filters.count"
        Layout.fillWidth: true
        text: root.filters.countText.length > 0 ? root.filters.countText : qsTr("Everyone is lit.")
        tone: root.filters.nobody ? Label.Warning : Label.Secondary
        figures: true
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gapTiny

        Label {
            text: qsTr("Levels below the top")
            tone: Label.Secondary
            font.weight: Font.Medium
        }

        SegmentedControl {
            objectName: "network.filters.depth"
            label: qsTr("Levels shown")
            options: ["1", "2", "3", "4", "5", "6", "7"]
            currentIndex: root.filters.depth - 1
            onChosen: index => root.filters.depth = index + 1
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gapTiny

        Label {
            text: qsTr("Chain")
            tone: Label.Secondary
            font.weight: Font.Medium
        }

        Select {
            objectName: "network.filters.chain"
            Layout.fillWidth: true
            label: qsTr("Chain")
            model: [qsTr("Any"), qsTr("Solana"), qsTr("Base"), qsTr("Arbitrum")]
            currentIndex: root.filters.chain
            onActivated: index => root.filters.chain = index
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gapTiny

        Label {
            text: qsTr("Verified")
            tone: Label.Secondary
            font.weight: Font.Medium
        }

        SegmentedControl {
            objectName: "network.filters.verified"
            label: qsTr("Verified")
            options: [qsTr("Any"), qsTr("Verified"), qsTr("Not verified")]
            currentIndex: root.filters.verified
            onChosen: index => root.filters.verified = index
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapSmall

        TextField {
            id: least
            objectName: "network.filters.least"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Balance from")
            placeholder: "0"
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            error: root.filters.leastError
            onEdited: text => root.filters.leastText = text
        }

        TextField {
            id: most
            objectName: "network.filters.most"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("up to")
            placeholder: qsTr("Any")
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            error: root.filters.mostError
            onEdited: text => root.filters.mostText = text
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapSmall

        TextField {
            id: from
            objectName: "network.filters.from"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Joined from")
            placeholder: "2026-01-31"
            error: root.filters.fromError
            onEdited: text => root.filters.fromText = text
        }

        TextField {
            id: until
            objectName: "network.filters.until"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("up to")
            placeholder: qsTr("Today")
            error: root.filters.untilError
            onEdited: text => root.filters.untilText = text
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gapSmall

        Repeater {
            model: [7, 30, 90, 365]

            Button {
                required property int modelData

                objectName: "network.filters.days." + modelData
                text: modelData === 365 ? qsTr("Last year") : qsTr("Last %1 days").arg(modelData)
                onClicked: root.filters.joinedInLastDays(modelData)
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapSmall

        Button {
            objectName: "network.filters.clear"
            Layout.fillWidth: true
            text: qsTr("Clear all")
            enabled: root.filters.active
            onClicked: root.filters.clear()
        }

        Button {
            objectName: "network.filters.frame"
            Layout.fillWidth: true
            text: qsTr("Fit to them")
            iconName: "maximize"
            enabled: root.filters.active && !root.filters.nobody
            onClicked: root.filters.frame()
        }
    }

    // A field keeps its own text while it is typed in; what is set from elsewhere comes into it here.
    Binding { target: least; property: "text"; value: root.filters.leastText; restoreMode: Binding.RestoreNone }
    Binding { target: most; property: "text"; value: root.filters.mostText; restoreMode: Binding.RestoreNone }
    Binding { target: from; property: "text"; value: root.filters.fromText; restoreMode: Binding.RestoreNone }
    Binding { target: until; property: "text"; value: root.filters.untilText; restoreMode: Binding.RestoreNone }
}

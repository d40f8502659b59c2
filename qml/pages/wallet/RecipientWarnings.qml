// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What speaks against a recipient, and the look that has to be taken at one who was never paid.
ColumnLayout {
    id: root

    required property SendViewModel viewModel
    readonly property bool swapped: root.viewModel.copiedInstead.length > 0
    readonly property bool similar: root.viewModel.lookalike.length > 0

    visible: root.swapped || root.similar || root.viewModel.firstTime || root.viewModel.contract
    spacing: Theme.gapSmall

    Banner {
        objectName: "send.swapped"
        Layout.fillWidth: true
        visible: root.swapped
        kind: Banner.Error
        title: qsTr("This is not what you copied")
        text: qsTr("You copied %1 here, and another address was pasted. Some programs swap addresses on the clipboard.").arg(root.viewModel.copiedInstead)
    }

    Banner {
        objectName: "send.lookalike"
        Layout.fillWidth: true
        visible: root.similar
        kind: Banner.Error
        title: qsTr("This looks like somebody whom you have paid, but is another address")
        text: qsTr("You have paid %1. Compare every letter: such addresses are made to be mistaken.").arg(root.viewModel.lookalike)
    }

    Banner {
        objectName: "send.contract"
        Layout.fillWidth: true
        visible: root.viewModel.contract
        kind: Banner.Warning
        title: qsTr("The recipient is a contract")
        text: qsTr("What is sent to a contract by mistake is mostly lost.")
    }

    Label {
        Layout.fillWidth: true
        visible: root.viewModel.firstTime
        text: qsTr("You have never paid this address. Compare it, group by group, with what the recipient gave you:")
        tone: Label.Secondary
        wrapMode: Text.Wrap
    }

    AddressText {
        objectName: "send.grouped"
        Layout.fillWidth: true
        visible: root.viewModel.firstTime || root.similar || root.swapped
        address: root.viewModel.recipient
        copyable: false
        level: Label.Large
        tone: Label.Primary
    }

    Switch {
        objectName: "send.compared"
        visible: root.viewModel.firstTime || root.similar || root.swapped
        text: qsTr("I have compared every group")
        checked: root.viewModel.compared
        onToggled: root.viewModel.compared = checked
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Which of several accounts; one of them is chosen already. With a single account there is nothing to show.
ColumnLayout {
    id: root

    required property AccountsModel accounts
    property string label: qsTr("Account")
    readonly property int count: list.count

    signal chosen(int accountId)

    visible: root.count > 1
    spacing: 2
    Accessible.role: Accessible.Grouping
    Accessible.name: root.label

    Label {
        Layout.bottomMargin: Theme.gapTiny
        visible: root.label.length > 0
        text: root.label
        tone: Label.Secondary
        font.weight: Font.Medium
    }

    Rows {
        id: rows
        spacing: root.spacing

        Repeater {
            id: list
            model: root.accounts

            ListRow {
                id: account
                required property int index
                required property int accountId
                required property string name
                required property string addressText
                required property string chains
                required property bool isCurrent

                objectName: "account." + account.accountId
                width: rows.width
                text: account.name
                caption: qsTr("%1 · %2", "address, chains that it is used on").arg(account.addressText).arg(account.chains)
                current: account.isCurrent
                iconName: account.isCurrent ? "circle-check" : "circle"
                Accessible.role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: account.isCurrent
                onClicked: root.chosen(account.accountId)
            }
        }
    }
}

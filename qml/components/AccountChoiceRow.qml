// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml

// A row of AccountChoice's model, as its box shows it.
QtObject {
    id: root

    required property int accountId
    required property string name
    required property string addressText
    readonly property string text: qsTr("%1 · %2", "name of an account, its address").arg(root.name).arg(root.addressText)
}

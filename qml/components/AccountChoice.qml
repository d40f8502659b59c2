// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Which account a page works with, in a box that opens. With a single account there is nothing to choose.
ColumnLayout {
    id: root

    required property AccountsModel accounts
    required property int currentId
    property string label: qsTr("Account")

    signal chosen(int accountId)

    visible: rows.count > 1
    spacing: Theme.gapTiny

    function texts(): list<string> {
        const all = [];
        for (let i = 0; i < rows.count; ++i)
            all.push((rows.objectAt(i) as AccountChoiceRow).text);
        return all;
    }

    function indexOf(id: int): int {
        for (let i = 0; i < rows.count; ++i)
            if ((rows.objectAt(i) as AccountChoiceRow).accountId === id)
                return i;
        return -1;
    }

    Instantiator {
        id: rows
        model: root.accounts
        delegate: AccountChoiceRow { }
    }

    Label {
        text: root.label
        tone: Label.Secondary
        font.weight: Font.Medium
    }

    Select {
        objectName: root.objectName + ".select"
        Layout.fillWidth: true
        label: root.label
        model: rows.count > 0 ? root.texts() : []
        currentIndex: rows.count > 0 ? root.indexOf(root.currentId) : -1
        onActivated: index => root.chosen((rows.objectAt(index) as AccountChoiceRow).accountId)
    }
}

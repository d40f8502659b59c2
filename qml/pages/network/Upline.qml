// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// Who brought the selected person, nearest first; each leads to that person.
ColumnLayout {
    id: root

    required property UplineModel upline

    signal chosen(int node)

    spacing: 2
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Joined through")

    Label {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.gapTiny
        text: list.count > 0 ? qsTr("Joined through") : qsTr("Joined through nobody: here the network begins.")
        tone: Label.Secondary
        wrapMode: Text.Wrap
    }

    Rows {
        id: rows
        spacing: root.spacing

        Repeater {
            id: list
            model: root.upline

            ListRow {
                id: above
                required property int index
                required property int nodeIndex
                required property string name
                required property bool hasName
                required property string address
                required property int level

                objectName: "network.upline." + above.index
                width: rows.width
                text: above.name
                mono: !above.hasName
                leading: Monogram {
                    size: Theme.scaled(24)
                    name: above.hasName ? above.name : above.address.slice(2)
                    seed: above.address.charCodeAt(above.address.length - 1)
                }
                trailing: Badge { text: above.level === 0 ? qsTr("Root", "the first person of a network") : qsTr("Level %1", "levels below the user").arg(above.level) }
                onClicked: root.chosen(above.nodeIndex)
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// Somebody who was marked. Who has left the network stays in the list until taken out.
FocusScope {
    id: root

    required property string address
    required property string name
    required property int nodeIndex

    signal chosen(int node)
    signal removeRequested(string address)

    implicitHeight: Theme.hitTarget
    activeFocusOnTab: true
    Keys.onReturnPressed: if (root.nodeIndex >= 0) root.chosen(root.nodeIndex)
    Keys.onDeletePressed: root.removeRequested(root.address)
    Accessible.role: Accessible.Button
    Accessible.name: root.nodeIndex >= 0 ? root.name : qsTr("%1, not in this network any more").arg(root.name)

    FocusRing { shown: root.activeFocus }

    RowLayout {
        anchors.fill: parent
        spacing: Theme.gapSmall

        Icon {
            name: "bookmark"
            size: Theme.iconSizeSmall
            color: root.nodeIndex >= 0 ? Theme.colors.primary : Theme.colors.muted
        }

        Label {
            Layout.fillWidth: true
            text: root.name
            tone: root.nodeIndex >= 0 ? Label.Primary : Label.Muted
            Accessible.ignored: true

            TapHandler {
                enabled: root.nodeIndex >= 0
                onTapped: root.chosen(root.nodeIndex)
            }
        }

        IconButton {
            iconName: "x"
            text: qsTr("Remove the bookmark")
            onClicked: root.removeRequested(root.address)
        }
    }
}

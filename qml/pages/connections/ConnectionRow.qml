// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// One platform in the list.
ListRow {
    id: root

    required property string connectionId
    required property string name
    required property string url
    required property int kind
    required property string stateText
    required property var model
    readonly property bool sandbox: root.kind === ConnectionsModel.Sandbox

    required current

    signal useRequested(string id)
    signal checkRequested(string id)
    signal removeRequested(string id, string name)

    objectName: "connections.row." + root.connectionId
    text: root.name
    caption: root.url.length > 0 ? qsTr("%1 · %2", "address of a platform, its state").arg(root.url).arg(root.stateText) : root.stateText
    clickable: false
    iconName: root.sandbox ? "sparkles" : "globe"
    trailing: [
        Badge {
            visible: root.current
            text: qsTr("In use")
            kind: Badge.Positive
        },
        Spinner { visible: root.model.state === ConnectionsModel.Testing },
        Icon {
            visible: root.model.state === ConnectionsModel.Failed
            name: "triangle-alert"
            color: Theme.colors.warning
        },
        Button {
            objectName: "connections.use"
            visible: !root.current
            text: qsTr("Use")
            onClicked: root.useRequested(root.connectionId)
        },
        IconButton {
            visible: root.url.length > 0
            iconName: "refresh-cw"
            text: qsTr("Test it again")
            onClicked: root.checkRequested(root.connectionId)
        },
        IconButton {
            objectName: "connections.remove"
            visible: !root.sandbox
            iconName: "trash-2"
            text: qsTr("Remove")
            onClicked: root.removeRequested(root.connectionId, root.name)
        }
    ]
}

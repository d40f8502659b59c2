// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// The sessions with every platform: the open one, and those that are kept to be taken up again.
Card {
    id: root

    required property SessionsViewModel viewModel

    title: qsTr("Sessions")
    caption: qsTr("A session lets this program read and change your profile. It cannot move anything: each signature is asked for.")

    Label {
        objectName: "security.noSessions"
        Layout.fillWidth: true
        visible: !root.viewModel.hasSessions
        text: qsTr("No session with any platform.")
        tone: Label.Muted
        wrapMode: Text.Wrap
    }

    Rows {
        id: rows
        spacing: Theme.gapTiny
        Accessible.role: Accessible.List
        Accessible.name: root.title

        Repeater {
            model: root.viewModel.sessions

            SettingRow {
                id: row

                required property int index
                required property string sessionId
                required property string platform
                required property string name
                required property string url
                required property string account
                required property bool isOpen
                required property bool isEnding

                objectName: "security.session." + row.index
                width: rows.width
                title: qsTr("%1 · %2", "platform, the user's name for the connection").arg(row.platform).arg(row.name)
                text: (row.isOpen ? qsTr("Signed in as %1").arg(row.account) : qsTr("Kept for the next time, as %1").arg(row.account))
                    + (row.url.length > 0 ? "\n" + row.url : "")

                Button {
                    objectName: row.objectName + ".end"
                    text: qsTr("End the session")
                    iconName: "log-out"
                    busy: row.isEnding
                    enabled: !root.viewModel.loading
                    Accessible.description: row.title
                    onClicked: root.viewModel.end(row.sessionId)
                }
            }
        }
    }

    Banner {
        objectName: "security.revokeError"
        Layout.fillWidth: true
        visible: root.viewModel.error.present
        kind: Banner.Warning
        title: root.viewModel.error.title
        text: qsTr("The session with %1 is forgotten here. The platform could not be told, and ends it by itself when it runs out.").arg(root.viewModel.endedName)
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// What the page is, how fresh it is, and what can be done with all of it.
RowLayout {
    id: root

    required property string title
    property string caption: ""
    // The part whose age stands for the page's; null shows none.
    property AsyncState async: null
    property bool offline: false
    default property alias actions: slot.data

    spacing: Theme.gap

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Label {
                text: root.title
                level: Label.Heading
                Accessible.role: Accessible.Heading
            }

            AgeBadge {
                visible: root.async !== null && root.async.freshness.known
                age: root.async ? root.async.freshness.age : ""
                exact: root.async ? root.async.freshness.asOf : ""
                stale: root.async !== null && root.async.freshness.stale
                offline: root.offline
            }

            Item { Layout.fillWidth: true }
        }

        Label {
            Layout.fillWidth: true
            visible: root.caption.length > 0
            text: root.caption
            tone: Label.Secondary
            wrapMode: Text.Wrap
        }
    }

    RowLayout {
        id: slot
        spacing: Theme.gapSmall
    }
}

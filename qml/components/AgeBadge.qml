// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Majlis

// How fresh a figure is. Fresh data needs no badge of its own colour; stale and offline data say so in words.
Badge {
    id: root

    // "Just now", "3 min ago": made by the view model.
    required property string age
    property bool stale: false
    property bool offline: false
    // The exact time, one hover away.
    property string exact: ""

    text: root.offline ? qsTr("Offline · %1", "age of the data shown while there is no connection").arg(root.age)
        : root.stale ? qsTr("Out of date · %1", "age of data past its limit").arg(root.age) : root.age
    kind: root.offline || root.stale ? Badge.Warning : Badge.Neutral
    iconName: root.offline ? "cloud-off" : root.stale ? "clock" : ""
    visible: root.age.length > 0

    HoverHandler { id: hover }
    Tooltip {
        shown: hover.hovered && root.exact.length > 0
        text: root.exact
    }
}

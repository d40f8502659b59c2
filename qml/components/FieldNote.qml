// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis

// The line under a field: what is wrong with it, or a hint while nothing is.
RowLayout {
    id: root

    property string hint: ""
    property string error: ""

    visible: root.hint.length > 0 || root.error.length > 0
    spacing: Theme.gapTiny

    Icon {
        visible: root.error.length > 0
        Layout.alignment: Qt.AlignTop
        name: "circle-alert"
        size: Theme.iconSizeSmall
        color: Theme.colors.fall
    }

    Label {
        Layout.fillWidth: true
        text: root.error.length > 0 ? root.error : root.hint
        level: Label.Caption
        tone: root.error.length > 0 ? Label.Fall : Label.Muted
        wrapMode: Text.Wrap
        Accessible.role: root.error.length > 0 ? Accessible.AlertMessage : Accessible.StaticText
    }
}

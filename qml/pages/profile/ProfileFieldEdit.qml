// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Majlis
import Majlis.ViewModels

// One field of the profile, with what the platform said about it.
TextField {
    id: root

    required property ProfileField field
    property bool addressLike: false

    objectName: "profile." + root.field.label
    Layout.fillWidth: true
    label: root.field.label
    hint: root.field.help
    error: root.field.error
    maximumLength: root.field.maximumLength
    inputMethodHints: root.addressLike ? Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase : Qt.ImhNone
    text: root.field.text
    onEdited: text => root.field.text = text
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Majlis.Graph3D

// The names beside the nodes; places and texts come from SceneController.
Item {
    id: root

    required property LabelModel labels
    required property font labelFont
    required property color textColor
    required property color haloColor

    Repeater {
        model: root.labels

        Text {
            required property string text_
            required property real labelX
            required property real labelY
            required property bool strong
            required property real strength

            x: Math.round(labelX)
            y: Math.round(labelY)
            text: text_
            font: root.labelFont
            color: root.textColor
            opacity: strength
            style: Text.Outline
            styleColor: root.haloColor
            textFormat: Text.PlainText
            Accessible.ignored: true
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Majlis.Graph3D

Window {
    id: root

    required property NetworkModel model
    required property bool light
    required property int nodeShape
    required property int linkShape
    property alias scene: scene

    width: 1280
    height: 800
    visible: true
    title: "graph3d_viewer"

    NetworkScene {
        id: scene
        anchors.fill: parent
        focus: true
        model: root.model
        backgroundColor: root.light ? "#FBF7F8" : "#14101A"
        labelColor: root.light ? "#231A2B" : "#F4EDF2"
        selectionColor: root.light ? "#9B4460" : "#FFD9DC"
        hoverColor: root.light ? "#231A2B" : "#F4EDF2"
        pathColor: root.light ? "#C2622D" : "#F2C45A"
        onNodeActivated: index => scene.selectedIndex = index

        Binding on nodeShape {
            when: root.nodeShape >= 0
            value: root.nodeShape
        }
        Binding on linkShape {
            when: root.linkShape >= 0
            value: root.linkShape
        }
    }
}

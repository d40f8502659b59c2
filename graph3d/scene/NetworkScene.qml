// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// A referral network in three dimensions. Shows a NetworkModel; decides nothing: the owner answers nodeActivated by
// setting selectedIndex, fills matches, and so on. Set focus to fly by keyboard.
FocusScope {
    id: root

    // What is shown. null: an empty scene.
    property NetworkModel model: null
    // The selected node (a ring around it, its upline lit), or -1.
    property int selectedIndex: -1
    // The node under the pointer, or -1; set by the scene.
    readonly property int hoveredIndex: -1
    // Nodes deeper than this below their root fade; 0: all are shown.
    property int depthLimit: 0
    // Nodes that are lit as a way through the network. By default the upline of the selection, itself included.
    property list<int> path: []
    // Nodes that a search found, everyone else fades; an empty list: nobody fades. For many, call the model instead.
    property list<int> matches: []

    // Movements become cuts, and nothing moves by itself.
    property bool reduceMotion: false
    // Labels are drawn where they can be read.
    property bool showLabels: true
    // False while the page is hidden: no frames, no layout.
    property bool active: visible

    property color backgroundColor: "#14101A"
    property color labelColor: "#F4EDF2"
    property color labelHaloColor: backgroundColor
    property color selectionColor: "#FFD9DC"
    property color hoverColor: "#F4EDF2"
    property color pathColor: "#F2C45A"
    property color roseColor: "#E8B4B8"
    property color roseDeepColor: "#6B5B95"
    property string labelFontFamily: "Inter"
    property real labelFontSize: 12
    property string accessibleName: qsTr("Referral network", "name of the 3D scene for screen readers")

    // The user chose a node by click, Enter, or by walking with Alt+arrows; -1: clicked beside every node.
    signal nodeActivated(int index)
    signal nodeHovered(int index)
    // The user asked for more about a node: double click.
    signal nodeOpened(int index)

    // Brings a node to the middle of the view, near enough to read its neighbourhood.
    function flyTo(index: int): void {}
    // Shows everything.
    function fit(): void {}
    // As if the user had pressed + (steps > 0) or − for so many steps.
    function zoom(steps: real): void {}

    Accessible.role: Accessible.Graphic
    Accessible.name: root.accessibleName
    Accessible.focusable: true
    activeFocusOnTab: true
}
